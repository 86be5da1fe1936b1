import { airingsBetween, type Airing } from '../world/airing'
import type { ListEntry } from '../world/entry'
import { seasonOf } from '../world/season'
import { seriesTags } from '../world/series-facts'
import type { Series } from '../world/series'
import { statusAt } from '../world/airing'
import type { SandboxUser } from '../world/user'
import { entryFilters, entryOrder, nothingHidden, typeOf } from './collection'
import type { GraphContext } from './context'
import { invalid, notFound } from './errors'
import { dateNumber, filterOf, orderOf, type Values } from './filter'
import { formatOf } from './resolvers/media'

type Args = Readonly<Record<string, unknown>>
/** Everything that fits the arguments, in order; paging comes after. */
export type Finder = (args: Args, context: GraphContext) => unknown[]

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

const mediaOrder: Values<Series> = {
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
  const { catalogue, series } = context.world
  const types = args.type ? [typeOf(String(args.type))] : (['anime', 'manga'] as const)
  const fits = filterOf(args, mediaFilters(context))
  const search = typeof args.search === 'string' ? args.search.toLowerCase() : null
  const found = types
    .flatMap((type) => catalogue.of(type))
    .filter((each) => (search === null || matches(each, search)) && fits(each) && series(each.id))
  const sort = args.sort ?? (search === null ? ['ID'] : ['SEARCH_MATCH'])
  return found.sort(orderOf(sort as string[], mediaOrder))
}

function matches({ romaji, english, native, synonyms }: Series, search: string): boolean {
  return [romaji, english, native, ...synonyms].some((title) =>
    title?.toLowerCase().includes(search),
  )
}

/** Entries of the person named by the arguments; private ones only for their owner. */
export function findEntries(args: Args, context: GraphContext): ListEntry[] {
  const { world } = context
  const named = args.userId !== undefined || args.userName !== undefined
  const ids = Array.isArray(args.userId_in) ? args.userId_in.map(Number) : null
  const users = ids
    ? world.users.rows().filter(({ id }) => ids.includes(id))
    : named || args.mediaId === undefined
      ? [userOf(args, context)]
      : world.users.rows()
  const types = args.type ? [typeOf(String(args.type))] : (['anime', 'manga'] as const)
  const fits = filterOf(args, entryFilters)
  return users
    .flatMap(({ id }) => types.flatMap((type) => world.lists.newestFirst(id, type)))
    .filter((entry) => fits(entry) && nothingHidden(context)(entry))
    .sort(entryOrder((args.sort ?? ['MEDIA_ID']) as string[], context))
}

/** The user that `userId` or `userName` names. */
export function userOf(args: Args, { world }: GraphContext): SandboxUser {
  const wanted = args.userId ?? args.userName
  if (wanted === undefined || wanted === null) {
    throw invalid('userId', 'The user id field is required when user name is not present.')
  }
  const user = world.findUser(String(wanted))
  if (!user) throw notFound()
  return user
}

const airingFilters: Values<Airing> = {
  id: (airing) => airing.id,
  mediaId: (airing) => airing.mediaId,
  episode: (airing) => airing.episode,
  airingAt: (airing) => airing.airingAt,
}

const oneYear = 366 * 24 * 3600

/** Broadcasts of all titles, a year to either side unless the arguments say otherwise. */
export function findAirings(args: Args, context: GraphContext): Airing[] {
  const { now, world } = context
  const number = (name: string, otherwise: number): number => Number(args[name] ?? otherwise)
  const after = number('airingAt_greater', now - oneYear)
  const before = number('airingAt_lesser', now + oneYear)
  const wanted = args.mediaId_in ?? (args.mediaId === undefined ? null : [args.mediaId])
  const series = Array.isArray(wanted)
    ? wanted.flatMap((id) => world.series(Number(id)) ?? [])
    : world.catalogue.of('anime').filter(({ id }) => world.series(id))
  const fits = filterOf(args, airingFilters)
  const sort = (args.sort ?? ['ID']) as string[]
  return series
    .filter(({ broadcast }) => broadcast !== null)
    .flatMap((each) => airingsBetween(each, after, before))
    .filter((airing) => fits(airing) && fitsNow(args.notYetAired, airing, now))
    .sort(
      orderOf(sort, {
        ID: airingFilters.id ?? (() => null),
        MEDIA_ID: (airing) => airing.mediaId,
        TIME: (airing) => airing.airingAt,
        EPISODE: (airing) => airing.episode,
      }),
    )
}

function fitsNow(notYetAired: unknown, { airingAt }: Airing, now: number): boolean {
  return typeof notYetAired !== 'boolean' || notYetAired === airingAt > now
}

export function findUsers(args: Args, { world }: GraphContext): SandboxUser[] {
  const search = typeof args.search === 'string' ? args.search.toLowerCase() : ''
  return world.users
    .rows()
    .filter(({ id, name }) => {
      if (args.id !== undefined && args.id !== null && args.id !== id) return false
      if (typeof args.name === 'string' && args.name.toLowerCase() !== name.toLowerCase())
        return false
      return name.toLowerCase().includes(search)
    })
    .sort(
      orderOf((args.sort ?? ['ID']) as string[], {
        ID: (user) => user.id,
        USERNAME: (user) => user.name,
      }),
    )
}
