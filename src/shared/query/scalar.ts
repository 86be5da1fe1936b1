import type { ListRow } from '../entry'
import type { FieldKind } from './field'
import type { Vocabulary } from './vocabulary'

/** A field that is one number for a row, or can be said as one. */
export type ScalarKind = Exclude<FieldKind, { type: 'names' | 'text' | 'title' | 'days' }>

export function isScalar(kind: FieldKind): kind is ScalarKind {
  return !manifold.has(kind.type)
}

const manifold: ReadonlySet<FieldKind['type']> = new Set(['names', 'text', 'title', 'days'])

/** A field of a row as a number; NaN is none. Choices count by their place, flags are 0 and 1. */
export function scalarOf(kind: ScalarKind, row: ListRow, nowS: number): number {
  switch (kind.type) {
    case 'number':
      return kind.read(row, nowS) ?? Number.NaN
    case 'score':
      return kind.read(row) || Number.NaN
    case 'date':
    case 'time':
      return kind.read(row) ?? Number.NaN
    case 'flag':
      return kind.read(row) ? 1 : 0
    case 'choice': {
      const value = kind.read(row)
      return value === null || value === 'unknown' ? Number.NaN : placeOf(kind.vocabulary, value)
    }
  }
}

const places = new WeakMap<Vocabulary, ReadonlyMap<string, number>>()

/** The place of a value in its vocabulary; what is not in it is none. */
export function placeOf(vocabulary: Vocabulary, value: string): number {
  let known = places.get(vocabulary)
  if (!known) {
    known = new Map(Object.keys(vocabulary).map((each, at) => [each, at]))
    places.set(vocabulary, known)
  }
  return known.get(value) ?? Number.NaN
}
