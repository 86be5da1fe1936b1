import type { BrowseFilter, BrowseQuery, BrowseSort } from '../../../../shared/community/browse'
import { wholePage } from '../../../../shared/community/paging'
import type { Media, MediaFormat, MediaStatus } from '../../../../shared/media'
import type { DiscoverCalls } from '../../community'
import { textOrNull } from '../../lenient'
import type { FormValue, MakeCall } from '../call'
import { fullSeries, smallSeries } from '../read/titles'
import { readRows } from '../read/rows'
import { formatWords, mediaStatusWords } from '../words'
import { badAnswer } from '../../answers'
import { type Ask, pathPart } from './ask'

/** Small series models on a page. */
const perPage = 40

const sorts: Readonly<Partial<Record<BrowseSort, string>>> = {
  popularity: 'popularity',
  score: 'score',
  'start-date': 'start_date',
  'end-date': 'end_date',
  id: 'id',
}

const filters: readonly BrowseFilter[] = [
  'year',
  'season',
  'format',
  'status',
  'genres',
  'withoutGenres',
  'adult',
  'airing',
  'whole',
]

/** Looking for titles. */
export function createDiscoverCalls(call: MakeCall, { find }: Ask): DiscoverCalls {
  return {
    browseSorts: Object.keys(sorts) as BrowseSort[],
    browseFilters: filters,
    browse: (query, page) =>
      find(
        {
          name: 'GET browse/{series_type}',
          path: `browse/${query.kind}`,
          query: browseParams(query, page),
        },
        (body, into) => {
          const items = readRows(body, 'browse', (row) => smallSeries(row, into, query.kind))
          const hasNext = !isWhole(query) && items.length >= perPage
          return { items: items.filter((media) => fits(media, query)), hasNext, total: null }
        },
      ),
    search: (kind, text) =>
      find(
        {
          name: 'GET {series_type}/search/{query}',
          path: `${kind}/search/${pathPart(text)}`,
          isSearch: true,
        },
        (body, into) => wholePage(readRows(body, 'search', (row) => fullSeries(row, into, kind))),
      ),
    genres: () =>
      call({ name: 'GET genre_list', method: 'GET', path: 'genre_list', read: readGenres }),
  }
}

/** A query in the words of the document; what does not narrow is left out. */
export function browseParams(
  query: BrowseQuery,
  page: number,
): Readonly<Record<string, FormValue>> {
  const sort = sorts[query.sort] ?? 'popularity'
  return {
    year: query.year,
    season: query.season,
    type: query.format && formatWords[query.format],
    status: query.status && mediaStatusWords[query.kind][query.status],
    genres: query.genres.join(','),
    genres_exclude: query.withoutGenres.join(','),
    sort: query.descending ? `${sort}-desc` : sort,
    airing_data: query.airing && query.kind === 'anime' ? 'true' : null,
    full_page: isWhole(query) ? 'true' : null,
    page: isWhole(query) ? null : page,
  }
}

/** All at once is to be had of a season and of what airs at present. */
function isWhole({ whole, season, kind, status }: BrowseQuery): boolean {
  return whole && (season !== null || (kind === 'anime' && status === 'releasing'))
}

/** What the service does not narrow by is looked for in the answer. */
function fits(media: Media, query: BrowseQuery): boolean {
  const isUnknown = (word: MediaFormat | MediaStatus | null) =>
    word === 'unknown' || word === 'hiatus'
  if (query.adult !== null && media.adult !== query.adult) return false
  return !isUnknown(query.format) && !isUnknown(query.status)
}

/** Rows of `{id, genre}`, or the names alone. */
function readGenres(body: unknown): readonly string[] {
  if (!Array.isArray(body)) throw badAnswer('genre_list: no list')
  return body.flatMap((row: unknown) => {
    const genre = (row as { genre?: unknown } | null)?.genre
    return textOrNull(row) ?? textOrNull(genre) ?? []
  })
}
