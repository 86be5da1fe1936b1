import type { MediaFormat, MediaKind, MediaStatus, Season } from '../media'

export const browseSorts = [
  'popularity',
  'score',
  'trending',
  'favourites',
  'start-date',
  'end-date',
  'title',
  'updated',
  'episodes',
  'duration',
  'chapters',
  'volumes',
  'match',
  'id',
] as const
export type BrowseSort = (typeof browseSorts)[number]

/** What titles are looked for. What is `null` or empty does not narrow anything. */
export interface BrowseQuery {
  readonly kind: MediaKind
  readonly text: string
  readonly year: number | null
  readonly season: Season | null
  readonly format: MediaFormat | null
  readonly status: MediaStatus | null
  /** A title has all of these, and none of the others. */
  readonly genres: readonly string[]
  readonly withoutGenres: readonly string[]
  readonly tags: readonly string[]
  readonly withoutTags: readonly string[]
  readonly adult: boolean | null
  readonly onMyList: boolean | null
  readonly sort: BrowseSort
  readonly descending: boolean
  /** With the next episode of each, where that costs extra. */
  readonly airing: boolean
  /** All at once instead of page by page, where the service does that for such a query. */
  readonly whole: boolean
}

/** What a service can narrow by; a view shows no others. */
export type BrowseFilter = keyof Omit<BrowseQuery, 'kind' | 'sort' | 'descending'>

export const emptyBrowse: Omit<BrowseQuery, 'kind'> = {
  text: '',
  year: null,
  season: null,
  format: null,
  status: null,
  genres: [],
  withoutGenres: [],
  tags: [],
  withoutTags: [],
  adult: null,
  onMyList: null,
  sort: 'popularity',
  descending: true,
  airing: true,
  whole: false,
}

/** A tag of the service's collection. */
export interface BrowseTag {
  readonly name: string
  readonly category: string | null
  readonly description: string | null
  readonly adult: boolean
  readonly spoiler: boolean
}
