import { type FuzzyDate, fuzzyDate } from '../fuzzy-date'
import { fold } from '../titles'
import { type Bounds, boundsBetween, boundsFor, isEqual, splitRange } from './bounds'
import type { Operator } from './clause'

/** A time as a query names it. */
export type When =
  /** So long ago, or so long from now on, in s. */
  | { readonly type: 'distance'; readonly seconds: number }
  /** A day counted from today: 0, or -1 for yesterday. */
  | { readonly type: 'day'; readonly days: number }
  /** A written date with what it covers: 2024 is all of it, up to 20249999. */
  | { readonly type: 'date'; readonly first: FuzzyDate; readonly last: FuzzyDate }

/** A time, or from one to another; `null` is an open end. */
export type Times =
  | { readonly type: 'one'; readonly operator: Operator; readonly at: When }
  | { readonly type: 'range'; readonly from: When | null; readonly to: When | null }

const hour = 3600
const day = 24 * hour

/** Months and years of a distance are 30 and 365 days: `<1y` asks for about a year. */
const units: Readonly<Record<string, number>> = {
  h: hour,
  std: hour,
  d: day,
  t: day,
  w: 7 * day,
  m: 30 * day,
  mo: 30 * day,
  y: 365 * day,
  j: 365 * day,
}

const days: Readonly<Record<string, number>> = {
  today: 0,
  heute: 0,
  yesterday: -1,
  gestern: -1,
  tomorrow: 1,
  morgen: 1,
}

/** Reads `30d`, `yesterday`, `2024`, `2024-03`, `15.3.2024`; `null` for anything else. */
export function readWhen(text: string): When | null {
  const typed = fold(text.normalize('NFKC').trim())
  const named = Object.hasOwn(days, typed) ? days[typed] : undefined
  if (named !== undefined) return { type: 'day', days: named }
  const distance = /^(\d{1,5})([a-z]+)$/.exec(typed)
  const unit = distance?.[2]
  if (unit !== undefined && Object.hasOwn(units, unit)) {
    return { type: 'distance', seconds: Number(distance?.[1]) * (units[unit] ?? 0) }
  }
  return readDate(typed)
}

/** Reads a time or a range of them; `null` when it is neither. */
export function readTimes(operator: Operator, text: string): Times | null {
  const ends = splitRange(text)
  if (!ends) {
    const at = readWhen(text)
    return at && { type: 'one', operator, at }
  }
  const [from = null, to = null] = ends.map((end) => (end === '' ? null : readWhen(end)))
  const isGood = ends.every((end) => end === '' || readWhen(end) !== null)
  return isGood && isEqual(operator) ? { type: 'range', from, to } : null
}

/** The place of times on a scale that grows with time. */
export interface Scale {
  /** A distance away, in s. */
  readonly distance: (seconds: number) => number
  readonly firstOf: (date: FuzzyDate) => number
  readonly lastOf: (date: FuzzyDate) => number
  /** The date so many days from today. */
  readonly date: (days: number) => FuzzyDate
}

/** Where on a scale the times lie. `way` says where distances lead; `<30d` asks for what is nearer. */
export function boundsOf(times: Times, way: 'past' | 'future', scale: Scale): Bounds {
  if (times.type === 'range') return boundsOfRange(times, way, scale)
  const { operator, at } = times
  const [first, last] = spanOf(at, scale)
  if (at.type !== 'distance') return boundsFor(operator, first, last)
  const nearer: Operator = isEqual(operator) || operator === '<' ? '<=' : operator
  return boundsFor(way === 'past' ? turned[nearer] : nearer, first)
}

function boundsOfRange(
  { from, to }: Extract<Times, { type: 'range' }>,
  way: 'past' | 'future',
  scale: Scale,
): Bounds {
  const spans = [from, to].flatMap((at) => (at ? [spanOf(at, scale)] : []))
  const low = Math.min(...spans.map(([first]) => first))
  const high = Math.max(...spans.map(([, last]) => last))
  if (from && to) return boundsBetween(low, high)
  const isBack = way === 'past' && (from ?? to)?.type === 'distance'
  return (from !== null) !== isBack ? boundsBetween(low, null) : boundsBetween(null, high)
}

const turned: Readonly<Record<Operator, Operator>> = {
  '>': '<',
  '>=': '<=',
  '<': '>',
  '<=': '>=',
  ':': ':',
  '=': '=',
}

function spanOf(at: When, scale: Scale): readonly [number, number] {
  if (at.type === 'distance') {
    const place = scale.distance(at.seconds)
    return [place, place]
  }
  if (at.type === 'date') return [scale.firstOf(at.first), scale.lastOf(at.last)]
  const date = scale.date(at.days)
  return [scale.firstOf(date), scale.lastOf(date)]
}

function readDate(typed: string): When | null {
  const [, year, month, date] =
    /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(typed) ?? germanDate(typed)
  if (year === undefined) return null
  const parts = { year: Number(year), month: numberOf(month), day: numberOf(date) }
  const isGood = parts.year > 0 && parts.month !== 0 && parts.day !== 0
  const first = isGood ? fuzzyDate(parts) : null
  if (first === null) return null
  return {
    type: 'date',
    first,
    last: first + (month === undefined ? 9999 : date === undefined ? 99 : 0),
  }
}

/** `15.3.2024` and `3.2024`, in the order of the other way to write a date. */
function germanDate(typed: string): readonly (string | undefined)[] {
  const [, date, month, year] = /^(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})$/.exec(typed) ?? []
  return [typed, year, month, date]
}

function numberOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text)
}
