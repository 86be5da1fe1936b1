import type { EntryStatus } from '../world/entry'
import type { SeriesFormat, SeriesStatus, SeriesType } from '../world/series'
import type { ScoreFormat } from '../world/user'

export const mediaTypes: Readonly<Record<SeriesFormat, string>> = {
  TV: 'TV',
  TV_SHORT: 'TV Short',
  MOVIE: 'Movie',
  SPECIAL: 'Special',
  OVA: 'OVA',
  ONA: 'ONA',
  MUSIC: 'Music',
  MANGA: 'Manga',
  NOVEL: 'Novel',
  ONE_SHOT: 'One Shot',
  DOUJIN: 'Doujin',
  MANHUA: 'Manhua',
  MANHWA: 'Manhwa',
}

/** How far a series is; v1 does not know a hiatus. */
export function seriesStatusWord(type: SeriesType, status: SeriesStatus): string {
  const anime = type === 'anime'
  switch (status) {
    case 'FINISHED':
      return anime ? 'finished airing' : 'finished publishing'
    case 'RELEASING':
    case 'HIATUS':
      return anime ? 'currently airing' : 'publishing'
    case 'NOT_YET_RELEASED':
      return anime ? 'not yet aired' : 'not yet published'
    case 'CANCELLED':
      return 'cancelled'
  }
}

const sources: Readonly<Record<string, string>> = {
  ORIGINAL: 'Original',
  MANGA: 'Manga',
  LIGHT_NOVEL: 'Light Novel',
  VISUAL_NOVEL: 'Visual Novel',
  VIDEO_GAME: 'Video Game',
}

export function sourceWord(source: string): string {
  return sources[source] ?? 'Other'
}

const statusWords: Readonly<Record<EntryStatus, readonly [anime: string, manga: string]>> = {
  CURRENT: ['watching', 'reading'],
  COMPLETED: ['completed', 'completed'],
  PAUSED: ['on-hold', 'on-hold'],
  DROPPED: ['dropped', 'dropped'],
  PLANNING: ['plan to watch', 'plan to read'],
  REPEATING: ['completed', 'completed'],
  NOT_INTERESTED: ['dropped', 'dropped'],
}

export function statusWord(type: SeriesType, status: EntryStatus): string {
  return statusWords[status][type === 'anime' ? 0 : 1]
}

/** The key under which a list stands: the same word with other joints. */
export function statusKey(type: SeriesType, status: EntryStatus): string {
  return statusWord(type, status).replace(/[- ]/g, '_')
}

/** Only the words of the document are understood. */
export function statusFromWord(type: SeriesType, word: string): EntryStatus | undefined {
  const known = ['CURRENT', 'COMPLETED', 'PAUSED', 'DROPPED', 'PLANNING'] as const
  return known.find((status) => statusWord(type, status) === word)
}

const scoreTypes: readonly ScoreFormat[] = [
  'POINT_10',
  'POINT_100',
  'POINT_5',
  'POINT_3',
  'POINT_10_DECIMAL',
]

/** 0 ten points, 1 hundred, 2 stars, 3 smileys, 4 ten with decimals. */
export function scoreTypeOf(format: ScoreFormat): number {
  return scoreTypes.indexOf(format)
}
