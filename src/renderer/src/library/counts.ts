import type { ListRow } from '../../../shared/entry'
import { type Status, statuses } from '../../../shared/status'
import type { RowSet } from './row-set'

export interface Counts {
  readonly status: Readonly<Record<Status, number>>
  /** By the name of a custom list. */
  readonly custom: Readonly<Record<string, number>>
  readonly all: number
}

/** How many rows each tab has. Hidden entries count for their custom lists only. */
export function countRows(set: RowSet): Counts {
  const status = Object.fromEntries(statuses.map((name) => [name, 0])) as Record<Status, number>
  const custom: Record<string, number> = {}
  let all = 0
  set.rows.forEach((row, index) => {
    if (set.isGone(index)) return
    all += 1
    count(row, status, custom)
  })
  return { status, custom, all }
}

function count(row: ListRow, status: Record<Status, number>, custom: Record<string, number>) {
  if (!row.entry.hidden) status[row.entry.status] += 1
  for (const name of row.entry.customLists) custom[name] = (custom[name] ?? 0) + 1
}
