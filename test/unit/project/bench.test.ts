import { describe, expect, test } from 'vitest'
import { budgets, judge } from '../../../bench/budgets'
import { spread } from '../../../bench/figure'
import { asJson, asLine } from '../../../bench/print'

describe('spread', () => {
  test('half and nineteen of twenty samples are at most p50 and p95', () => {
    const samples = Array.from({ length: 100 }, (_, i) => 100 - i)

    expect(spread(samples)).toEqual({ p50: 50, p95: 95, max: 100 })
  })

  test('one sample is all of them', () => {
    expect(spread([7])).toEqual({ p50: 7, p95: 7, max: 7 })
  })
})

describe('bounds', () => {
  test('a figure within its bound keeps it, one above breaks it', () => {
    const figure = { figure: 'edit.durable', n: 500, unit: 'ms', p50: 1, max: 9 } as const

    expect(judge({ ...figure, p95: 5 })).toEqual({ bound: 'p95 ≤ 5', kept: true })
    expect(judge({ ...figure, p95: 5.01 })).toEqual({ bound: 'p95 ≤ 5', kept: false })
  })

  test('bounds of other sizes do not count', () => {
    expect(judge({ figure: 'filter.work', n: 500, unit: 'ms', p95: 99 })).toBeNull()
    expect(judge({ figure: 'filter.work', n: 50_000, unit: 'ms', p95: 20 })?.kept).toBe(true)
  })

  test('what was not measured is not kept', () => {
    const figure = { figure: 'queue.anisearch', n: 500, unit: 'ratio', ratio: 1 } as const

    expect(judge(figure)?.kept).toBe(false)
    expect(judge({ ...figure, violations: 0 })?.kept).toBe(true)
  })

  test('a ratio between sizes is only asked of the size that has one', () => {
    const figure = { figure: 'edit.bytes', n: 20_000, unit: 'bytes', p95: 60_000 } as const

    expect(judge(figure)?.kept).toBe(true)
    expect(judge({ ...figure, ratio: 1.3 })?.kept).toBe(false)
  })

  test('every bound asks for something', () => {
    expect(budgets.filter(({ most }) => Object.keys(most).length === 0)).toEqual([])
  })
})

describe('printing', () => {
  const figure = {
    figure: 'edit.durable',
    n: 5_000,
    unit: 'ms',
    p50: 0.41234,
    p95: 0.6,
    max: 4,
  } as const

  test('one JSON object with the numbers and the verdict', () => {
    expect(JSON.parse(asJson(figure))).toEqual({
      figure: 'edit.durable',
      n: 5_000,
      unit: 'ms',
      p50: 0.412,
      p95: 0.6,
      max: 4,
      bound: 'p95 ≤ 5',
      kept: true,
    })
  })

  test('a line for people says when a bound is broken', () => {
    expect(asLine(figure)).toMatch(/^edit\.durable +5,000 +ms +0\.412 .*kept: p95 ≤ 5$/)
    expect(asLine({ ...figure, p95: 6 })).toContain('BROKEN')
  })
})
