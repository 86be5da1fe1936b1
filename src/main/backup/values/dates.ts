import { type FuzzyDate, fuzzyDate } from '../../../shared/fuzzy-date'
import { isObject } from '../json'

/** A date as read: `null` when the file says that there is none, `undefined` when unreadable. */
export type ReadDate = FuzzyDate | null | undefined

const yearFirst = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ].*)?$/s
const dayFirst = /^(\d{1,2})[-.](\d{1,2})[-.](\d{4})(?:[T ].*)?$/s
const compact = /^(\d{4})(\d{2})(\d{2})$/

/**
 * Reads a day as the files write it: `2017-07-15`, with zero parts, with a time behind it (the day
 * is taken as it stands), `2017`, `2017-07`, `15.07.2017`, `20170715` as text or number.
 * `07/15/2017` is unreadable: nobody can know which of the two is the month.
 */
export function readDate(value: unknown): ReadDate {
  if (value === null || value === 0 || value === '0') return null
  if (typeof value === 'number') return readNumber(value)
  if (typeof value !== 'string') return isObject(value) ? readParts(value) : undefined
  const text = value.trim()
  if (text === '') return null
  if (/^\d{4}$/.test(text)) return joined(text, '0', '0')
  const [, year, month, day] = yearFirst.exec(text) ?? compact.exec(text) ?? []
  if (year !== undefined && month !== undefined) return joined(year, month, day ?? '0')
  const [, lastDay, lastMonth, lastYear] = dayFirst.exec(text) ?? []
  if (lastYear === undefined || lastMonth === undefined || lastDay === undefined) return undefined
  return joined(lastYear, lastMonth, lastDay)
}

/** The day of an instant in Unix ms, in UTC: the writers store days as midnights of UTC. */
export function dayOfInstant(ms: number): FuzzyDate | null {
  const date = new Date(ms)
  if (ms <= 0 || Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) return null
  return fuzzyDate({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  })
}

/** `yyyymmdd`; a lone year counts too. */
function readNumber(value: number): ReadDate {
  if (!Number.isInteger(value) || value < 0) return undefined
  return readDate(value > 999 && value < 10_000 ? `${value}` : `${value}`.padStart(8, '0'))
}

/** AniList's `{ year, month, day }`, any of which may be null or a number as text. */
function readParts(value: Readonly<Record<string, unknown>>): ReadDate {
  const parts = [value.year, value.month, value.day].map((part) =>
    typeof part === 'string' && /^\d*$/.test(part) ? Number(part) : (part ?? 0),
  )
  if (!parts.every((part) => typeof part === 'number')) return undefined
  const [year = 0, month = 0, day = 0] = parts
  return checked(year, month, day)
}

function joined(year: string, month: string, day: string): ReadDate {
  return checked(Number(year), Number(month), Number(day))
}

function checked(year: number, month: number, day: number): ReadDate {
  if (year === 0 && month === 0 && day === 0) return null
  return fuzzyDate({ year, month, day }) ?? undefined
}
