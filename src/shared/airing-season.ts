import type { EntryRef } from './entry'
import type { FuzzyDate } from './fuzzy-date'
import {
  type MediaFormat,
  type MediaStatus,
  type NextEpisode,
  type Season,
  seasons,
  type Titles,
} from './media'
import type { Status } from './status'

export interface SeasonOfYear {
  readonly year: number
  readonly season: Season
}

/** A title of a season, as its browser shows it. */
export interface SeasonTitle {
  readonly ref: EntryRef
  readonly titles: Titles
  readonly format: MediaFormat
  readonly status: MediaStatus
  readonly startDate: FuzzyDate | null
  readonly episodes: number | null
  /** Raw 0–100. */
  readonly averageScore: number | null
  readonly popularity: number | null
  readonly adult: boolean
  readonly hasCover: boolean
  readonly studios: readonly string[]
  readonly genres: readonly string[]
  readonly nextEpisode: NextEpisode | null
  /** `null`: not on the list. */
  readonly entry: { readonly status: Status; readonly progress: number } | null
  /** Goes on from nothing; `null` where the service does not tell. */
  readonly isNew: boolean | null
  /** Goes on from something that was finished here. */
  readonly isSequelOfMine: boolean
}

/** Part of a season; the parts of one season follow one another. */
export interface SeasonPart {
  readonly titles: readonly SeasonTitle[]
  /** The offset of the next part; `null` at the end. */
  readonly next: number | null
  /** Adult titles that are left out. */
  readonly hidden: number
  /** Unix ms at which the service told it. */
  readonly askedAt: number
}

/** The season in which a day (YYYYMMDD) lies. */
export function seasonOfDay(day: FuzzyDate): SeasonOfYear {
  const month = Math.floor(day / 100) % 100
  const season = seasons[Math.floor((month - 1) / 3)] ?? 'winter'
  return { year: Math.floor(day / 10_000), season }
}

/** The season so many after another; before it, if negative. */
export function addSeasons({ year, season }: SeasonOfYear, count: number): SeasonOfYear {
  const number = year * 4 + seasons.indexOf(season) + count
  return { year: Math.floor(number / 4), season: seasons[((number % 4) + 4) % 4] ?? 'winter' }
}
