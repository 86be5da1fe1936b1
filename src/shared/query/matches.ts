import type { ListRow } from '../entry'
import { type ScoreFormat, scoreScales, type ScoreTable, toShown } from '../score'
import { fold } from '../titles'
import { type Bounds, isWithin } from './bounds'
import type { Condition, Wanted } from './condition'
import type { FieldKind } from './field'
import { kindOfField } from './fields'
import { nameMatcher } from './name-matcher'
import { dateScale, timeScale } from './scales'
import { boundsOf } from './when'

/** What a query needs to know beside the rows. */
export interface QueryContext {
  /** Unix s. */
  readonly nowS: number
  /** The IANA zone whose days are meant. */
  readonly zone: string
  readonly scoreFormat: ScoreFormat
  readonly scoreTable: ScoreTable
}

/** Whether a row is wanted. `text` is its search text, as `searchTextOf` makes it. */
export type RowTest = (row: ListRow, text: string) => boolean

/** One function that tells whether a row meets all conditions; the cheapest is asked first. */
export function matcherOf(conditions: readonly Condition[], context: QueryContext): RowTest {
  const tests = conditions
    .map(({ field, negated, wanted }) => {
      const kind = kindOfField(field)
      const test = testOf(wanted, kind, context)
      return {
        cost: costs[kind.type] ?? 0,
        test: negated ? (row: ListRow, text: string) => !test(row, text) : test,
      }
    })
    .toSorted((a, b) => a.cost - b.cost)
    .map(({ test }) => test)
  return (row, text) => tests.every((test) => test(row, text))
}

const costs: Partial<Record<FieldKind['type'], number>> = { title: 1, names: 2, text: 3 }

function testOf(wanted: Wanted, kind: FieldKind, context: QueryContext): RowTest {
  switch (wanted.type) {
    case 'none':
      return (row) => isEmpty(row, kind, context.nowS)
    case 'any':
      return (row) => !isEmpty(row, kind, context.nowS)
    case 'numbers':
      if (kind.type === 'score') return scoreTest(wanted.bounds, kind.read, context)
      return kind.type === 'number'
        ? within(wanted.bounds, (row) => kind.read(row, context.nowS))
        : nobody
    case 'times':
      if (kind.type === 'date') {
        return within(boundsOf(wanted.times, 'past', dateScale(context)), kind.read)
      }
      return kind.type === 'time'
        ? within(boundsOf(wanted.times, kind.way, timeScale(context, kind.way)), kind.read)
        : nobody
    case 'choices': {
      const values = new Set(wanted.values)
      return kind.type === 'choice' ? (row) => values.has(kind.read(row) ?? '') : nobody
    }
    case 'flag':
      return kind.type === 'flag' ? (row) => kind.read(row) === wanted.on : nobody
    case 'names': {
      const matches = nameMatcher(wanted.names)
      return kind.type === 'names'
        ? (row) => kind.read.some((read) => read(row).some(matches))
        : nobody
    }
    case 'text': {
      const { texts } = wanted
      if (kind.type === 'title') return (_row, text) => texts.some((each) => text.includes(each))
      return kind.type === 'text' ? (row) => holds(kind.read(row), texts) : nobody
    }
  }
}

function nobody(): boolean {
  return false
}

function within(bounds: Bounds, read: (row: ListRow) => number | null): RowTest {
  return (row) => {
    const value = read(row)
    return value !== null && isWithin(value, bounds)
  }
}

/** As the account shows scores; a number beyond its highest is one of 100. 0 is no score. */
function scoreTest(
  bounds: Bounds,
  read: (row: ListRow) => number | null,
  { scoreFormat, scoreTable }: QueryContext,
): RowTest {
  const { max } = scoreScales[scoreFormat]
  const isRaw = [bounds.low, bounds.high].some((end) => Number.isFinite(end) && end > max)
  const countsNone = bounds.low === 0 && bounds.high === 0
  return (row) => {
    const raw = read(row)
    const shown = isRaw ? raw || null : toShown(raw, scoreFormat, scoreTable)
    return shown === null ? countsNone : isWithin(shown, bounds)
  }
}

function holds(text: string, texts: readonly string[]): boolean {
  if (text === '') return false
  const folded = fold(text)
  return texts.some((each) => folded.includes(each))
}

function isEmpty(row: ListRow, kind: FieldKind, nowS: number): boolean {
  switch (kind.type) {
    case 'number':
      return !kind.read(row, nowS)
    case 'score':
    case 'date':
    case 'time':
      return !kind.read(row)
    case 'choice':
      return (kind.read(row) ?? 'unknown') === 'unknown'
    case 'names':
      return kind.read.every((read) => read(row).length === 0)
    case 'text':
      return kind.read(row).trim() === ''
    case 'flag':
      return !kind.read(row)
    case 'title':
      return false
  }
}
