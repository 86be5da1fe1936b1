import type { Entry, EntryPatch } from '../../shared/entry'
import type { MediaKind } from '../../shared/media'
import type { Database } from './database'
import { entryColumnNames, toColumns, toEntry, type EntryColumns } from './entry-columns'
import { keyRange, unpackKey, type PackedKey } from './keys'

/** An entry as it is shown, and those of its fields that only this program keeps. */
export interface StoredEntry {
  readonly entry: Entry
  readonly local: LocalFields | null
}

/** Fields whose value the service cannot hold. */
export interface LocalFields {
  /** As the user set them: what is shown. */
  readonly mine: EntryPatch
  /** What the service had then; once it has something else, that is newer and counts. */
  readonly theirs: EntryPatch
}

export type Entries = ReturnType<typeof createEntries>

/** The table of what is shown: what the service has, with what waits laid on top. */
export function createEntries({ sql }: Database) {
  const select = sql.prepare(`SELECT ${entryColumnNames} FROM entries WHERE key = ?`)
  const replace = sql.prepare(
    `INSERT OR REPLACE INTO entries (${entryColumnNames})
     VALUES (${entryColumnNames.replace(/\w+/g, '?')})`,
  )
  const erase = sql.prepare('DELETE FROM entries WHERE key = ?')
  const eraseRange = sql.prepare('DELETE FROM entries WHERE key >= ? AND key < ?')
  const keys = sql.prepare('SELECT key FROM entries WHERE key >= ? AND key < ?')
  const count = sql.prepare('SELECT COUNT(*) AS n FROM entries WHERE key >= ? AND key < ?')
  const newest = sql.prepare('SELECT MAX(updated_at) AS at FROM entries WHERE key >= ? AND key < ?')

  return {
    get(key: PackedKey): StoredEntry | null {
      const row = select.get(key) as EntryColumns | undefined
      if (!row) return null
      return {
        entry: toEntry(unpackKey(key).title, row),
        local: row.local ? (JSON.parse(row.local) as LocalFields) : null,
      }
    },
    put(key: PackedKey, entry: Entry, local: LocalFields | null) {
      replace.run(...toColumns(key, entry, local))
    },
    remove: (key: PackedKey) => void erase.run(key),
    removeAll(account: number) {
      const { first, end } = keyRange(account, null)
      eraseRange.run(first, end)
    },
    keys(account: number, kind: MediaKind): PackedKey[] {
      const { first, end } = keyRange(account, kind)
      return (keys.all(first, end) as { key: number }[]).map((row) => row.key)
    },
    count(account: number, kind: MediaKind | null): number {
      const { first, end } = keyRange(account, kind)
      return (count.get(first, end) as { n: number }).n
    },
    /** Unix s of the latest change the service told of; `null` for none. */
    newest(account: number, kind: MediaKind): number | null {
      const { first, end } = keyRange(account, kind)
      return (newest.get(first, end) as { at: number | null }).at
    },
  }
}
