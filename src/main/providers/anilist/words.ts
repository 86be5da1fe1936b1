import { AppError } from '../../../shared/failure'
import type { MediaFormat, MediaKind, MediaStatus, Season } from '../../../shared/media'
import type { ScoreFormat } from '../../../shared/score'
import type { Status } from '../../../shared/status'

export const mediaTypes: Readonly<Record<MediaKind, string>> = { anime: 'ANIME', manga: 'MANGA' }

export const statusOf: Readonly<Record<string, Status>> = {
  CURRENT: 'current',
  PLANNING: 'planned',
  COMPLETED: 'completed',
  PAUSED: 'paused',
  DROPPED: 'dropped',
  REPEATING: 'repeating',
}

const statusWords: Readonly<Record<Status, string | null>> = {
  current: 'CURRENT',
  planned: 'PLANNING',
  completed: 'COMPLETED',
  paused: 'PAUSED',
  dropped: 'DROPPED',
  repeating: 'REPEATING',
  'not-interested': null,
}

/** AniList's word for a status. Throws `invalid-input` for what it cannot store. */
export function statusWord(status: Status): string {
  const word = statusWords[status]
  if (word !== null) return word
  const detail = `AniList has no status like "${status}".`
  throw new AppError({ code: 'invalid-input', detail, reason: 'status-not-stored' })
}

export const formatOf: Readonly<Record<string, MediaFormat>> = {
  TV: 'tv',
  TV_SHORT: 'tv-short',
  MOVIE: 'movie',
  SPECIAL: 'special',
  OVA: 'ova',
  ONA: 'ona',
  MUSIC: 'music',
  MANGA: 'manga',
  NOVEL: 'novel',
  ONE_SHOT: 'one-shot',
}

export const mediaStatusOf: Readonly<Record<string, MediaStatus>> = {
  RELEASING: 'releasing',
  FINISHED: 'finished',
  NOT_YET_RELEASED: 'not-yet-released',
  HIATUS: 'hiatus',
  CANCELLED: 'cancelled',
}

export const seasonOf: Readonly<Record<string, Season>> = {
  WINTER: 'winter',
  SPRING: 'spring',
  SUMMER: 'summer',
  FALL: 'fall',
}

export const scoreFormatOf: Readonly<Record<string, ScoreFormat>> = {
  POINT_100: 'point-100',
  POINT_10_DECIMAL: 'point-10-decimal',
  POINT_10: 'point-10',
  POINT_5: 'point-5',
  POINT_3: 'point-3',
}
