import type { FuzzyDate } from '../../shared/fuzzy-date'

type Value = string | number | boolean | null | readonly (string | number | null)[]

/** What a record has for each argument that filters it. */
export type Values<Row> = Readonly<Record<string, (row: Row) => Value>>

type Test = (value: Value, wanted: never) => boolean

const has = (value: Value, wanted: unknown): boolean =>
  Array.isArray(value) ? value.includes(wanted) : value === wanted

const tests: Readonly<Record<string, Test>> = {
  '': has,
  _not: (value, wanted) => !has(value, wanted),
  _in: (value, wanted: unknown[]) => wanted.some((item) => has(value, item)),
  _not_in: (value, wanted: unknown[]) => !wanted.some((item) => has(value, item)),
  _greater: (value, wanted: number) => typeof value === 'number' && value > wanted,
  _lesser: (value, wanted: number) => typeof value === 'number' && value < wanted,
  _like: (value, wanted: string) =>
    new RegExp(`^${wanted.split('%').map(escaped).join('.*')}$`, 'is').test(String(value ?? '')),
}

/** Titles have all of the genres or tags wanted, and none of those not wanted. */
const wantsAll = new Set(['genre_in', 'tag_in'])

/**
 * A test made from arguments such as `status_not_in` or `episodes_greater`: the part after the
 * name says how to compare. Arguments that are null or that `values` does not know are left out.
 */
export function filterOf<Row>(
  args: Readonly<Record<string, unknown>>,
  values: Values<Row>,
): (row: Row) => boolean {
  const checks = Object.entries(args).flatMap(([name, wanted]) => {
    const [, base = name, how = ''] =
      /^(.*?)(_not_in|_not|_in|_greater|_lesser|_like)?$/.exec(name) ?? []
    const valueOf = values[base]
    const test = tests[how]
    if (wanted === null || wanted === undefined || !valueOf || !test) return []
    if (wantsAll.has(name) && Array.isArray(wanted)) {
      return [(row: Row) => wanted.every((item) => has(valueOf(row), item))]
    }
    // The schema has checked that a list comes with _in and a number with _greater.
    return [(row: Row) => test(valueOf(row), wanted as never)]
  })
  return (row) => checks.every((check) => check(row))
}

/** Compares by AniList's words such as `UPDATED_TIME_DESC`, one after the other. */
export function orderOf<Row>(
  sort: readonly (string | null)[] | null | undefined,
  values: Values<Row>,
): (a: Row, b: Row) => number {
  const keys = (sort ?? []).flatMap((word) => {
    const valueOf = values[(word ?? '').replace(/_DESC$/, '')]
    return valueOf ? [{ valueOf, sign: word?.endsWith('_DESC') ? -1 : 1 }] : []
  })
  return (a, b) => {
    for (const { valueOf, sign } of keys) {
      const order = compare(valueOf(a), valueOf(b))
      if (order !== 0) return order * sign
    }
    return 0
  }
}

function compare(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (a === b) return 0
  if (a === null) return -1
  if (b === null) return 1
  return String(a) < String(b) ? -1 : 1
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** A fuzzy date as AniList compares it; no date is 0. */
export function dateNumber(date: FuzzyDate | null): number {
  return date ?? 0
}
