import {
  type BrowseFilter,
  type BrowseQuery,
  type BrowseTag,
  browseSorts,
  emptyBrowse,
} from '../../../../shared/community/browse'
import type { MediaFormat } from '../../../../shared/media'
import type { DiscoverCalls } from '../../community'
import { badAnswer } from '../../answers'
import { textOrNull, textsOf } from '../../lenient'
import { type Parts, readList } from '../../reading'
import type { MakeCall } from '../call'
import { sortWords } from '../community-words'
import { browseDocument, genresDocument, tagsDocument } from '../documents/browse'
import { wholeTitle } from '../read/titles'
import { formatOf, mediaStatusOf, mediaTypes, seasonOf } from '../words'
import type { Ask } from './ask'

/** Everything but `whole`: a page is a page here. The next episode always comes along. */
const filters: readonly BrowseFilter[] = [
  'text',
  'year',
  'season',
  'format',
  'status',
  'genres',
  'withoutGenres',
  'tags',
  'withoutTags',
  'adult',
  'onMyList',
  'airing',
]

/** Looking for titles. */
export function createDiscoverCalls(call: MakeCall, { page }: Ask): DiscoverCalls {
  const browse = (query: BrowseQuery, number: number) =>
    page(
      { name: 'Page.media', field: 'media', document: browseDocument },
      { page: number, ...browseVariables(query) },
      (raw, into) => wholeTitle(raw, into, query.kind),
    )
  return {
    browseSorts,
    browseFilters: filters,
    browse,
    search: (kind, text, number) => browse({ ...emptyBrowse, kind, text, sort: 'match' }, number),
    genres: () =>
      call({
        name: 'GenreCollection',
        effect: 'read',
        document: genresDocument,
        variables: {},
        read: (data) => {
          const genres = data['GenreCollection']
          if (!Array.isArray(genres)) throw badAnswer('GenreCollection: no list')
          return textsOf(genres)
        },
      }),
    tags: () =>
      call({
        name: 'MediaTagCollection',
        effect: 'read',
        document: tagsDocument,
        variables: {},
        read: (data) => readList(data['MediaTagCollection'], 'MediaTagCollection', toTag),
      }),
  }
}

/** Works from China and Korea are manga of their countries. */
const countries: Readonly<Partial<Record<MediaFormat, string>>> = { manhua: 'CN', manhwa: 'KR' }

/** A query in AniList's words; what does not narrow is left out. */
export function browseVariables(query: BrowseQuery): Readonly<Record<string, unknown>> {
  const country = query.format === null ? undefined : countries[query.format]
  const format = country === undefined && query.format !== 'doujin' ? query.format : 'manga'
  const text = query.text.trim()
  return stated({
    type: mediaTypes[query.kind],
    search: text,
    ...yearVariables(query),
    season: wordFor(seasonOf, query.season),
    format: wordFor(formatOf, format),
    status: wordFor(mediaStatusOf, query.status),
    countryOfOrigin: country,
    genres: query.genres,
    withoutGenres: query.withoutGenres,
    tags: query.tags,
    withoutTags: query.withoutTags,
    isAdult: query.adult,
    onList: query.onMyList,
    sort: [sortWord(query, text)],
  })
}

/** Anime belong to the year of their season, manga to that in which they began. */
function yearVariables({ kind, year }: BrowseQuery) {
  if (year === null) return {}
  if (kind === 'anime') return { seasonYear: year }
  return { startDateGreater: year * 10_000 - 1, startDateLesser: (year + 1) * 10_000 }
}

/** The best match is sorted one way only, and there is none without a text. */
function sortWord({ sort, descending }: BrowseQuery, text: string) {
  if (sort === 'match' && text !== '') return sortWords.match
  const word = sortWords[sort === 'match' ? 'popularity' : sort]
  return descending ? `${word}_DESC` : word
}

function wordFor<T>(words: Readonly<Record<string, T>>, ours: T | null): string | undefined {
  return Object.keys(words).find((word) => words[word] === ours)
}

function stated(values: Parts): Parts {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => {
      if (Array.isArray(value)) return value.length > 0
      return value !== undefined && value !== null && value !== ''
    }),
  )
}

function toTag(raw: Parts): BrowseTag | null {
  const name = textOrNull(raw['name'])
  if (name === null) return null
  return {
    name,
    category: textOrNull(raw['category']),
    description: textOrNull(raw['description']),
    adult: raw['isAdult'] === true,
    spoiler: raw['isGeneralSpoiler'] === true,
  }
}
