import { tabId } from '../../../shared/library-tab'
import { type Sort, sortKeys } from '../../../shared/library-view'
import { type Column, readColumns } from './columns'
import { type Grouping, groupings } from './groups'
import { type CoverGridSize, coverSizes, type Layout, layouts } from './look'
import type { Place } from './place'

/** What is remembered of a list. */
export interface ViewMemory {
  readonly sort: Sort
  readonly layout: Layout
  /** `null` is as usual. */
  readonly columns: readonly Column[] | null
  readonly grouping: Grouping
  readonly coverSize: CoverGridSize
  /** What stands in the filter. */
  readonly filter: string
}

const usual: ViewMemory = {
  sort: { key: 'title', descending: false },
  layout: 'table',
  columns: null,
  grouping: 'none',
  coverSize: 'medium',
  filter: '',
}

/** Under which name a list's memory is kept in the settings. */
export function memoryName({ kind, tab, smart }: Place): string {
  return `list/${kind}/${smart === undefined ? tabId(tab) : `smart/${smart}`}`
}

/** Reads a list's memory; anything that is not understood is as usual. */
export function readMemory(views: Readonly<Record<string, unknown>>, place: Place): ViewMemory {
  const kept: unknown = views[memoryName(place)]
  if (typeof kept !== 'object' || kept === null) return usual
  const { sort, layout, columns, grouping, coverSize, filter } = kept as Partial<
    Record<keyof ViewMemory, unknown>
  >
  return {
    sort: readSort(sort),
    layout: layouts.find((each) => each === layout) ?? usual.layout,
    columns: readColumns(columns),
    grouping: groupings.find((each) => each === grouping) ?? usual.grouping,
    coverSize: coverSizes.find((each) => each === coverSize) ?? usual.coverSize,
    filter: typeof filter === 'string' ? filter.slice(0, 1000) : usual.filter,
  }
}

export function sameMemory(a: ViewMemory, b: ViewMemory): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function readSort(kept: unknown): Sort {
  if (typeof kept !== 'object' || kept === null || !('key' in kept)) return usual.sort
  const key = sortKeys.find((each) => each === kept.key)
  if (!key) return usual.sort
  return { key, descending: 'descending' in kept && kept.descending === true }
}
