import type { FuzzyDate } from '../fuzzy-date'
import { addDays, localTime, wallMsOf } from '../zoned-time'
import type { Scale } from './when'

interface Now {
  /** Unix s. */
  readonly nowS: number
  /** The IANA zone whose days are meant. */
  readonly zone: string
}

/** Times as Unix s. */
export function timeScale({ nowS, zone }: Now, way: 'past' | 'future'): Scale {
  return {
    distance: (seconds) => (way === 'past' ? nowS - seconds : nowS + seconds),
    firstOf: (date) => startS(firstDay(date), zone),
    lastOf: (date) => startS(dayAfter(date), zone) - 1,
    date: (days) => addDays(localTime(nowS * 1000, zone).day, days),
  }
}

/** Times as fuzzy dates, which count by their known parts: July 2017 is 20170700. */
export function dateScale({ nowS, zone }: Now): Scale {
  return {
    distance: (seconds) => localTime((nowS - seconds) * 1000, zone).day,
    firstOf: (date) => date,
    lastOf: (date) => date,
    date: (days) => addDays(localTime(nowS * 1000, zone).day, days),
  }
}

function startS(day: FuzzyDate, zone: string): number {
  return Math.floor(wallMsOf({ day, minutes: 0 }, zone) / 1000)
}

/** January for a year, the first for a month. */
function firstDay(date: FuzzyDate): FuzzyDate {
  const month = Math.floor(date / 100) % 100 || 1
  return Math.floor(date / 10_000) * 10_000 + month * 100 + (date % 100 || 1)
}

/** The day after the last one that `date` covers; 99 stands for all months or all days. */
function dayAfter(date: FuzzyDate): FuzzyDate {
  const year = Math.floor(date / 10_000)
  const month = Math.floor(date / 100) % 100
  if (month === 99) return (year + 1) * 10_000 + 101
  if (date % 100 !== 99) return addDays(date, 1)
  return month === 12 ? (year + 1) * 10_000 + 101 : year * 10_000 + (month + 1) * 100 + 1
}
