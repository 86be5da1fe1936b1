import type { MediaKind } from './media'
import type { Status } from './status'

/** Which rows a list shows. A custom list is named by its own name. */
export type ListTab =
  | { readonly type: 'all' }
  | { readonly type: 'status'; readonly status: Status }
  | { readonly type: 'custom'; readonly name: string }

export const sortKeys = [
  'title',
  'score',
  'progress',
  'updated',
  'added',
  'started',
  'finished',
  'season',
  'format',
  'average',
  'popularity',
  'next-episode',
  'behind',
] as const
export type SortKey = (typeof sortKeys)[number]

export interface Sort {
  readonly key: SortKey
  readonly descending: boolean
}

export interface FirstScreenQuery {
  readonly accountId: number
  readonly kind: MediaKind
  readonly tab: ListTab
  readonly sort: Sort
  /** At most 100. */
  readonly limit: number
}
