/**
 * A date of which parts may be unknown, as one number: YYYYMMDD with zeros for what is unknown
 * (20170700 is July 2017). No date at all is `null`, never 0.
 */
export type FuzzyDate = number

export interface DateParts {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
}

/** Joins parts; all unknown, or out of range, gives `null`. */
export function fuzzyDate(parts: DateParts): FuzzyDate | null {
  const { year, month, day } = {
    year: parts.year ?? 0,
    month: parts.month ?? 0,
    day: parts.day ?? 0,
  }
  if (!inRange(year, 9999) || !inRange(month, 12) || !inRange(day, 31)) return null
  return year * 10_000 + month * 100 + day || null
}

/** Splits a fuzzy date; what is unknown is `null`. */
export function dateParts(date: FuzzyDate | null): DateParts {
  if (date === null) return { year: null, month: null, day: null }
  return {
    year: Math.floor(date / 10_000) || null,
    month: Math.floor(date / 100) % 100 || null,
    day: date % 100 || null,
  }
}

/** True when year, month and day are all known. */
export function isFullDate(date: FuzzyDate): boolean {
  const { year, month, day } = dateParts(date)
  return year !== null && month !== null && day !== null
}

/** `2017-07-15` for a full date, else `null`. */
export function toIsoDay(date: FuzzyDate): string | null {
  if (!isFullDate(date)) return null
  const text = String(date).padStart(8, '0')
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
}

/** Reads `YYYY-MM-DD`, also with zero parts (`2012-07-00`); anything else is `null`. */
export function fromIsoDay(text: string): FuzzyDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim())
  if (!match) return null
  return fuzzyDate({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) })
}

/** The day on which `wallMs` falls in an IANA zone; without one, in the zone of this machine. */
export function dayOf(wallMs: number, timeZone?: string): FuzzyDate {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...(timeZone === undefined ? {} : { timeZone }),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return Number(format.format(wallMs).replaceAll('-', ''))
}

function inRange(value: number, most: number) {
  return Number.isInteger(value) && value >= 0 && value <= most
}
