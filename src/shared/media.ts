import type { FuzzyDate } from './fuzzy-date'

export const mediaKinds = ['anime', 'manga'] as const
export type MediaKind = (typeof mediaKinds)[number]

/** Names a title within one service: aniSearch counts anime and manga apart, so the kind belongs to it. */
export type TitleKey = `${MediaKind}:${number}`

export const mediaFormats = [
  'tv',
  'tv-short',
  'movie',
  'special',
  'ova',
  'ona',
  'music',
  'manga',
  'novel',
  'one-shot',
  'doujin',
  'manhua',
  'manhwa',
  'unknown',
] as const
export type MediaFormat = (typeof mediaFormats)[number]

export const mediaStatuses = [
  'releasing',
  'finished',
  'not-yet-released',
  'hiatus',
  'cancelled',
  'unknown',
] as const
export type MediaStatus = (typeof mediaStatuses)[number]

export const seasons = ['winter', 'spring', 'summer', 'fall'] as const
export type Season = (typeof seasons)[number]

export interface Titles {
  readonly romaji: string | null
  readonly english: string | null
  readonly native: string | null
}

export interface NextEpisode {
  readonly episode: number
  /** Unix s. */
  readonly airingAt: number
}

/** What a list shows of a title. Addresses of pictures stay in main: the page asks for `cover://`. */
export interface Media {
  readonly key: TitleKey
  readonly malId: number | null
  readonly titles: Titles
  readonly synonyms: readonly string[]
  readonly format: MediaFormat
  readonly status: MediaStatus
  readonly season: Season | null
  readonly seasonYear: number | null
  readonly startDate: FuzzyDate | null
  readonly endDate: FuzzyDate | null
  /** Totals; `null` when unknown, never 0. */
  readonly episodes: number | null
  readonly chapters: number | null
  readonly volumes: number | null
  readonly durationMinutes: number | null
  readonly genres: readonly string[]
  readonly tags: readonly string[]
  readonly studios: readonly string[]
  /** Raw 0–100. */
  readonly averageScore: number | null
  readonly popularity: number | null
  readonly adult: boolean
  readonly hasCover: boolean
  /** `#rrggbb`, where the service gives one. */
  readonly coverColor: string | null
  readonly nextEpisode: NextEpisode | null
}

export function titleKey(kind: MediaKind, id: number): TitleKey {
  return `${kind}:${id}`
}

export function kindOf(key: TitleKey): MediaKind {
  return key.startsWith('anime') ? 'anime' : 'manga'
}

export function idOf(key: TitleKey): number {
  return Number(key.slice(key.indexOf(':') + 1))
}

/** Episodes or chapters that the title has in all; `null` when unknown. */
export function totalOf(media: Media): number | null {
  return kindOf(media.key) === 'anime' ? media.episodes : media.chapters
}

/** A title of which nothing is known but its id. */
export function unknownMedia(key: TitleKey): Media {
  return {
    key,
    malId: null,
    titles: { romaji: null, english: null, native: null },
    synonyms: [],
    format: 'unknown',
    status: 'unknown',
    season: null,
    seasonYear: null,
    startDate: null,
    endDate: null,
    episodes: null,
    chapters: null,
    volumes: null,
    durationMinutes: null,
    genres: [],
    tags: [],
    studios: [],
    averageScore: null,
    popularity: null,
    adult: false,
    hasCover: false,
    coverColor: null,
    nextEpisode: null,
  }
}
