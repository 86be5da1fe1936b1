import { z } from 'zod'

// For what is nice to have: a value of the wrong type counts as absent, so that one odd year or
// colour never costs the list. What an entry itself says is read strictly elsewhere. The schemas are
// for answers that come one by one; titles come by thousands and are read by the plain functions,
// which are twenty times as fast.

export const someNumber = z.number().nullish().catch(null)
export const someText = z.string().nullish().catch(null)
export const someFlag = z.boolean().nullish().catch(null)

/** An array of which only the texts count. */
export const someTexts = z
  .array(z.unknown())
  .nullish()
  .catch(null)
  .transform((items) => (items ?? []).filter((item) => typeof item === 'string'))

/** The members of an object; none of what is no object. */
export function partsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

/** The texts of an array. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/** A total: an integer above 0; anything else is unknown (docs/services.md, "Totals"). */
export function totalOrNull(value: unknown): number | null {
  const number = numberOrNull(value)
  return number !== null && Number.isInteger(number) && number > 0 ? number : null
}

/** A number, also when it came as text ("79.3"). */
export function numberOrNull(value: unknown): number | null {
  if (typeof value === 'string' && value.trim() === '') return null
  const number = typeof value === 'string' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

/** A text with something in it. */
export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** A raw score: 0 is none; out of range is brought back into it. */
export function rawScore(value: number | null | undefined): number | null {
  if (value === null || value === undefined) return null
  return Math.min(Math.round(value), 100) > 0 ? Math.min(Math.round(value), 100) : null
}

/** The member of a closed set whose word this is; else the fallback. */
export function wordOr<T, F>(
  words: Readonly<Record<string, T>>,
  value: unknown,
  fallback: F,
): T | F {
  return typeof value === 'string' && Object.hasOwn(words, value) ? (words[value] as T) : fallback
}
