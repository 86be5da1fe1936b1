import type { FuzzyDate } from '../../shared/fuzzy-date'

export type SeriesType = 'anime' | 'manga'

export type SeriesFormat =
  | 'TV'
  | 'TV_SHORT'
  | 'MOVIE'
  | 'SPECIAL'
  | 'OVA'
  | 'ONA'
  | 'MUSIC'
  | 'MANGA'
  | 'NOVEL'
  | 'ONE_SHOT'
  | 'DOUJIN'
  | 'MANHUA'
  | 'MANHWA'

export type SeriesStatus = 'FINISHED' | 'RELEASING' | 'NOT_YET_RELEASED' | 'CANCELLED' | 'HIATUS'

/** Weekly episodes. All times in Unix seconds. */
export interface Broadcast {
  firstAt: number
  total: number | null
}

/** A title, the same in all three services. Its id is AniList's. */
export interface Series {
  id: number
  idMal: number | null
  /** aniSearch counts anime and manga apart. */
  idAnisearch: number
  type: SeriesType
  format: SeriesFormat
  romaji: string
  english: string | null
  native: string | null
  synonyms: readonly string[]
  start: FuzzyDate | null
  end: FuzzyDate | null
  /** As of the catalogue's making; `statusAt` follows the broadcast. */
  status: SeriesStatus
  broadcast: Broadcast | null
  episodes: number | null
  /** Minutes of an episode. */
  duration: number | null
  chapters: number | null
  volumes: number | null
  genres: readonly string[]
  tags: readonly number[]
  adult: boolean
  /** 0–100. */
  score: number | null
  popularity: number
  source: string
  country: 'JP' | 'KR' | 'CN'
  description: string
  /** Whether there is a picture to be had. */
  cover: boolean
  /** Unix s. */
  updatedAt: number
}

export const genres = [
  'Action',
  'Adventure',
  'Comedy',
  'Drama',
  'Ecchi',
  'Fantasy',
  'Horror',
  'Mahou Shoujo',
  'Mecha',
  'Music',
  'Mystery',
  'Psychological',
  'Romance',
  'Sci-Fi',
  'Slice of Life',
  'Sports',
  'Supernatural',
  'Thriller',
] as const

export const adultGenre = 'Hentai'
