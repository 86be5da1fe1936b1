import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createContext } from '../../../../../src/main/backup/context'
import {
  idOf,
  isObject,
  listAt,
  objectAt,
  parseJson,
  textOf,
  textsOf,
  timeOf,
  wholeOf,
} from '../../../../../src/main/backup/json'
import { runs } from '../support/arbitrary'
import { failureOf } from '../support/fixtures'

const context = createContext({})

test('gives back every document that JSON knows', () => {
  const documents = fc.oneof(
    fc.array(fc.jsonValue({ maxDepth: 4 })),
    fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })),
  )
  fc.assert(
    fc.property(documents, fc.constantFrom('', ' ', '\r\n\t'), (value, space) => {
      const text = space + JSON.stringify(value)

      expect(parseJson(text, context)).toEqual({ value: JSON.parse(text) as unknown })
    }),
    { numRuns: runs * 2 },
  )
})

test('is not for lone values, nor for what is no JSON', () => {
  for (const text of ['1', '"text"', 'null', '', '{', '[1,]', "{'a':1}", '{"a":1}x']) {
    expect(parseJson(text, context)).toBeNull()
  }
})

test('counts depth as brackets, not as marks in texts', () => {
  const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

  expect(parseJson(deep(32), context)).not.toBeNull()
  expect(failureOf(() => parseJson(deep(33), context)).reason).toBe('too-deep')
  expect(parseJson(`["${'[{'.repeat(500)}"]`, context)).not.toBeNull()
  expect(parseJson(`["${'\\"['.repeat(500)}"]`, context)).not.toBeNull()
})

test('brackets beside each other are not deep', () => {
  const wide = `[${Array.from({ length: 1000 }, () => '{"a":[]}').join()}]`

  expect(parseJson(wide, context)).not.toBeNull()
})

test('counts values', () => {
  const few = createContext({ limits: { values: 10 } })
  const list = (length: number) => JSON.stringify(Array.from({ length }, () => 0))

  expect(parseJson(list(10), few)).not.toBeNull()
  expect(failureOf(() => parseJson(list(12), few)).reason).toBe('too-big')
  expect(parseJson('["1,2,3,4,5,6,7,8,9,10,11,12,13"]', few)).not.toBeNull()
})

test('looks into objects by their own names only', () => {
  const value = JSON.parse('{"a":{"b":{"c":1}},"list":[1],"__proto__":{"x":1}}') as unknown

  expect(objectAt(value, 'a', 'b')).toEqual({ c: 1 })
  expect(objectAt(value, 'a', 'nothing', 'c')).toEqual({})
  expect(objectAt(value, 'list')).toEqual({})
  expect(objectAt(value, 'toString')).toEqual({})
  expect(objectAt(null)).toEqual({})
  expect(listAt(value, 'list')).toEqual([1])
  expect(listAt(value, 'a')).toEqual([])
  expect(listAt([], 'length')).toEqual([])
  expect([[], {}, null, 'x', 1].map(isObject)).toEqual([false, true, false, false, false])
})

test('takes whole numbers, also when they are written as text', () => {
  expect([0, 7, '7', ' 12 '].map(wholeOf)).toEqual([0, 7, 7, 12])
  expect([-1, 1.5, '1.5', 'x', '', null, undefined, true, Infinity, 2 ** 53].map(wholeOf)).toEqual(
    Array.from({ length: 10 }, () => null),
  )
  expect([0, '0', 5, '5', -5].map(idOf)).toEqual([null, null, 5, 5, null])
})

test('takes texts that say something', () => {
  expect([' a ', '', '  ', 1, null].map(textOf)).toEqual([' a ', null, null, '1', null])
  expect(textsOf(['a', 1, null, 'b'])).toEqual(['a', 'b'])
  expect(textsOf('ab')).toEqual([])
})

test('takes times that are some', () => {
  expect(timeOf('2021-05-06T07:08:09Z')).toBe(Date.UTC(2021, 4, 6, 7, 8, 9))
  expect([null, 5, 'soon'].map(timeOf)).toEqual([null, null, null])
})
