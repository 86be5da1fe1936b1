import { dateParts, type FuzzyDate, fuzzyDate } from '../../../shared/fuzzy-date'
import { type Season, seasons } from '../../../shared/media'
import { numberOrNull } from '../lenient'

/** Unix s of a time that may lack its zone; then it is Japan's (docs/services.md, "AniList v1: times"). */
export function unixSeconds(text: string | null | undefined): number | null {
  if (!text) return null
  const isZoned = /(Z|[+-]\d{2}:?\d{2})$/.test(text.trim())
  const iso = text.trim().replace(' ', 'T')
  const ms = Date.parse(isZoned ? iso : `${iso}+09:00`)
  return Number.isNaN(ms) || ms <= 0 ? null : Math.floor(ms / 1000)
}

/** A date as YYYYMMDD, number or text, or as `2017-01-20…` and `2017/01/20`. */
export function fuzzyOf(value: unknown): FuzzyDate | null {
  const number = numberOrNull(value)
  if (number !== null) {
    return Number.isInteger(number) && number > 0 ? fuzzyDate(dateParts(number)) : null
  }
  const match = typeof value === 'string' ? /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})/.exec(value) : null
  if (match === null) return null
  return fuzzyDate({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) })
}

export interface SeasonOfYear {
  readonly season: Season | null
  readonly seasonYear: number | null
}

/**
 * 173 is summer 2017. The century is missing: it is taken from the start date where there is one,
 * else 50 and above lie in the 20th (docs/services.md, "AniList v1: times").
 */
export function seasonOf(value: unknown, startDate: FuzzyDate | null): SeasonOfYear {
  const number = numberOrNull(value)
  if (number === null || !Number.isInteger(number) || number <= 0 || number > 999) {
    return { season: null, seasonYear: null }
  }
  const short = Math.floor(number / 10)
  const startYear = dateParts(startDate).year
  const pivoted = short >= 50 ? 1900 + short : 2000 + short
  const seasonYear =
    startYear === null ? pivoted : short + 100 * Math.round((startYear - short) / 100)
  return { season: seasons[(number % 10) - 1] ?? null, seasonYear }
}
