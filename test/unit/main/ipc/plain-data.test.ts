import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultOf, mostWeight } from '../../../../src/main/ipc/plain-data'

test('plain data has no fault', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const hasForbiddenKey = JSON.stringify(value).includes('"__proto__":')
      expect(faultOf(value)).toBe(hasForbiddenKey ? 'a forbidden key' : null)
    }),
  )
})

test.each<[string, unknown]>([
  ['a function', () => {}],
  ['undefined', [undefined]],
  ['a symbol', Symbol('odd')],
  ['a big integer', 1n],
  ['a date', new Date(0)],
  ['a map', new Map()],
  ['bytes', new Uint8Array(4)],
  ['an error', new Error('odd')],
])('%s is no plain data', (_what, value) => {
  expect(faultOf(value)).toBe('not plain data')
})

describe('size', () => {
  test('a text up to the limit is taken and one above it is not', () => {
    expect(faultOf('x'.repeat(mostWeight - 8))).toBeNull()
    expect(faultOf('x'.repeat(mostWeight))).toBe('too much data')
  })

  test('many small things weigh as much as one large', () => {
    expect(faultOf(Array.from({ length: 40_000 }, () => 1))).toBe('too much data')
    expect(faultOf(Array.from({ length: 400 }, () => Array.from({ length: 100 }, () => 1)))).toBe(
      'too much data',
    )
  })

  test('long keys count too', () => {
    expect(faultOf({ ['k'.repeat(mostWeight)]: 1 })).toBe('too much data')
  })

  test('a huge message is not read to its end', () => {
    let read = 0
    const heavy = Array.from({ length: 20_000 }, (_, n) => {
      const item = { a: 'xxxxxxxxxxxxxxxx', b: n }
      Object.defineProperty(item, 'seen', { enumerable: true, get: () => (read += 1) })
      return item
    })

    expect(faultOf(heavy)).toBe('too much data')
    expect(read).toBeLessThan(10_000)
  })

  test('deep nesting is refused before the stack ends', () => {
    const deep: unknown = JSON.parse('['.repeat(5_000) + ']'.repeat(5_000))
    expect(faultOf(deep)).toBe('nested too deep')
  })

  test('data that holds itself is refused', () => {
    const round: { self?: unknown } = {}
    round.self = round
    expect(faultOf(round)).toBe('nested too deep')
  })
})
