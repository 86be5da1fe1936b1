import type { FuzzyDate } from '../../../shared/fuzzy-date'
import { addDays } from '../../../shared/zoned-time'

export interface ActiveDay {
  readonly day: FuzzyDate
  readonly count: number
}

/** The days of the last year on which something happened, and the first and the last day of it. */
export function lastYear(
  days: ReadonlyMap<FuzzyDate, number>,
  today: FuzzyDate,
): { readonly first: FuzzyDate; readonly last: FuzzyDate; readonly active: readonly ActiveDay[] } {
  const first = addDays(today, -364)
  const active = [...days]
    .filter(([day, count]) => day >= first && day <= today && count > 0)
    .map(([day, count]) => ({ day, count }))
    .toSorted((a, b) => a.day - b.day)
  return { first, last: today, active }
}

/** Names of days and months in a language, from Sunday and from January on. */
export function calendarNames(locale: string) {
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  return {
    // 1 January 2023 was a Sunday.
    weekdays: Array.from({ length: 7 }, (_, at) => weekday.format(Date.UTC(2023, 0, 1 + at))),
    months: Array.from({ length: 12 }, (_, at) => month.format(Date.UTC(2023, at, 1))),
    firstDay: locale.startsWith('de') ? 1 : 0,
  }
}
