import type { Clock } from '../../../shared/clock'
import { titleKey } from '../../../shared/media'
import { packKey, unpackKey, type PackedKey } from '../../db/keys'
import type { Listed, Nameless } from '../../db/lent-titles'
import type { AllTables } from '../../db/tables'
import type { MediaRecord } from '../../providers/provider'
import { namedRecord } from '../../providers/titles-for'
import type { Realm } from '../../queue/realm'

interface Options {
  tables: Pick<AllTables, 'db' | 'lent' | 'media' | 'meta'>
  clock: Clock
  /** Lets others run between two slices. */
  breathe: () => Promise<void>
  /** These titles of a realm look different now. */
  onNamed: (realm: number, keys: readonly PackedKey[]) => void
  onError: (error: unknown) => void
}

const dayMs = 24 * 60 * 60_000
const sliceSize = 500

const askedName = (realm: number) => `own-names:${realm}`

/** Names that a service tells of all its anime at once: asked for once a day, only when one is missing. */
export function createOwnNames({ tables, clock, breathe, onNamed, onError }: Options) {
  const { db, lent, media, meta } = tables
  const asking = new Set<number>()

  function recordOf({ key, malId }: Nameless): MediaRecord | null {
    const record = namedRecord(unpackKey(key).title, lent.ownNames(key))
    return record && { ...record, malId }
  }

  /** Names what is kept; answers whether some titles stay without. */
  function give(listed: Listed): boolean {
    const nameless = lent.nameless(listed)
    const records = nameless.flatMap((each) => recordOf(each) ?? [])
    const keys = records.map(({ key }) => packKey(listed.realm, key))
    db.transaction(() => {
      for (const [at, record] of records.entries()) media.put(keys[at] ?? 0, record)
    })
    onNamed(listed.realm, keys)
    return records.length < nameless.length
  }

  async function ask(realm: Realm, signal: AbortSignal) {
    const call = realm.provider.database?.titles()
    if (!call) return
    const at = { priority: 'background', account: null, impatient: true, signal } as const
    const all = [...(await realm.execute.run(call, at))]
    for (let from = 0; from < all.length && !signal.aborted; from += sliceSize) {
      const slice = all.slice(from, from + sliceSize)
      db.transaction(() => {
        for (const [id, names] of slice)
          lent.keepOwnNames(packKey(realm.id, titleKey('anime', id)), names)
      })
      await breathe()
    }
    if (!signal.aborted) meta.write(askedName(realm.id), String(clock.wall()))
  }

  /** Once a day; a wall clock that was set back counts as a day. */
  function isDue(realm: number) {
    const ageMs = clock.wall() - Number(meta.read(askedName(realm)) ?? NaN)
    return !(ageMs >= 0 && ageMs < dayMs)
  }

  return {
    recordOf,
    /** Names the account's titles; asks for names first where some are missing and may be had. */
    look(account: number, realm: Realm, signal: AbortSignal) {
      const listed = { account, realm: realm.id, kind: 'anime' } as const
      if (!realm.provider.database || !give(listed)) return
      if (asking.has(realm.id) || !isDue(realm.id)) return
      asking.add(realm.id)
      // Not waited for: its limit may let it leave tomorrow only.
      void ask(realm, signal)
        .then(() => void (signal.aborted || give(listed)))
        .catch((error: unknown) => void (signal.aborted || onError(error)))
        .finally(() => asking.delete(realm.id))
    },
  }
}
