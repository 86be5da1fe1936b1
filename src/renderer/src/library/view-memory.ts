import { tabId } from '../../../shared/library-tab'
import { type Sort, sortKeys } from '../../../shared/library-view'
import { type Layout, layouts } from './look'
import type { Place } from './place'

/** What is remembered of a list. */
export interface ViewMemory {
  readonly sort: Sort
  readonly layout: Layout
}

const usual: ViewMemory = { sort: { key: 'title', descending: false }, layout: 'table' }

/** Under which name a list's memory is kept in the settings. */
export function memoryName({ kind, tab, smart }: Place): string {
  return `list/${kind}/${smart === undefined ? tabId(tab) : `smart/${smart}`}`
}

/** Reads a list's memory; anything that is not understood is as usual. */
export function readMemory(views: Readonly<Record<string, unknown>>, place: Place): ViewMemory {
  const kept = views[memoryName(place)]
  if (typeof kept !== 'object' || kept === null) return usual
  return {
    sort: 'sort' in kept ? readSort(kept.sort) : usual.sort,
    layout: layouts.find((layout) => 'layout' in kept && kept.layout === layout) ?? usual.layout,
  }
}

export function sameMemory(a: ViewMemory, b: ViewMemory): boolean {
  return (
    a.layout === b.layout && a.sort.key === b.sort.key && a.sort.descending === b.sort.descending
  )
}

function readSort(kept: unknown): Sort {
  if (typeof kept !== 'object' || kept === null || !('key' in kept)) return usual.sort
  const key = sortKeys.find((each) => each === kept.key)
  if (!key) return usual.sort
  return { key, descending: 'descending' in kept && kept.descending === true }
}
