import type { PackedKey } from '../../db/keys'
import { follows, type Watching } from './rules'
import type { Shows } from './shows'

/** An entry of some account by which a show is followed. */
export interface Follower extends Watching {
  readonly key: PackedKey
  readonly show: number
}

export type Followers = ReturnType<typeof createFollowers>

/** Who waits for which show: entries of all accounts, by show. */
export function createFollowers<F extends Follower>(shows: Shows, wallMs: () => number) {
  const byKey = new Map<PackedKey, F>()
  const byShow = new Map<number, Map<PackedKey, F>>()

  function remove(key: PackedKey) {
    const old = byKey.get(key)
    if (!old) return
    byKey.delete(key)
    byShow.get(old.show)?.delete(key)
  }

  function put(follower: F) {
    remove(follower.key)
    byKey.set(follower.key, follower)
    const all = byShow.get(follower.show) ?? new Map<PackedKey, F>()
    byShow.set(follower.show, all.set(follower.key, follower))
  }

  /** What came out before somebody began to follow is no news to them. */
  function note(show: number) {
    const row = shows.get(show)
    const followed = [...(byShow.get(show)?.values() ?? [])].some(follows)
    if (followed === row.followed) return
    shows.put({ ...row, followed, since: followed ? wallMs() : row.since })
  }

  return {
    /** These entries are now so; keys without one are not followed any more. To be run in a transaction. */
    set(keys: Iterable<PackedKey>, found: readonly F[]) {
      const touched = new Set<number>()
      for (const key of keys) {
        const old = byKey.get(key)
        if (old) touched.add(old.show)
        remove(key)
      }
      for (const follower of found) {
        put(follower)
        touched.add(follower.show)
      }
      for (const show of touched) note(show)
    },
    /** All entries have been set: shows that nobody has any more are not followed. To be run in a transaction. */
    settle() {
      for (const { id } of [...shows.all()]) note(id)
    },
    /** Two shows are one. */
    merge(kept: number, gone: number) {
      for (const follower of byShow.get(gone)?.values() ?? []) {
        put({ ...follower, show: kept })
      }
      byShow.delete(gone)
    },
    get: (key: PackedKey) => byKey.get(key) ?? null,
    of: (show: number): Iterable<F> => byShow.get(show)?.values() ?? [],
    all: (): Iterable<F> => byKey.values(),
    shows: (): Iterable<number> => byShow.keys(),
  }
}
