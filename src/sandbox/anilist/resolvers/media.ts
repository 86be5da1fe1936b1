import { dateParts } from '../../../shared/fuzzy-date'
import { airingsOf, nextAiring, statusAt, type Airing } from '../../world/airing'
import type { ListEntry } from '../../world/entry'
import { seasonOf } from '../../world/season'
import type { Series } from '../../world/series'
import { seriesTags } from '../../world/series-facts'
import type { GraphContext, Resolvers } from '../context'
import { pageOf } from '../paging'

/** AniList v2 knows works from China and Korea by their country. */
export function formatOf({ format }: Series): string {
  return format === 'MANHUA' || format === 'MANHWA' || format === 'DOUJIN' ? 'MANGA' : format
}

function coverOf(series: Series, { origin }: GraphContext): unknown {
  const url = `${origin()}covers/${series.id}.png`
  if (!series.cover) return { extraLarge: null, large: null, medium: null, color: null }
  const sized = (size: string): string => `${url}?size=${size}`
  return {
    extraLarge: sized('extraLarge'),
    large: sized('large'),
    medium: sized('medium'),
    color: null,
  }
}

function distributionOf(entries: readonly ListEntry[], series: Series): unknown {
  const scale = Math.max(1, Math.floor(series.popularity / 12))
  return {
    scoreDistribution: Array.from({ length: 10 }, (_, at) => ({
      score: (at + 1) * 10,
      amount: Math.max(0, scale * (10 - Math.abs(at * 10 + 10 - (series.score ?? 60)) / 10)) | 0,
    })),
    statusDistribution: ['CURRENT', 'PLANNING', 'COMPLETED', 'DROPPED', 'PAUSED'].map(
      (status, at) => ({
        status,
        amount: scale * (5 - at) + entries.filter((entry) => entry.status === status).length,
      }),
    ),
  }
}

/** Fields of a title. Its own names are AniList's, except those given here. */
export const mediaFields: Resolvers = {
  Media: {
    title: (series: Series) => series,
    type: (series: Series) => series.type.toUpperCase(),
    format: formatOf,
    status(series: Series, { version }: { version?: number }, { now }) {
      const status = statusAt(series, now)
      return status === 'HIATUS' && (version ?? 1) < 2 ? 'RELEASING' : status
    },
    startDate: (series: Series) => dateParts(series.start),
    endDate: (series: Series) => dateParts(series.end),
    season: (series: Series) => seasonOf(series)?.season ?? null,
    seasonYear: (series: Series) => seasonOf(series)?.year ?? null,
    countryOfOrigin: (series: Series) => series.country,
    isLicensed: () => true,
    source(series: Series, { version }: { version?: number }) {
      const known = series.source !== 'NOVEL' || (version ?? 1) >= 2
      return known ? series.source : 'OTHER'
    },
    hashtag: () => null,
    trailer: (series: Series) =>
      series.id % 5 === 0 ? { id: `sandbox${series.id}`, site: 'youtube', thumbnail: null } : null,
    coverImage: (series: Series, _args: unknown, context) => coverOf(series, context),
    bannerImage: () => null,
    averageScore: (series: Series) => series.score,
    meanScore: (series: Series) => series.score,
    trending: (series: Series) => series.popularity % 97,
    favourites: (series: Series) => Math.floor(series.popularity / 20),
    tags: (series: Series) =>
      series.tags.map((id, at) => ({
        ...seriesTags.find((tag) => tag.id === id),
        description: 'A tag.',
        rank: 90 - at * 10,
        isGeneralSpoiler: false,
        isMediaSpoiler: at === 4,
      })),
    isFavouriteBlocked: () => false,
    isAdult: (series: Series) => series.adult,
    nextAiringEpisode: (series: Series, _args: unknown, { now }) => nextAiring(series, now) ?? null,
    airingSchedule(
      series: Series,
      args: { notYetAired?: boolean; page?: number; perPage?: number },
      { now },
    ) {
      const airings = airingsOf(series, now).filter(
        ({ airingAt }) => args.notYetAired === undefined || args.notYetAired === airingAt > now,
      )
      const page = pageOf(airings, args.page ?? 1, args.perPage ?? 25, 25)
      const edges = page.items.map((node) => ({ node, id: node.id }))
      return { nodes: page.items, edges, pageInfo: page.pageInfo }
    },
    externalLinks: () => [],
    streamingEpisodes: () => [],
    rankings: () => [],
    mediaListEntry: (series: Series, _args: unknown, { viewer, world }) =>
      (viewer && world.lists.find(viewer.id, series.id)) ?? null,
    stats: (series: Series, _args: unknown, { world }) =>
      distributionOf(
        world.users.rows().flatMap(({ id }) => world.lists.find(id, series.id) ?? []),
        series,
      ),
    siteUrl: (series: Series) => `https://anilist.co/${series.type}/${series.id}`,
  },
  MediaTitle: {
    userPreferred(series: Series, _args: unknown, { viewer }) {
      if (viewer?.titleLanguage === 'ENGLISH') return series.english ?? series.romaji
      if (viewer?.titleLanguage === 'NATIVE') return series.native ?? series.romaji
      return series.romaji
    },
  },
  AiringSchedule: {
    timeUntilAiring: (airing: Airing, _args: unknown, { now }) => airing.airingAt - now,
    media: (airing: Airing, _args: unknown, { world }) => world.series(airing.mediaId) ?? null,
  },
}
