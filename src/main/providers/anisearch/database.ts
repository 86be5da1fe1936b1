import type { MediaKind } from '../../../shared/media'
import { badAnswer } from '../answers'
import { partsOf, textsOf, textOrNull } from '../lenient'
import type { ServiceCall } from '../provider'
import { idIn } from '../reading'
import type { MakeCall } from './call'

export type Database = ReturnType<typeof createDatabase>

/** The open database: whole maps at once, each to be asked for once a day at most (docs/services.md, "aniSearch: database"). */
export function createDatabase(call: MakeCall) {
  return {
    /** aniSearch's number of each title by its MyAnimeList id; titles that are many there are left out. */
    byMalId: (kind: MediaKind): ServiceCall<ReadonlyMap<number, number>> =>
      call({
        name: 'GET {mediaType}/associated?source=myanimelist_unique',
        bucket: `database-${kind}`,
        method: 'GET',
        path: `${kind}/associated?source=myanimelist_unique`,
        anonymous: true,
        read: (body) => readMap(body, (value) => idIn(partsOf(value))),
      }),
    /** Titles and synonyms of anime by aniSearch's number, the first being the main one. */
    titles: (): ServiceCall<ReadonlyMap<number, readonly string[]>> =>
      call({
        name: 'GET anime/titles',
        bucket: 'database-titles',
        method: 'GET',
        path: 'anime/titles',
        anonymous: true,
        read: (body) => readMap(body, namesOf),
      }),
  }
}

/** An object with numbers for keys; `[]` is an empty one. Throws `bad-answer` for anything else. */
function readMap<T>(body: unknown, read: (value: unknown) => T | null): ReadonlyMap<number, T> {
  if (Array.isArray(body) && body.length === 0) return new Map()
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badAnswer('The map of the database is none.')
  }
  const map = new Map<number, T>()
  for (const [key, value] of Object.entries(body)) {
    const number = /^[1-9]\d{0,9}$/.test(key) ? Number(key) : null
    const thing = number === null ? null : read(value)
    if (number !== null && thing !== null) map.set(number, thing)
  }
  return map
}

/** Texts in an array, in an object, or deeper in either: the form is known from hearsay only. */
function namesOf(value: unknown): readonly string[] | null {
  const single = textOrNull(value)
  if (single !== null) return [single]
  const parts = Array.isArray(value) ? value : Object.values(partsOf(value))
  const names = parts.flatMap((part) => (typeof part === 'string' ? [part] : textsOf(part)))
  const stated = [...new Set(names.filter((name) => name.trim() !== ''))]
  return stated.length === 0 ? null : stated
}
