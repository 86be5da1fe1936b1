import type { FieldName } from '../../../shared/query/fields'
import type { NameColumn } from '../../../shared/query/name-column'
import type { RowSet } from '../library/row-set'
import { columnsOf } from './columns-of'

const ranked = new WeakMap<NameColumn, readonly string[]>()

/** The names that a list knows for a field, such as all its tags: the most frequent first. */
export function knownNames(set: RowSet | null, field: FieldName): readonly string[] {
  if (!set) return []
  const columns = columnsOf(set)
  columns.refresh()
  const column = columns.names(field)
  if (!column) return []
  const before = ranked.get(column)
  if (before) return before
  const { names, counts } = column
  const sorted = [...names.keys()]
    .toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
    .map((id) => names[id] ?? '')
  ranked.set(column, sorted)
  return sorted
}
