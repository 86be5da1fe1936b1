import { statisticsOf } from '../anilist/statistics'
import { json } from '../core/reply'
import type { EntryStatus, ListEntry } from '../world/entry'
import type { SeriesType } from '../world/series'
import { failure, type AnisearchRequest, type AnisearchRoute } from './call'

/** The profile counts watching and reading where the ratings say ongoing. */
function statistics({ world }: AnisearchRequest, userId: number, type: SeriesType): unknown {
  const entries = [...world.lists.of(userId, type).values()]
  const counted = entries.flatMap((entry) => {
    const series = world.series(entry.mediaId)
    return series ? [{ entry, series }] : []
  })
  const figures = statisticsOf(counted)
  const of = (status: EntryStatus): number =>
    entries.filter((entry) => entry.status === status).length
  const sum = (value: (entry: ListEntry) => number): number =>
    entries.reduce((total, entry) => total + value(entry), 0)
  return {
    [type === 'anime' ? 'watching' : 'reading']: of('CURRENT'),
    completed: of('COMPLETED'),
    on_hold: of('PAUSED'),
    dropped: of('DROPPED'),
    bookmark: of('PLANNING'),
    average: Math.round(figures.meanScore),
    ...(type === 'anime'
      ? {
          episodes: figures.episodesWatched,
          rewatched: sum((entry) => entry.repeat),
          media_minutes: figures.minutesWatched,
        }
      : {
          chapters: figures.chaptersRead,
          volumes: figures.volumesRead,
          reread: sum((entry) => entry.repeat),
        }),
  }
}

export const profileRoute: AnisearchRoute = {
  name: 'GET my/profile',
  call: {
    bucket: 'profile',
    scope: () => 'user.profile',
    answer(request) {
      const { viewer } = request
      if (!viewer) return failure(401, 'Unauthorized')
      return json({
        id: viewer.id,
        name: viewer.name,
        joined_at: new Date(viewer.createdAt * 1000).toISOString().replace('.000', ''),
        statistics: {
          anime: statistics(request, viewer.id, 'anime'),
          manga: statistics(request, viewer.id, 'manga'),
        },
      })
    },
  },
}
