import type { ListTab } from '../../../shared/library-view'
import { type Facts, hasStatus, isListed } from './facts'
import { type Indexes, pick } from './pick'
import type { RowSet } from './row-set'

/**
 * The rows of a tab, in the order that is handed in, and one that belongs there whatever it is now.
 * Says the same as `isInTab`, only sooner.
 */
export function membersOf(set: RowSet, order: Indexes, tab: ListTab, pinned?: number): Indexes {
  const belongs = testFor(set, tab)
  return pick(order, (index) => {
    const facts = set.facts[index]
    if (facts === undefined || set.isGone(index)) return false
    return index === pinned || belongs(facts, index)
  })
}

function testFor(set: RowSet, tab: ListTab): (facts: Facts, index: number) => boolean {
  if (tab.type === 'all') return () => true
  if (tab.type === 'status') return hasStatus(tab.status)
  const { name } = tab
  return (facts, index) =>
    isListed(facts) && set.rows[index]?.entry.customLists.includes(name) === true
}
