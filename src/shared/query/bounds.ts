import type { Operator } from './clause'

/** Between which two numbers something must lie. */
export interface Bounds {
  readonly low: number
  readonly high: number
  /** The end itself does not count. */
  readonly openLow: boolean
  readonly openHigh: boolean
}

const endless: Bounds = {
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  openLow: false,
  openHigh: false,
}

/**
 * What an operator asks of something that covers `first` to `last`, as a day covers its seconds:
 * later than a day is later than its end.
 */
export function boundsFor(operator: Operator, first: number, last = first): Bounds {
  switch (operator) {
    case ':':
    case '=':
      return { ...endless, low: first, high: last }
    case '>':
      return { ...endless, low: last, openLow: true }
    case '>=':
      return { ...endless, low: first }
    case '<':
      return { ...endless, high: first, openHigh: true }
    case '<=':
      return { ...endless, high: last }
  }
}

/** From one end to the other, both included; `null` is no end. */
export function boundsBetween(low: number | null, high: number | null): Bounds {
  return { ...endless, low: low ?? endless.low, high: high ?? endless.high }
}

export function isWithin(value: number, { low, high, openLow, openHigh }: Bounds): boolean {
  return (openLow ? value > low : value >= low) && (openHigh ? value < high : value <= high)
}

/** The two ends of `2015..2019`, `2015..` or `..2019`; `null` when it is no range. */
export function splitRange(text: string): readonly [string, string] | null {
  const found = /^(.*?)\.\.+(.*)$/.exec(text)
  if (!found) return null
  const [, low = '', high = ''] = found
  return low === '' && high === '' ? null : [low, high]
}

/** Reads `80`, `8,5` or `100%`; `null` for anything else. */
export function readNumber(text: string): number | null {
  const typed = text.normalize('NFKC').trim()
  return /^\d{1,12}([.,]\d{1,6})?\s?(%|min)?$/.test(typed)
    ? Number.parseFloat(typed.replace(',', '.'))
    : null
}

/** Reads a number or a range of numbers, `2015-2019` too; `null` when it is neither. */
export function readNumbers(operator: Operator, text: string): Bounds | null {
  const ends = splitRange(text) ?? splitDashed(text)
  if (!ends) {
    const number = readNumber(text)
    return number === null ? null : boundsFor(operator, number)
  }
  const [low, high] = ends.map((end) => (end === '' ? null : readNumber(end)))
  const isGood = isEqual(operator) && ends.every((end) => end === '' || readNumber(end) !== null)
  return isGood ? boundsBetween(low ?? null, high ?? null) : null
}

export function isEqual(operator: Operator): boolean {
  return operator === ':' || operator === '='
}

function splitDashed(text: string): readonly [string, string] | null {
  const found = /^([\d.,]+)[-–]([\d.,]+)$/.exec(text)
  return found ? [found[1] ?? '', found[2] ?? ''] : null
}
