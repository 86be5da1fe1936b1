import { type ScoreFormat, scoreScales, type ScoreTable, toShown } from '../score'
import { type Bounds, isWithin } from './bounds'
import type { Columns } from './columns'
import type { Condition, Wanted } from './condition'
import type { FieldKind } from './field'
import { kindOfField } from './fields'
import { namedTest } from './named-test'
import { isScalar, placeOf } from './scalar'
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

/** Whether the row of that index is wanted. */
export type IndexTest = (index: number) => boolean

/** One function that tells whether a row meets all conditions; the cheapest is asked first. */
export function matcherOf(
  conditions: readonly Condition[],
  columns: Columns,
  context: QueryContext,
): IndexTest {
  columns.refresh()
  const tests = conditions
    .toSorted((a, b) => costOf(a) - costOf(b))
    .map((condition) => {
      const test = testOf(condition, columns, context)
      return condition.negated ? (index: number) => !test(index) : test
    })
  return (index) => tests.every((test) => test(index))
}

type Asked = Pick<Condition, 'field' | 'wanted'>

const costs: Partial<Record<FieldKind['type'], number>> = { names: 1, title: 2, text: 3 }

function costOf({ field }: Condition): number {
  return costs[kindOfField(field).type] ?? 0
}

function testOf({ field, wanted }: Asked, columns: Columns, context: QueryContext): IndexTest {
  const kind = kindOfField(field)
  if (isScalar(kind)) {
    const isWanted = numberTest(wanted, kind, context)
    const values = columns.scalar(field, kind, context.nowS)
    return (index) => isWanted(values[index] ?? Number.NaN)
  }
  if (kind.type === 'names') {
    const column = columns.names(field)
    return column ? namedTest(wanted, column) : () => false
  }
  if (kind.type === 'days') {
    const tests = kind.of.map((each) => testOf({ field: each, wanted }, columns, context))
    return wanted.type === 'none'
      ? (index) => tests.every((test) => test(index))
      : (index) => tests.some((test) => test(index))
  }
  const texts = columns.folded(field)
  if (wanted.type === 'none') return (index) => texts[index]?.trim() === ''
  if (wanted.type === 'any') return (index) => texts[index]?.trim() !== ''
  const parts = wanted.type === 'text' ? wanted.texts : []
  return (index) => parts.some((part) => texts[index]?.includes(part))
}

type NumberTest = (value: number) => boolean

function numberTest(wanted: Wanted, kind: FieldKind, context: QueryContext): NumberTest {
  switch (wanted.type) {
    case 'none':
      return (value) => !value && !(kind.type === 'choice' && value === 0)
    case 'any': {
      const isNone = numberTest({ type: 'none' }, kind, context)
      return (value) => !isNone(value)
    }
    case 'numbers':
      return kind.type === 'score'
        ? scoreTest(wanted.bounds, context)
        : (value) => isWithin(value, wanted.bounds)
    case 'times': {
      const way = kind.type === 'time' ? kind.way : 'past'
      const scale = kind.type === 'time' ? timeScale(context, way) : dateScale(context)
      const bounds = boundsOf(wanted.times, way, scale)
      return (value) => isWithin(value, bounds)
    }
    case 'choices': {
      if (kind.type !== 'choice') return () => false
      const places = new Set(wanted.values.map((value) => placeOf(kind.vocabulary, value)))
      return (value) => places.has(value)
    }
    case 'flag':
      return (value) => (value === 1) === wanted.on
    case 'names':
    case 'text':
      return () => false
  }
}

/** As the account shows scores; a number beyond its highest is one of 100. 0 is no score. */
function scoreTest(bounds: Bounds, { scoreFormat, scoreTable }: QueryContext): NumberTest {
  const { max } = scoreScales[scoreFormat]
  const isRaw = [bounds.low, bounds.high].some((end) => Number.isFinite(end) && end > max)
  if (bounds.low === 0 && bounds.high === 0) return Number.isNaN
  return (raw) => {
    if (Number.isNaN(raw)) return false
    return isWithin(isRaw ? raw : (toShown(raw, scoreFormat, scoreTable) ?? 0), bounds)
  }
}
