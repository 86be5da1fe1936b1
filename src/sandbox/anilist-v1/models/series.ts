import { nextAiring, statusAt } from '../../world/airing'
import { seasonOf } from '../../world/season'
import type { Series } from '../../world/series'
import { isoJapan } from '../times'
import { mediaTypes, seriesStatusWord, sourceWord } from '../words'
import type { V1Request } from '../call'

type Around = Pick<V1Request, 'now' | 'origin'>

/** The small series model, as it stands in list records, searches and browsing. */
export function smallSeries(series: Series, { now, origin }: Around): Record<string, unknown> {
  const picture = `${origin()}covers/${series.cover ? series.id : 'default'}.png`
  const status = seriesStatusWord(series.type, statusAt(series, now))
  return {
    id: series.id,
    series_type: series.type,
    title_romaji: series.romaji,
    title_english: series.english ?? series.romaji,
    title_japanese: series.native ?? series.romaji,
    type: mediaTypes[series.format],
    start_date_fuzzy: series.start,
    end_date_fuzzy: series.end,
    season: seasonNumber(series),
    synonyms: series.synonyms,
    genres: series.genres,
    adult: series.adult,
    average_score: series.score ?? 0,
    popularity: series.popularity,
    updated_at: series.updatedAt,
    image_url_sml: `${picture}?size=medium`,
    image_url_med: `${picture}?size=medium`,
    image_url_lge: `${picture}?size=large`,
    image_url_banner: null,
    ...(series.type === 'anime'
      ? { total_episodes: series.episodes ?? 0, airing_status: status }
      : {
          total_chapters: series.chapters ?? 0,
          total_volumes: series.volumes ?? 0,
          publishing_status: status,
        }),
  }
}

/** The full series model. */
export function fullSeries(
  series: Series,
  around: Around,
  favourite: boolean,
): Record<string, unknown> {
  const stats = listStats(series)
  return {
    ...smallSeries(series, around),
    start_date: isoDay(series.start),
    end_date: isoDay(series.end),
    description: series.description,
    favourite,
    score_distribution: Object.fromEntries(
      Array.from({ length: 10 }, (_, at) => [(at + 1) * 10, 100 * (at + 1)]),
    ),
    list_stats: stats,
    ...(series.type === 'anime'
      ? {
          duration: series.duration,
          youtube_id: null,
          hashtag: null,
          source: sourceWord(series.source),
          airing_stats: [],
          airing: airingOf(series, around.now),
        }
      : {}),
  }
}

/** When the next episode comes; null when none does. `now` in Unix s. */
export function airingOf(series: Series, now: number): unknown {
  const next = nextAiring(series, now)
  if (!next) return null
  return {
    time: isoJapan(next.airingAt),
    countdown: next.airingAt - now,
    next_episode: next.episode,
  }
}

/** Spring 2016 is 162; the century is dropped, so spring 2009 is 92. */
function seasonNumber(series: Series): number | null {
  const season = seasonOf(series)
  return season ? (season.year % 100) * 10 + season.number : null
}

function listStats({ popularity, type }: Series): Record<string, number> {
  const part = (share: number): number => Math.floor(popularity * share)
  const [plan, current] =
    type === 'anime' ? ['plan_to_watch', 'watching'] : ['plan_to_read', 'reading']
  return {
    completed: part(0.5),
    on_hold: part(0.1),
    dropped: part(0.05),
    [plan ?? '']: part(0.2),
    [current ?? '']: part(0.15),
  }
}

function isoDay(date: number | null): string | null {
  if (date === null) return null
  const text = String(date).replace(/00(?=(\d\d)?$)/g, '01')
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}T00:00:00+09:00`
}
