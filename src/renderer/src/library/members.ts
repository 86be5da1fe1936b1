import { isInTab } from '../../../shared/library-tab'
import type { ListTab } from '../../../shared/library-view'
import type { Indexes } from './filter'
import type { RowSet } from './row-set'

export interface Members {
  readonly indexes: Indexes
  /** Rows of the tab that are not shown because adult titles are off. */
  readonly hiddenAdult: number
}

/** The rows of a tab, in the order that is handed in. */
export function membersOf(
  set: RowSet,
  order: Indexes,
  tab: ListTab,
  adult: 'shown' | 'hidden',
): Members {
  let hiddenAdult = 0
  const indexes = order.filter((index) => {
    const row = set.rows[index]
    if (!row || set.isGone(index) || !isInTab(row.entry, tab)) return false
    if (adult === 'shown' || !row.media.adult) return true
    hiddenAdult += 1
    return false
  })
  return { indexes, hiddenAdult }
}
