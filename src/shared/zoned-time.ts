import type { FuzzyDate } from './fuzzy-date'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const formats = new Map<string, Intl.DateTimeFormat>()

/** What a clock on the wall of a zone shows. */
export interface LocalTime {
  /** YYYYMMDD, always whole. */
  readonly day: FuzzyDate
  /** Minutes after midnight. */
  readonly minutes: number
}

/** The zone of this machine, an IANA name, as it is now. */
export function systemZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** True for the name of a zone that this machine knows. */
export function isZone(text: string): boolean {
  try {
    formatOf(text)
    return true
  } catch {
    return false
  }
}

/** Day and clock of `wallMs` (Unix ms) in a zone. */
export function localTime(wallMs: number, zone: string): LocalTime {
  const shown = new Date(wallMs + offsetMs(wallMs, zone))
  return {
    day: toDay(shown),
    minutes: shown.getUTCHours() * 60 + shown.getUTCMinutes(),
  }
}

/**
 * Unix ms of a clock time on a day. One that the change of clocks leaves out is taken as late as it
 * was skipped (02:30 becomes 03:30); of one that comes twice the first counts.
 */
export function wallMsOf({ day, minutes }: LocalTime, zone: string): number {
  const asIfUtc = dayUtcMs(day) + minutes * minuteMs
  const before = asIfUtc - offsetMs(asIfUtc - dayMs, zone)
  const after = asIfUtc - offsetMs(asIfUtc + dayMs, zone)
  const fits = [before, after].filter((ms) => ms + offsetMs(ms, zone) === asIfUtc)
  // In a gap neither fits: the offset from before the change carries the time past it.
  return fits.length > 0 ? Math.min(...fits) : before
}

/** The day `days` after another. */
export function addDays(day: FuzzyDate, days: number): FuzzyDate {
  return toDay(new Date(dayUtcMs(day) + days * dayMs))
}

/** The next moment strictly after `wallMs` at which the zone's clock shows `minutes`. */
export function nextAt(wallMs: number, minutes: number, zone: string): number {
  const { day } = localTime(wallMs, zone)
  for (let days = 0; ; days += 1) {
    const at = wallMsOf({ day: addDays(day, days), minutes }, zone)
    if (at > wallMs) return at
  }
}

/** 0 is Sunday. */
export function weekdayOf(day: FuzzyDate): number {
  return new Date(dayUtcMs(day)).getUTCDay()
}

/** What the zone is ahead of UTC at a moment, in ms. */
export function offsetMs(wallMs: number, zone: string): number {
  const wholeSeconds = Math.floor(wallMs / 1000) * 1000
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(wholeSeconds)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSeconds
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, made)
  return made
}

function toDay(date: Date): FuzzyDate {
  return date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate()
}

function dayUtcMs(day: FuzzyDate): number {
  return Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100)
}
