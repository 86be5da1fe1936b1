import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance, nearest } from '../../../../src/shared/query/similar'

test.each([
  ['planned', 'planned', 0],
  ['planed', 'planned', 1],
  ['palnned', 'planned', 1],
  ['kitten', 'sitting', 3],
  ['', 'abc', 3],
])('from %s to %s it is %i', (one, other, distance) => {
  expect(editDistance(one, other)).toBe(distance)
})

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })

test('it is the same both ways, and nothing only from a word to itself', () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(editDistance(one, other)).toBe(editDistance(other, one))
      expect(editDistance(one, other) === 0).toBe(one === other)
    }),
  )
})

test('a bound changes nothing up to it, and stops counting behind it', () => {
  fc.assert(
    fc.property(word, word, fc.nat(4), (one, other, most) => {
      expect(editDistance(one, other, most)).toBe(Math.min(editDistance(one, other), most + 1))
    }),
  )
})

test('only a word that is near enough is meant', () => {
  expect(nearest('wacthing', ['planned', 'watching'])).toBe('watching')
  expect(nearest('xyz', ['planned', 'watching'])).toBeNull()
  expect(nearest('pl', ['pla'])).toBeNull()
})
