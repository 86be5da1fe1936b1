import type { Sort, SortKey } from '../../../shared/library-view'

/** Names begin with A, everything else with the most. */
const upFirst: ReadonlySet<SortKey> = new Set(['title', 'format', 'next-episode'])

/** The order after somebody chose what to sort by: choosing the same again turns it round. */
export function chosenSort(before: Sort, key: SortKey): Sort {
  const same = key === before.key
  return { key, descending: same ? !before.descending : !upFirst.has(key) }
}
