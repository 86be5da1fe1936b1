import type { ListRow } from '../../../shared/entry'
import type { TitleKey } from '../../../shared/media'
import type { RowSet } from './row-set'

/** What news did to a list, from nothing to the most. */
export interface Effect {
  /** Rows that were not there: the order must be made anew. */
  readonly arrived: boolean
  /** Rows that may have changed tabs. */
  readonly moved: boolean
}

/** Takes news into a list. */
export function takeNews(
  set: RowSet,
  rows: readonly ListRow[],
  removed: readonly TitleKey[],
): Effect {
  let arrived = false
  let moved = false
  for (const row of rows) {
    const before = set.put(row)
    if (!before) arrived = true
    else if (changesTab(before, row)) moved = true
  }
  for (const title of removed) if (set.remove(title)) moved = true
  return { arrived, moved: moved || arrived }
}

function changesTab(a: ListRow, b: ListRow) {
  return (
    a.entry.status !== b.entry.status ||
    a.entry.hidden !== b.entry.hidden ||
    a.media.adult !== b.media.adult ||
    a.entry.customLists.join('\n') !== b.entry.customLists.join('\n')
  )
}
