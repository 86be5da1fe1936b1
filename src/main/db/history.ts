import type { EntryPatch } from '../../shared/entry'
import type { ChangeSource } from '../../shared/history'
import type { Database } from './database'
import type { PackedKey } from './keys'

export interface HistoryRow {
  readonly id: number
  readonly key: PackedKey
  /** Unix ms. */
  readonly at: number
  readonly source: ChangeSource
  readonly before: EntryPatch | null
  readonly after: EntryPatch | null
  readonly group: number
  readonly undone: boolean
}

export type HistoryTable = ReturnType<typeof createHistoryTable>

/** Every change of every entry. */
export function createHistoryTable({ sql }: Database) {
  const insert = sql.prepare(
    'INSERT INTO history (key, at, source, before, after, grp) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const setGroup = sql.prepare('UPDATE history SET grp = id WHERE id = ?')
  const select = sql.prepare('SELECT * FROM history WHERE id = ?')
  const ofGroup = sql.prepare('SELECT * FROM history WHERE grp = ? AND id >= ? ORDER BY id')
  const openOfGroup = sql.prepare(
    `SELECT * FROM history WHERE grp = ? AND id >= ? AND id < ? AND undone = 0
     ORDER BY id DESC LIMIT ?`,
  )
  const mark = sql.prepare('UPDATE history SET undone = ? WHERE id = ?')
  const page = sql.prepare('SELECT * FROM history WHERE id < ? ORDER BY id DESC LIMIT ?')
  const pageOf = sql.prepare(
    'SELECT * FROM history WHERE key = ? AND id < ? ORDER BY id DESC LIMIT ?',
  )
  const foreign = sql.prepare(
    `SELECT * FROM history WHERE id > ? AND source IN ('sync', 'conflict')`,
  )
  const eraseRange = sql.prepare('DELETE FROM history WHERE key >= ? AND key < ?')

  return {
    /** Without a group the change starts one, named after its own id. */
    add(change: Omit<HistoryRow, 'id' | 'undone' | 'group'>, group: number | null): HistoryRow {
      const { key, at, source, before, after } = change
      const { lastInsertRowid } = insert.run(
        key,
        at,
        source,
        before && JSON.stringify(before),
        after && JSON.stringify(after),
        group ?? 0,
      )
      const id = Number(lastInsertRowid)
      if (group === null) setGroup.run(id)
      return { ...change, id, group: group ?? id, undone: false }
    },
    get: (id: number) => toRow(select.get(id)),
    ofGroup: (group: number) => ofGroup.all(group, group).flatMap((row) => toRow(row) ?? []),
    /** The newest changes of a group before an id that are not undone, in the order they were made. */
    openOfGroup(group: number, before: number | null, limit: number): HistoryRow[] {
      const rows = openOfGroup.all(group, group, before ?? Number.MAX_SAFE_INTEGER, limit)
      return rows.toReversed().flatMap((row) => toRow(row) ?? [])
    },
    markUndone: (id: number, undone: boolean) => void mark.run(Number(undone), id),
    /** Newest first, before the given id. */
    page(key: PackedKey | null, before: number | null, limit: number): HistoryRow[] {
      const from = before ?? Number.MAX_SAFE_INTEGER
      const rows = key === null ? page.all(from, limit) : pageOf.all(key, from, limit)
      return rows.flatMap((row) => toRow(row) ?? [])
    },
    /** What came to titles from elsewhere, or was decided for it, after a change. */
    foreignSince: (id: number, keys: ReadonlySet<PackedKey>) =>
      foreign
        .all(id)
        .filter((row) => keys.has(Number(row['key'])))
        .flatMap((row) => toRow(row) ?? []),
    removeRange: (first: number, end: number) => void eraseRange.run(first, end),
  }
}

function toRow(row: Record<string, unknown> | undefined): HistoryRow | null {
  if (!row) return null
  const json = (text: unknown) =>
    typeof text === 'string' ? (JSON.parse(text) as EntryPatch) : null
  return {
    id: Number(row['id']),
    key: Number(row['key']),
    at: Number(row['at']),
    source: String(row['source']) as ChangeSource,
    before: json(row['before']),
    after: json(row['after']),
    group: Number(row['grp']),
    undone: row['undone'] === 1,
  }
}
