import type { Page } from '../../../../shared/community/paging'
import { badAnswer } from '../../answers'
import { partsOf, totalOrNull } from '../../lenient'
import { countIn, countOrNull, type Parts } from '../../reading'
import { itemsOf } from '../loose'

/** The rows of a list that must be there: an array, or an object with numbers for keys. Throws `bad-answer`. */
export function readRows<T>(
  value: unknown,
  what: string,
  read: (row: Parts) => T | null,
): readonly T[] {
  if (!isList(value)) throw badAnswer(`${what}: no list`)
  return someRows(value, read)
}

/** The same for a list that may be missing. */
export function someRows<T>(value: unknown, read: (row: Parts) => T | null): readonly T[] {
  if (!isList(value)) return []
  return itemsOf(value).flatMap(([, row]) => {
    const thing = read(partsOf(row))
    return thing === null ? [] : [thing]
  })
}

function isList(value: unknown): boolean {
  if (Array.isArray(value)) return true
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
  return keys.length > 0 && keys.every((key) => /^\d+$/.test(key))
}

/** A page of a list whose pages have no known size: an empty one is the end. */
export function openPage<T>(items: readonly T[]): Page<T> {
  return { items, hasNext: items.length > 0, total: null }
}

/** A page by the numbers beside it, which are `total` for feeds and `total_root` for comments. */
export function numberedPage<T>(items: readonly T[], numbers: Parts): Page<T> {
  const current = totalOrNull(numbers['current_page']) ?? 1
  const total = countOrNull(numbers['total']) ?? countOrNull(numbers['total_root'])
  return { items, hasNext: current < countIn(numbers, 'last_page'), total }
}
