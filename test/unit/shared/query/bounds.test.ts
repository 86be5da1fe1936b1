import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  boundsBetween,
  boundsFor,
  isEqual,
  isWithin,
  readNumber,
  readNumbers,
  splitRange,
} from '../../../../src/shared/query/bounds'
import type { Operator } from '../../../../src/shared/query/clause'

/** Which of 0 to 10 lie within. */
const within = (bounds: Parameters<typeof isWithin>[1]) =>
  Array.from({ length: 11 }, (_, at) => at).filter((value) => isWithin(value, bounds))

describe('an operator', () => {
  test.each([
    [':', [5]],
    ['=', [5]],
    ['>', [6, 7, 8, 9, 10]],
    ['>=', [5, 6, 7, 8, 9, 10]],
    ['<', [0, 1, 2, 3, 4]],
    ['<=', [0, 1, 2, 3, 4, 5]],
  ] as const)('%s 5 lets %j through', (operator, values) => {
    expect(within(boundsFor(operator, 5))).toEqual(values)
  })

  test.each([
    [':', [4, 5, 6]],
    ['>', [7, 8, 9, 10]],
    ['>=', [4, 5, 6, 7, 8, 9, 10]],
    ['<', [0, 1, 2, 3]],
    ['<=', [0, 1, 2, 3, 4, 5, 6]],
  ] as const)('%s something from 4 to 6 lets %j through', (operator, values) => {
    expect(within(boundsFor(operator, 4, 6))).toEqual(values)
  })

  test('asks for the same, or for an order', () => {
    const operators: readonly Operator[] = [':', '=', '>', '>=', '<', '<=']

    expect(operators.filter(isEqual)).toEqual([':', '='])
  })
})

describe('from one to another', () => {
  test('both ends count', () => {
    expect(within(boundsBetween(4, 6))).toEqual([4, 5, 6])
  })

  test('an open end is none', () => {
    expect(within(boundsBetween(null, 2))).toEqual([0, 1, 2])
    expect(within(boundsBetween(9, null))).toEqual([9, 10])
    expect(within(boundsBetween(null, null))).toHaveLength(11)
  })

  test('the wrong way round nothing lies', () => {
    expect(within(boundsBetween(6, 4))).toEqual([])
  })
})

describe('a range', () => {
  test.each([
    ['2015..2019', ['2015', '2019']],
    ['2015..', ['2015', '']],
    ['..2019', ['', '2019']],
    ['2015...2019', ['2015', '2019']],
    ['a..b..c', ['a', 'b..c']],
  ])('%s has two ends', (text, ends) => {
    expect(splitRange(text)).toEqual(ends)
  })

  test.each(['', '2015', '..', '...', '2015.2019', '8.5'])('%j is none', (text) => {
    expect(splitRange(text)).toBeNull()
  })
})

describe('a number', () => {
  test.each([
    ['80', 80],
    ['0', 0],
    ['8,5', 8.5],
    ['8.5', 8.5],
    [' 80 ', 80],
    ['100%', 100],
    ['24 min', 24],
    ['24min', 24],
    ['８０', 80],
    ['999999999999', 999_999_999_999],
  ])('%j is %d', (text, number) => {
    expect(readNumber(text)).toBe(number)
  })

  test.each([
    '',
    '-1',
    '+1',
    '1e3',
    '0x10',
    '8,',
    ',5',
    '1.2.3',
    '1 000',
    'eight',
    '1234567890123',
    '24 h',
  ])('%j is none', (text) => {
    expect(readNumber(text)).toBeNull()
  })

  test('is never misread: what is read is what was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 99 }), (a, b) => {
        expect(readNumber(`${a},${b}`)).toBe(Number(`${a}.${b}`))
      }),
    )
  })
})

describe('numbers that are asked for', () => {
  const asked = (operator: Operator, text: string) => {
    const bounds = readNumbers(operator, text)
    return bounds && within(bounds)
  }

  test.each([
    [':', '5', [5]],
    ['>=', '8', [8, 9, 10]],
    [':', '4..6', [4, 5, 6]],
    [':', '4-6', [4, 5, 6]],
    ['=', '4–6', [4, 5, 6]],
    [':', '9..', [9, 10]],
    [':', '..1', [0, 1]],
    [':', '6..4', []],
  ] as const)('%s%s: %j', (operator, text, values) => {
    expect(asked(operator, text)).toEqual(values)
  })

  test.each([
    ['>', '4..6'],
    ['<=', '4-6'],
    [':', 'a..6'],
    [':', '4..b'],
    [':', 'many'],
    [':', '..'],
  ] as const)('%s%s is nothing that can be asked', (operator, text) => {
    expect(asked(operator, text)).toBeNull()
  })
})
