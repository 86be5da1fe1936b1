import { type Columns, createColumns } from '../../../shared/query/columns'
import type { RowSet } from '../library/row-set'

const known = new WeakMap<RowSet, Columns>()

/** The columns of a list, made once and kept as long as the list is. */
export function columnsOf(set: RowSet): Columns {
  const before = known.get(set)
  if (before) return before
  const columns = createColumns(set.rows, set.texts)
  known.set(set, columns)
  return columns
}
