import { badAnswer } from './answers'
import { numberOrNull, partsOf, textOrNull } from './lenient'

// How answers about people and words are read: what a thing is about must be there, all else may be
// missing. A thing without an id is left out of its list; a list that is none fails the answer.

/** The members of an object. */
export type Parts = Readonly<Record<string, unknown>>

/** The id under `name`; `null` for a thing that has none. */
export function idIn(parts: Parts, name = 'id'): number | null {
  const id = numberOrNull(parts[name])
  return id !== null && Number.isSafeInteger(id) && id > 0 ? id : null
}

/** A count, 0 when it is not told. */
export function countIn(parts: Parts, name: string): number {
  const count = numberOrNull(parts[name])
  return count === null || count < 0 ? 0 : Math.floor(count)
}

/** A count; `null` when it is not told. */
export function countOrNull(value: unknown): number | null {
  const count = numberOrNull(value)
  return count === null || count < 0 ? null : Math.floor(count)
}

/** A flag that may be missing, and that may come as 0 and 1. */
export function flagOrNull(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  const number = numberOrNull(value)
  return number === 0 || number === 1 ? number === 1 : null
}

/** A text, empty when it is not told. */
export function textIn(parts: Parts, name: string): string {
  return textOrNull(parts[name]) ?? ''
}

/** The items of a list that must be there, those that `read` makes something of. Throws `bad-answer`. */
export function readList<T>(
  value: unknown,
  what: string,
  read: (item: Parts) => T | null,
): readonly T[] {
  if (!Array.isArray(value)) throw badAnswer(`${what}: no list`)
  return someList(value, read)
}

/** The same for a list that may be missing. */
export function someList<T>(value: unknown, read: (item: Parts) => T | null): readonly T[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item) => {
    const thing = read(partsOf(item))
    return thing === null ? [] : [thing]
  })
}

/** What must be there. Throws `bad-answer`. */
export function needed<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw badAnswer(`${what}: missing or unreadable`)
  return value
}

/** An address that main may open: https, whatever the host; `null` for anything else. */
export function linkOrNull(value: unknown): string | null {
  const url = typeof value === 'string' ? URL.parse(value.trim()) : null
  if (url === null || url.username !== '' || url.password !== '') return null
  if (url.protocol === 'http:') url.protocol = 'https:'
  return url.protocol === 'https:' ? url.href : null
}
