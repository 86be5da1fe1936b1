import { expect, test } from 'vitest'
import {
  numberOrNull,
  partsOf,
  rawScore,
  textOrNull,
  textsOf,
  totalOrNull,
  wordOr,
} from '../../../../src/main/providers/lenient'

test.each([
  [12, 12],
  ['12', 12],
  ['79.3', 79.3],
  [0, 0],
  ['', null],
  ['  ', null],
  ['x', null],
  [null, null],
  [undefined, null],
  [Number.NaN, null],
  [Infinity, null],
  [true, null],
  [[5], null],
])('%j as a number is %j', (value, number) => {
  expect(numberOrNull(value)).toBe(number)
})

test.each([
  [12, 12],
  ['12', 12],
  [0, null],
  [-1, null],
  [1.5, null],
  [null, null],
])('%j as a total is %j', (value, total) => {
  expect(totalOrNull(value)).toBe(total)
})

test.each([
  [0, null],
  [null, null],
  [undefined, null],
  [-5, null],
  [67.8, 68],
  [100, 100],
  [105, 100],
])('%j as a raw score is %j', (value, raw) => {
  expect(rawScore(value)).toBe(raw)
})

test('a text with nothing in it is none', () => {
  expect([textOrNull(''), textOrNull(' '), textOrNull(5), textOrNull('a')]).toEqual([
    null,
    null,
    null,
    'a',
  ])
})

test('only texts of an array count, and only objects have members', () => {
  expect(textsOf(['a', 1, null, 'b'])).toEqual(['a', 'b'])
  expect([textsOf('ab'), textsOf(null), textsOf({})]).toEqual([[], [], []])
  expect([partsOf(null), partsOf('ab'), partsOf({ a: 1 })]).toEqual([{}, {}, { a: 1 }])
})

test('a word is looked up among the known ones, never among what objects inherit', () => {
  const words = { TV: 'tv' }

  expect(wordOr(words, 'TV', 'unknown')).toBe('tv')
  expect(wordOr(words, 'toString', 'unknown')).toBe('unknown')
  expect(wordOr(words, 7, null)).toBeNull()
})
