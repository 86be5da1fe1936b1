import type { SeriesType } from '../../world/series'
import { customListsOf, type SandboxUser } from '../../world/user'
import type { GraphContext, Resolvers } from '../context'
import { statisticsOf, grouped, type CountedEntry } from '../statistics'
import { seasonOf } from '../../world/season'
import { formatOf } from './media'

function typeOptions(user: SandboxUser, type: SeriesType): unknown {
  const first = type === 'anime' ? 'Watching' : 'Reading'
  return {
    sectionOrder: [first, 'Planning', 'Completed', 'Paused', 'Dropped'],
    splitCompletedSectionByFormat: user.splitCompleted[type],
    customLists: customListsOf(user, type),
    advancedScoring: user.advancedScoring,
    advancedScoringEnabled: user.advancedScoringEnabled,
  }
}

interface Counted {
  entries: readonly CountedEntry[]
}

function counted(user: SandboxUser, type: SeriesType, { world }: GraphContext): unknown {
  const entries = [...world.lists.of(user.id, type).values()].flatMap((entry) => {
    const series = world.series(entry.mediaId)
    return series ? [{ entry, series }] : []
  })
  return { entries, ...statisticsOf(entries) }
}

/** Fields of a person. */
export const userFields: Resolvers = {
  User: {
    avatar: () => ({ large: null, medium: null }),
    bannerImage: () => null,
    options: (user: SandboxUser) => ({
      displayAdultContent: user.adult,
      notificationOptions: [],
      disabledListActivity: [],
      ...user.settings,
      titleLanguage: user.titleLanguage,
    }),
    mediaListOptions: (user: SandboxUser) => ({
      scoreFormat: user.scoreFormat,
      rowOrder: user.rowOrder,
      animeList: typeOptions(user, 'anime'),
      mangaList: typeOptions(user, 'manga'),
    }),
    statistics: (user: SandboxUser, _args: unknown, context) => ({
      anime: counted(user, 'anime', context),
      manga: counted(user, 'manga', context),
    }),
    unreadNotificationCount: (user: SandboxUser, _args: unknown, { viewer }) =>
      viewer?.id === user.id ? user.unread : null,
    siteUrl: (user: SandboxUser) => `https://anilist.co/user/${user.name}`,
  },
  UserStatistics: {
    formats: ({ entries }: Counted) =>
      grouped(entries, 'format', ({ series }) => [formatOf(series)]),
    statuses: ({ entries }: Counted) => grouped(entries, 'status', ({ entry }) => [entry.status]),
    scores: ({ entries }: Counted) =>
      grouped(entries, 'score', ({ entry }) => (entry.score > 0 ? [entry.score] : [])),
    genres: ({ entries }: Counted) => grouped(entries, 'genre', ({ series }) => series.genres),
    releaseYears: ({ entries }: Counted) =>
      grouped(entries, 'releaseYear', ({ series }) => {
        const year = seasonOf(series)?.year ?? Math.floor((series.start ?? 0) / 10_000)
        return year > 0 ? [year] : []
      }),
  },
}
