import type { ListRow } from '../../shared/entry'
import type { MediaKind, Titles } from '../../shared/media'
import { statuses, type Status } from '../../shared/status'
import type { Database } from './database'
import { entryColumnNames, toEntry, type EntryColumns } from './entry-columns'
import { keyOffset, keyRange, unpackKey, type PackedKey } from './keys'
import { toMedia } from './media'

/** An account and the realm that its titles are known in. */
export interface ListOf {
  readonly account: number
  readonly realm: number
}

export type ListTable = ReturnType<typeof createListTable>

const rowColumns = entryColumnNames
  .split(', ')
  .map((name) => `e.${name}`)
  .join(', ')
const joined = 'FROM entries e LEFT JOIN media m ON m.key = e.key + ?'

type RowColumns = EntryColumns & { data: string | null }

/** Reads the list as it is shown: entries with their titles and the state of what waits. */
export function createListTable({ sql }: Database) {
  const rowSql = `SELECT ${rowColumns}, m.data ${joined}`
  const one = sql.prepare(`${rowSql} WHERE e.key = ?`)
  const some = sql.prepare(`${rowSql} WHERE e.key IN (SELECT value FROM json_each(?))`)
  const after = sql.prepare(`${rowSql} WHERE e.key > ? AND e.key < ? ORDER BY e.key LIMIT ?`)
  const counted = sql.prepare(
    `SELECT status, COUNT(*) AS n FROM entries WHERE key >= ? AND key < ? AND hidden = 0
     GROUP BY status`,
  )
  const customs = sql.prepare(
    `SELECT custom_lists FROM entries WHERE key >= ? AND key < ? AND custom_lists <> '[]'`,
  )
  const titled = sql.prepare(
    `SELECT e.key, e.status, e.hidden, e.custom_lists, m.romaji, m.english, m.native,
       instr(m.data, '"adult":true') > 0 AS adult
     FROM entries e LEFT JOIN media m ON m.key = e.key + ? WHERE e.key >= ? AND e.key < ?`,
  )
  titled.setReturnArrays(true)

  const offset = ({ account, realm }: ListOf) => keyOffset(account, realm)

  return {
    row(of: ListOf, key: PackedKey): StoredRow | null {
      const row = one.get(offset(of), key) as RowColumns | undefined
      return row ? toRow(row) : null
    },
    /** The rows of these keys that there are, in the order of their keys: cheaper than one by one. */
    some(of: ListOf, keys: readonly PackedKey[]): { key: PackedKey; row: StoredRow }[] {
      const found = some.all(offset(of), JSON.stringify(keys)) as never as RowColumns[]
      return found.map((row) => ({ key: row.key, row: toRow(row) }))
    },
    /** Rows in the order of their keys, and how many characters of titles came with them. */
    rowsAfter(of: ListOf, kind: MediaKind, key: PackedKey | null, limit: number) {
      const { first, end } = keyRange(of.account, kind)
      return after.all(offset(of), key ?? first - 1, end, limit) as never as RowColumns[]
    },
    counts(account: number, kind: MediaKind): Record<Status, number> {
      const { first, end } = keyRange(account, kind)
      const counts = Object.fromEntries(statuses.map((status) => [status, 0])) as Record<
        Status,
        number
      >
      for (const row of counted.all(first, end))
        counts[String(row['status']) as Status] = Number(row['n'])
      return counts
    },
    customCounts(account: number, kind: MediaKind): Record<string, number> {
      const { first, end } = keyRange(account, kind)
      const counts: Record<string, number> = {}
      for (const row of customs.all(first, end)) {
        for (const name of JSON.parse(String(row['custom_lists'])) as string[]) {
          counts[name] = (counts[name] ?? 0) + 1
        }
      }
      return counts
    },
    /** Every title of a kind with what decides its tab; without parsing what else is known of it. */
    titles(of: ListOf, kind: MediaKind): TitledRow[] {
      const { first, end } = keyRange(of.account, kind)
      const rows = titled.all(offset(of), first, end) as never as TitledColumns[]
      return rows.map(([key, status, hidden, lists, romaji, english, native, adult]) => ({
        key,
        status: status as Status,
        hidden: hidden === 1,
        adult: adult === 1,
        customLists: lists === '[]' ? [] : (JSON.parse(lists) as string[]),
        titles: { romaji, english, native },
      }))
    },
  }
}

export interface TitledRow {
  readonly key: PackedKey
  readonly status: Status
  readonly hidden: boolean
  readonly adult: boolean
  readonly customLists: readonly string[]
  readonly titles: Titles
}

type Name = string | null
type TitledColumns = [number, string, number, string, Name, Name, Name, number | null]

/** A row for the window, but for what waits for it: that is the queue's to say. */
export type StoredRow = Omit<ListRow, 'state'>

export function toRow(row: RowColumns): StoredRow {
  const { title } = unpackKey(row.key)
  return {
    title,
    entry: toEntry(title, row),
    media: toMedia(row.key, row.data),
  }
}
