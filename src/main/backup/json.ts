import type { AppError } from '../../shared/failure'
import type { ReadContext } from './context'
import { problem } from './problem'

export type JsonObject = Readonly<Record<string, unknown>>

/** Parses JSON whose depth and number of values were counted first; `null` when it is none. */
export function parseJson(text: string, context: ReadContext): { value: unknown } | null {
  if (!/^\s*[[{]/.test(text)) return null
  checkShape(text, context)
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return null
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value as an object; an empty one when it is none. */
export function objectAt(value: unknown, ...path: readonly string[]): JsonObject {
  let at: unknown = value
  for (const key of path) at = isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined
  return isObject(at) ? at : {}
}

/** The value as a list; an empty one when it is none. */
export function listAt(value: unknown, key: string): readonly unknown[] {
  const list = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return Array.isArray(list) ? list : []
}

/** A text that is not empty, also when written as a number; else `null`. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** A whole number from 0 up, also when written as text; else `null`. */
export function wholeOf(value: unknown): number | null {
  const number =
    typeof value === 'string' && /^\d{1,15}$/.test(value.trim()) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null
}

/** A whole number above 0; what services write for "none" is `null`. */
export function idOf(value: unknown): number | null {
  return wholeOf(value) || null
}

/** Only the texts of a list. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/** Unix ms of an ISO time; `null` when it is none. */
export function timeOf(value: unknown): number | null {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(ms) ? null : ms
}

function checkShape(text: string, { limits }: ReadContext): void {
  let depth = 0
  let values = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) at = closingQuote(text, at + 1)
    else if (code === comma) values++
    else if (code === bracket || code === brace) {
      values++
      if (++depth > limits.depth) throw tooDeep(limits.depth)
    } else if (code === bracketEnd || code === braceEnd) depth--
    if (values > limits.values) throw tooMany(limits.values)
  }
}

const quote = 34
const comma = 44
const bracket = 91
const bracketEnd = 93
const brace = 123
const braceEnd = 125
const backslash = 92

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text.charCodeAt(at - 1 - slashes) === backslash) slashes++
    if (slashes % 2 === 0) return at
  }
  return text.length
}

export function tooDeep(depth: number): AppError {
  return problem('too-deep', `It nests deeper than ${depth} levels.`)
}

export function tooMany(values: number): AppError {
  return problem('too-big', `It holds more than ${values} values.`)
}
