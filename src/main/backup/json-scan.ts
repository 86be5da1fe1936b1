import type { ReadContext } from './context'
import { tooDeep, tooMany } from './json'

/** A list whose elements are small objects, and where each of them stands. */
export interface FoundList {
  /** Bytes: the opening bracket, and after the closing one. */
  readonly from: number
  readonly to: number
  /** Where each element begins, and one more: after the bracket at the end. */
  readonly starts: Uint32Array
}

interface Open {
  readonly from: number
  readonly isList: boolean
  /** Where its elements begin in `starts`. */
  readonly first: number
  longest: number
  last: number
}

/** A longer element is worth a look inside: the list may be in there. */
const longestElement = 64 * 1024

/**
 * Finds the long lists of small objects in the bytes of a JSON document, without parsing it, and
 * throws `too-deep` and `too-big` above the limits. `null` when brackets do not match.
 */
export function scanJson(bytes: Uint8Array, { limits, tick }: ReadContext): FoundList[] | null {
  const open: Open[] = []
  const starts: number[] = []
  let found: FoundList[] = []
  let values = 0
  let told = 0

  function element(list: Open, at: number) {
    list.longest = Math.max(list.longest, at - list.last)
    list.last = at
  }

  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === quote) {
      at = closingQuote(bytes, at + 1)
    } else if (byte === comma) {
      values++
      const around = open.at(-1)
      if (around?.isList) {
        element(around, at)
        starts.push(at + 1)
      }
    } else if (byte === bracket || byte === brace) {
      values++
      if (open.length >= limits.depth) throw tooDeep(limits.depth)
      const isList = byte === bracket
      open.push({ from: at, isList, first: starts.length, longest: 0, last: at })
      if (isList) starts.push(at + 1)
    } else if (byte === bracketEnd || byte === braceEnd) {
      const closed = open.pop()
      if (closed === undefined || closed.isList !== (byte === bracketEnd)) return null
      if (!closed.isList) continue
      element(closed, at)
      if (isWorthIt(bytes, closed, at, limits.wholeJson)) {
        found = found.filter(({ from }) => from < closed.from)
        const own = Uint32Array.from([...starts.slice(closed.first), at + 1])
        found.push({ from: closed.from, to: at + 1, starts: own })
      }
      starts.length = closed.first
    }
    if (values > limits.values) throw tooMany(limits.values)
    if (at - told > tickBytes) tick((told = at), bytes.length)
  }
  return open.length === 0 ? found : null
}

const tickBytes = 1024 * 1024

const quote = 34
const comma = 44
const bracket = 91
const backslash = 92
const bracketEnd = 93
const brace = 123
const braceEnd = 125

function isWorthIt(bytes: Uint8Array, { from, longest }: Open, end: number, least: number) {
  if (end - from < least || longest > longestElement) return false
  let at = from + 1
  while (bytes[at] === 32 || bytes[at] === 10 || bytes[at] === 13 || bytes[at] === 9) at++
  return bytes[at] === brace
}

function closingQuote(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(quote, from); at !== -1; at = bytes.indexOf(quote, at + 1)) {
    let slashes = 0
    while (bytes[at - 1 - slashes] === backslash) slashes++
    if (slashes % 2 === 0) return at
  }
  return bytes.length
}
