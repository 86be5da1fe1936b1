import type { OnAir } from '../community/airing'
import type { BrowseFilter, BrowseQuery, BrowseSort, BrowseTag } from '../community/browse'
import type { FavouriteType } from '../community/favourites'
import type { Page } from '../community/paging'
import type { Look, Looked } from '../looked-up'
import type { Media, MediaKind } from '../media'

/** What can be discovered at the service of an account. */
export interface Discoverable {
  readonly sorts: readonly BrowseSort[]
  readonly filters: readonly BrowseFilter[]
  readonly tags: boolean
  readonly recommendations: boolean
  /** Voices are looked for apart from other staff. */
  readonly voices: boolean
  /** What can be made a favourite. */
  readonly favourites: readonly FavouriteType[]
}

export interface DiscoverCalls {
  /** `null` where the service has lists and nothing else. */
  'discover:able': (accountId: number) => Discoverable | null
  /** Titles by page, from 1. A text that the service does not filter by is searched for instead. */
  'discover:browse': (look: Look, query: BrowseQuery, page: number) => Looked<Page<Media>>
  /** The titles that fit a text best, at most a page of them. */
  'discover:find': (look: Look, kind: MediaKind, text: string) => Looked<Page<Media>>
  'discover:genres': (look: Look) => Looked<readonly string[]>
  'discover:tags': (look: Look) => Looked<readonly BrowseTag[]>
  /** What the user watches and airs at present. */
  'discover:on-air': (look: Look) => Looked<readonly OnAir[]>
}

export const discoverCallNames: Record<keyof DiscoverCalls, true> = {
  'discover:able': true,
  'discover:browse': true,
  'discover:find': true,
  'discover:genres': true,
  'discover:tags': true,
  'discover:on-air': true,
}
