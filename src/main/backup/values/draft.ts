import type { EntryField, EntryFields } from '../../../shared/entry'
import type { MediaKind } from '../../../shared/media'
import type { Status } from '../../../shared/status'
import {
  type BackupMedia,
  type BackupRow,
  type ExternalIds,
  noHints,
  type RowHints,
  type RowWarningCode,
} from '../model'
import { readDate } from './dates'
import { scaledScore } from './scores'
import { statusOf } from './statuses'

/** The most that a progress or a number of repeats can be before it is nonsense. */
export const mostCounted = 1_000_000

/** Longer ones are an attack on what compares them. */
const longestTitle = 1000

/** MyAnimeList and its kin write 255 where they mean "no idea". */
const junkRepeats = 255

/** Most rows have none of it, so that all share one. */
const nothing: readonly never[] = Object.freeze([])
const noRest: Readonly<Record<string, unknown>> = Object.freeze({})

type Draft = { -readonly [F in EntryField]?: EntryFields[F] }

type CountField = 'progress' | 'progressVolumes' | 'repeats' | 'priority' | 'repeatDesire'

export interface RowFacts {
  readonly number: number
  readonly kind: MediaKind
  readonly titles: readonly (string | null)[]
  readonly ids?: Readonly<Record<string, number | null>>
  readonly hints?: Partial<RowHints>
  readonly owner?: number
  readonly tags?: readonly string[]
  readonly createdAt?: number | null
  readonly updatedAt?: number | null
  readonly entryId?: number | null
  readonly media?: BackupMedia | null
}

/**
 * Collects what one row of a file says. Every value is asked for by the file's own name of it, so
 * that at the end the rest is known, and is kept. An absent value sets nothing; one that cannot be
 * read sets nothing either, is kept word for word and warned of.
 */
export function createDraft(raw: Readonly<Record<string, unknown>>, mostKept: number) {
  const fields: Draft = {}
  const taken = new Set<string>()
  const refused = new Set<string>()
  const warnings: BackupRow['warnings'][number][] = []

  function warn(code: RowWarningCode, field?: string, value?: unknown) {
    warnings.push({
      code,
      ...(field === undefined ? {} : { field }),
      ...(value === undefined ? {} : { value: shortText(value) }),
    })
  }

  /** The value under the first of these names that is there; `undefined` when none is. */
  function take(...names: readonly string[]): unknown {
    const name = names.find((one) => Object.hasOwn(raw, one) && raw[one] !== undefined)
    for (const one of names) taken.add(one)
    return name === undefined ? undefined : raw[name]
  }

  /** Warns of a value that is not taken, and keeps it. */
  function refuse(code: RowWarningCode, name: string, value: unknown) {
    refused.add(name)
    warn(code, name, value)
  }

  const numberOf = (value: unknown): number | null | undefined => {
    if (value === null || value === '') return null
    if (typeof value === 'number') return value
    if (typeof value !== 'string') return undefined
    if (value.trim() === '') return null
    return /^[+-]?\d+(?:[.,]\d+)?$/.test(value.trim())
      ? Number(value.trim().replace(',', '.'))
      : undefined
  }

  return {
    fields,
    warn,
    refuse,
    take,

    /** Names that mean nothing to us and are not worth keeping. */
    ignore: (...names: readonly string[]) => void take(...names),

    /** A whole number from 0 up; parts of a chapter are cut off. Empty says nothing. */
    count(field: CountField, name: string) {
      const value = take(name)
      const number = value === undefined ? null : numberOf(value)
      if (number === undefined) refuse('unknown-value', name, value)
      else if (number !== null) this.put(field, name, number)
    },

    /** Sets a number that was found in the value of that name, if it is a sane one. */
    put(field: CountField, name: string, number: number) {
      if (number >= 0 && number <= mostCounted) fields[field] = Math.floor(number)
      else refuse('out-of-range', name, raw[name])
    },

    /** A number of repeats, where 255 is junk. */
    repeats(name: string) {
      const value = take(name)
      const number = numberOf(value ?? null)
      if (number === junkRepeats) return refuse('junk-repeats', name, value)
      this.count('repeats', name)
    },

    /** Text; an empty one says that there is none. */
    notes(name: string, transform: (text: string) => string = (text) => text) {
      const value = take(name)
      if (value === undefined) return
      if (value !== null && typeof value !== 'string') return refuse('unknown-value', name, value)
      fields.notes = transform(value ?? '')
    },

    date(field: 'startedAt' | 'completedAt', name: string) {
      const value = take(name)
      if (value === undefined) return
      const date = readDate(value)
      if (date === undefined) return refuse('unknown-value', name, value)
      fields[field] = date
    },

    /** A score; `scale` is what one point is worth in raw points, or how to make it raw. */
    score(name: string, scale: number | ((shown: number) => number | null)) {
      const value = take(name)
      if (value === undefined) return
      const shown = numberOf(value)
      if (shown === undefined) return refuse('unknown-value', name, value)
      if (shown === null || shown === 0) {
        fields.score = null
        return
      }
      const raw = typeof scale === 'number' ? scaledScore(shown, scale) : scale(shown)
      if (raw === null) return refuse('out-of-range', name, value)
      fields.score = raw || null
    },

    flag(field: 'private' | 'hidden', name: string) {
      const value = take(name)
      const flag = flagOf(value)
      if (flag !== null) fields[field] = flag
      else if (value !== undefined && value !== null && value !== '') {
        refuse('unknown-value', name, value)
      }
    },

    /** A status as word, or as a number of the given table. */
    status(name: string, numbers: Readonly<Record<string, Status>> = {}) {
      const value = take(name)
      const word = typeof value === 'number' ? String(value) : value
      if (word === undefined || word === null || word === '') return warn('no-status', name)
      const text = typeof word === 'string' ? word.trim() : ''
      const status = Object.hasOwn(numbers, text) ? numbers[text] : statusOf(text)
      if (status === null || status === undefined) return refuse('unknown-status', name, value)
      fields.status = status
    },

    /** Turns the entry into a repeated one, where nothing contradicts it. */
    repeating(isRepeating: boolean) {
      const { status } = fields
      if (!isRepeating || (status !== undefined && !['completed', 'current'].includes(status)))
        return
      fields.status = 'repeating'
    },

    /** The finished row, with everything in it that was not asked for. */
    row(facts: RowFacts): BackupRow {
      const hints = { ...noHints, ...facts.hints }
      const total = facts.kind === 'anime' ? hints.episodes : hints.chapters
      if (total !== null && (fields.progress ?? 0) > total) warn('above-total')
      const titles = facts.titles.flatMap((title) =>
        title === null || title.trim() === '' ? [] : title.slice(0, longestTitle),
      )
      const ids = Object.fromEntries(
        Object.entries(facts.ids ?? {}).filter(([, id]) => id !== null && id > 0),
      ) as ExternalIds
      if (titles.length === 0 && Object.keys(ids).length === 0) warn('no-title')
      return {
        number: facts.number,
        owner: facts.owner ?? 0,
        kind: facts.kind,
        titles: [...new Set(titles)],
        ids,
        hints,
        fields,
        tags: facts.tags?.length ? facts.tags : nothing,
        createdAt: facts.createdAt ?? null,
        updatedAt: facts.updatedAt ?? null,
        entryId: facts.entryId ?? null,
        media: facts.media ?? null,
        kept: rest(raw, (name) => refused.has(name) || !taken.has(name), mostKept),
        warnings: warnings.length > 0 ? warnings : nothing,
      }
    },
  }
}

/** Spreadsheets in German save a table with their own words. */
const yes: ReadonlySet<unknown> = new Set(['1', 'yes', 'y', 'true', 'wahr', 'ja'])
const no: ReadonlySet<unknown> = new Set(['0', 'no', 'n', 'false', 'falsch', 'nein'])

/** Yes or no in the spellings of the wild; `null` for neither. */
export function flagOf(value: unknown): boolean | null {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : value
  if (typeof word === 'boolean') return word
  if (word === 1 || yes.has(word)) return true
  return word === 0 || no.has(word) ? false : null
}

function rest(
  raw: Readonly<Record<string, unknown>>,
  isKept: (name: string) => boolean,
  most: number,
) {
  const names = Object.keys(raw).filter(
    (name) => isKept(name) && raw[name] !== '' && raw[name] !== null && raw[name] !== undefined,
  )
  if (names.length === 0) return noRest
  return Object.fromEntries(names.slice(0, most).map((name) => [name, raw[name]]))
}

function shortText(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.slice(0, 200)
}
