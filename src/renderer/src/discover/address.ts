import { type BrowseQuery, browseSorts, emptyBrowse } from '../../../shared/community/browse'
import { mediaFormats, mediaStatuses, seasons } from '../../../shared/media'

/** What can be looked for. */
export const places = [
  'anime',
  'manga',
  'on-air',
  'characters',
  'staff',
  'voices',
  'studios',
  'users',
] as const
export type Place = (typeof places)[number]

/** What is looked for, as the address of the window holds it. */
export interface Wanted {
  readonly place: Place
  readonly query: BrowseQuery
}

/** The query of an address: each value a text, a list of them, or nothing. */
type Query = Readonly<Record<string, unknown>>

/** Reads an address; what it does not say, or says wrongly, does not narrow anything. */
export function wantedFrom(query: Query): Wanted {
  const place = oneOf(places, query['what']) ?? 'anime'
  const year = Number(query['year'])
  return {
    place,
    query: {
      ...emptyBrowse,
      kind: place === 'manga' ? 'manga' : 'anime',
      text: textOf(query['q']).slice(0, 200),
      year: Number.isInteger(year) && year >= 1900 && year <= 2200 ? year : null,
      season: oneOf(seasons, query['season']),
      format: oneOf(mediaFormats, query['format']),
      status: oneOf(mediaStatuses, query['status']),
      genres: namesOf(query['genres']),
      withoutGenres: namesOf(query['no-genres']),
      tags: namesOf(query['tags']),
      withoutTags: namesOf(query['no-tags']),
      adult: flagOf(query['adult']),
      onMyList: flagOf(query['mine']),
      sort: oneOf(browseSorts, query['sort']) ?? emptyBrowse.sort,
      descending: query['way'] !== 'up',
    },
  }
}

/** The address of what is wanted, without what does not narrow. */
export function addressOf({ place, query }: Wanted): Record<string, string> {
  const parts: Record<string, string> = {
    what: place === 'anime' ? '' : place,
    q: query.text,
    year: query.year === null ? '' : String(query.year),
    season: query.season ?? '',
    format: query.format ?? '',
    status: query.status ?? '',
    genres: query.genres.join(','),
    'no-genres': query.withoutGenres.join(','),
    tags: query.tags.join(','),
    'no-tags': query.withoutTags.join(','),
    adult: flagText(query.adult),
    mine: flagText(query.onMyList),
    sort: query.sort === emptyBrowse.sort ? '' : query.sort,
    way: query.descending ? '' : 'up',
  }
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== ''))
}

/** How many filters narrow a query, its text apart. */
export function filtersIn(query: BrowseQuery): number {
  const { year, season, format, status, adult, onMyList } = query
  const single = [year, season, format, status, adult, onMyList].filter((value) => value !== null)
  const { genres, withoutGenres, tags, withoutTags } = query
  return single.length + genres.length + withoutGenres.length + tags.length + withoutTags.length
}

function oneOf<T extends string>(words: readonly T[], value: unknown): T | null {
  return words.find((word) => word === value) ?? null
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function namesOf(value: unknown): readonly string[] {
  const names = textOf(value).split(',').filter(Boolean)
  return [...new Set(names)].slice(0, 100).map((name) => name.slice(0, 100))
}

function flagOf(value: unknown): boolean | null {
  return value === 'yes' ? true : value === 'no' ? false : null
}

function flagText(value: boolean | null): string {
  return value === null ? '' : value ? 'yes' : 'no'
}
