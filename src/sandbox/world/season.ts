import { dateParts } from '../../shared/fuzzy-date'
import type { Series } from './series'

const seasons = ['WINTER', 'SPRING', 'SUMMER', 'FALL'] as const

/** The season an anime began in; null for manga and where the month is unknown. */
export function seasonOf(
  series: Series,
): { season: (typeof seasons)[number]; year: number; number: number } | null {
  const { year, month } = dateParts(series.start)
  if (series.type !== 'anime' || year === null || month === null) return null
  const number = Math.floor((month - 1) / 3)
  const season = seasons[number]
  return season ? { season, year, number: number + 1 } : null
}
