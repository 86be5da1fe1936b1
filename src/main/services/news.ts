import type { ListRow } from '../../shared/entry'
import type { Push } from '../../shared/ipc'
import { unpackKey, type PackedKey } from '../db/keys'
import type { StoredRow } from '../db/list'

/** Rows told in one message, so that none grows past 256 kB. */
const rowsPerMessage = 100

/** Rows that were just written, so that telling of them need not read them again. */
export type KnownRows = ReadonlyMap<PackedKey, StoredRow>

interface Read {
  /** The rows that an account has of these keys. */
  readonly rowsOf: (accountId: number, keys: readonly PackedKey[]) => readonly ListRow[]
  readonly withState: (row: StoredRow, key: PackedKey) => ListRow
}

export type News = ReturnType<typeof createNews>

/** Tells the window which rows look different now; several steps of one moment are told once. */
export function createNews(push: Push, { rowsOf, withState }: Read) {
  const pending = new Map<PackedKey, StoredRow | null>()

  function tell() {
    const byAccount = Map.groupBy(pending, ([key]) => unpackKey(key).owner)
    pending.clear()
    for (const [accountId, all] of byAccount) {
      for (let from = 0; from < all.length; from += rowsPerMessage) {
        send(accountId, all.slice(from, from + rowsPerMessage))
      }
    }
  }

  function send(accountId: number, all: readonly (readonly [PackedKey, StoredRow | null])[]) {
    const known = all.flatMap(([key, row]) => (row ? [withState(row, key)] : []))
    const unknown = all.flatMap(([key, row]) => (row ? [] : [key]))
    const read = unknown.length > 0 ? rowsOf(accountId, unknown) : []
    const there = new Set(read.map(({ title }) => title))
    const titles = unknown.map((key) => unpackKey(key).title)
    const removed = titles.filter((title) => !there.has(title))
    push('library:changed', { accountId, rows: [...known, ...read], removed })
  }

  return {
    /** These rows look different. What is not among `rows`, or changes once more, is read anew. */
    changed(keys: readonly PackedKey[], rows?: KnownRows) {
      if (pending.size === 0 && keys.length > 0) queueMicrotask(tell)
      for (const key of keys) pending.set(key, rows?.get(key) ?? null)
    },
  }
}
