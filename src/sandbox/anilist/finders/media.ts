import { statusAt } from '../../world/airing'
import { seasonOf } from '../../world/season'
import type { Series } from '../../world/series'
import { seriesTags } from '../../world/series-facts'
import { typesIn } from '../collection'
import type { GraphContext } from '../context'
import { dateNumber, filterOf, orderOf, type Values } from '../filter'
import { formatOf } from '../resolvers/media'
import { numbersIn, searchIn, sortIn, type Args } from './finder'

const tagCategories = new Map<number, string>(seriesTags.map((tag) => [tag.id, tag.category]))
const tagNames = new Map<number, string>(seriesTags.map((tag) => [tag.id, tag.name]))

function mediaFilters({ now, viewer, world }: GraphContext): Values<Series> {
  return {
    id: (series) => series.id,
    idMal: (series) => series.idMal,
    type: (series) => series.type.toUpperCase(),
    format: formatOf,
    status: (series) => statusAt(series, now),
    startDate: (series) => dateNumber(series.start),
    endDate: (series) => dateNumber(series.end),
    season: (series) => seasonOf(series)?.season ?? null,
    seasonYear: (series) => seasonOf(series)?.year ?? null,
    episodes: (series) => series.episodes,
    duration: (series) => series.duration,
    chapters: (series) => series.chapters,
    volumes: (series) => series.volumes,
    isAdult: (series) => series.adult,
    onList: (series) => viewer !== null && world.lists.find(viewer.id, series.id) !== undefined,
    genre: (series) => series.genres,
    tag: (series) => series.tags.map((id) => tagNames.get(id) ?? ''),
    tagCategory: (series) => series.tags.map((id) => tagCategories.get(id) ?? ''),
    averageScore: (series) => series.score,
    popularity: (series) => series.popularity,
    source: (series) => series.source,
    countryOfOrigin: (series) => series.country,
  }
}

export const mediaOrder: Values<Series> = {
  ID: (series) => series.id,
  TITLE_ROMAJI: (series) => series.romaji,
  TITLE_ENGLISH: (series) => series.english,
  TITLE_NATIVE: (series) => series.native,
  TYPE: (series) => series.type,
  FORMAT: (series) => series.format,
  START_DATE: (series) => dateNumber(series.start),
  END_DATE: (series) => dateNumber(series.end),
  SCORE: (series) => series.score,
  POPULARITY: (series) => series.popularity,
  TRENDING: (series) => series.popularity % 97,
  EPISODES: (series) => series.episodes,
  DURATION: (series) => series.duration,
  STATUS: (series) => series.status,
  CHAPTERS: (series) => series.chapters,
  VOLUMES: (series) => series.volumes,
  UPDATED_AT: (series) => series.updatedAt,
  SEARCH_MATCH: (series) => -series.popularity,
  FAVOURITES: (series) => series.popularity,
}

/** Titles that fit AniList's arguments, in the order wished for. */
export function findMedia(args: Args, context: GraphContext): Series[] {
  const fits = filterOf(args, mediaFilters(context))
  const search = searchIn(args)
  const usual = search === null ? 'ID' : 'SEARCH_MATCH'
  return candidates(args, context)
    .filter((series) => (search === null || matches(series, search)) && fits(series))
    .sort(orderOf(sortIn(args, usual), mediaOrder))
}

/** Titles named by number are looked up, all others gone through. */
function candidates(args: Args, { world }: GraphContext): Series[] {
  const { catalogue } = world
  const ids = numbersIn(args, 'id')
  if (ids) return [...new Set(ids)].flatMap((id) => world.series(id) ?? [])
  const types = typesIn(args)
  const malIds = numbersIn(args, 'idMal')
  const found = malIds
    ? types.flatMap((type) => malIds.flatMap((id) => catalogue.byMal(type, id) ?? []))
    : types.flatMap((type) => catalogue.of(type))
  return found.filter(({ id }) => world.series(id))
}

function matches({ romaji, english, native, synonyms }: Series, search: string): boolean {
  return [romaji, english, native, ...synonyms].some((title) =>
    title?.toLowerCase().includes(search),
  )
}
