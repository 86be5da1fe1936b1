import { AppError } from '../../../shared/failure'
import type { MediaFormat, MediaKind, MediaStatus } from '../../../shared/media'
import type { ScoreFormat } from '../../../shared/score'
import type { Status } from '../../../shared/status'

const statusByLetters: Readonly<Record<string, Status>> = {
  watching: 'current',
  reading: 'current',
  plantowatch: 'planned',
  plantoread: 'planned',
  completed: 'completed',
  onhold: 'paused',
  dropped: 'dropped',
}

/** Reads any of the spellings: `on-hold`, `on_hold`, `plan to watch` (docs/services.md, "AniList v1: words"). */
export function statusOf(text: string | null | undefined): Status | null {
  return statusByLetters[letters(text)] ?? null
}

const statusWords: Readonly<Record<MediaKind, Readonly<Record<Status, string | null>>>> = {
  anime: {
    current: 'watching',
    planned: 'plan to watch',
    completed: 'completed',
    paused: 'on-hold',
    dropped: 'dropped',
    repeating: null,
    'not-interested': null,
  },
  manga: {
    current: 'reading',
    planned: 'plan to read',
    completed: 'completed',
    paused: 'on-hold',
    dropped: 'dropped',
    repeating: null,
    'not-interested': null,
  },
}

/** The word that a write sends. Throws `invalid-input` for what v1 cannot store. */
export function statusWord(status: Status, kind: MediaKind): string {
  const word = statusWords[kind][status]
  if (word !== null) return word
  const detail = `AniList v1 has no status like "${status}".`
  throw new AppError({ code: 'invalid-input', detail, reason: 'status-not-stored' })
}

const formatByLetters: Readonly<Record<string, MediaFormat>> = {
  tv: 'tv',
  tvshort: 'tv-short',
  movie: 'movie',
  special: 'special',
  ova: 'ova',
  ona: 'ona',
  music: 'music',
  manga: 'manga',
  novel: 'novel',
  oneshot: 'one-shot',
  doujin: 'doujin',
  manhua: 'manhua',
  manhwa: 'manhwa',
}

export function formatOf(text: string | null | undefined): MediaFormat {
  return formatByLetters[letters(text)] ?? 'unknown'
}

const mediaStatusByLetters: Readonly<Record<string, MediaStatus>> = {
  finishedairing: 'finished',
  currentlyairing: 'releasing',
  notyetaired: 'not-yet-released',
  finishedpublishing: 'finished',
  publishing: 'releasing',
  notyetpublished: 'not-yet-released',
  cancelled: 'cancelled',
}

export function mediaStatusOf(text: string | null | undefined): MediaStatus {
  return mediaStatusByLetters[letters(text)] ?? 'unknown'
}

/** Types as the document lists them, for a query. */
export const formatWords: Readonly<Record<MediaFormat, string | null>> = {
  tv: 'TV',
  'tv-short': 'TV Short',
  movie: 'Movie',
  special: 'Special',
  ova: 'OVA',
  ona: 'ONA',
  music: 'Music',
  manga: 'Manga',
  novel: 'Novel',
  'one-shot': 'One Shot',
  doujin: 'Doujin',
  manhua: 'Manhua',
  manhwa: 'Manhwa',
  unknown: null,
}

/** States for a query, capitalised as clients sent them; the models have them in lower case. */
export const mediaStatusWords: Readonly<
  Record<MediaKind, Readonly<Record<MediaStatus, string | null>>>
> = {
  anime: {
    releasing: 'Currently Airing',
    finished: 'Finished Airing',
    'not-yet-released': 'Not Yet Aired',
    cancelled: 'Cancelled',
    hiatus: null,
    unknown: null,
  },
  manga: {
    releasing: 'Publishing',
    finished: 'Finished Publishing',
    'not-yet-released': 'Not Yet Published',
    cancelled: 'Cancelled',
    hiatus: null,
    unknown: null,
  },
}

/** `score_type` 0–4, in the document's order. */
export const scoreFormats: readonly ScoreFormat[] = [
  'point-10',
  'point-100',
  'point-5',
  'point-3',
  'point-10-decimal',
]

/** Letters alone, in lower case: all that tells words of v1 apart. */
export function letters(text: string | null | undefined) {
  return (text ?? '').toLowerCase().replaceAll(/[^a-z]/g, '')
}
