import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from '../../../../src/shared/query/similar'
import { approximate } from '../../../../src/shared/typo/approximate'

/** The same by trying every part of the text. */
function slowly(word: string, text: string): number {
  let best = word.length
  for (let from = 0; from <= text.length; from += 1) {
    for (let to = from; to <= text.length; to += 1) {
      best = Math.min(best, editDistance(word, text.slice(from, to)))
    }
  }
  return best
}

test.each([
  ['frieren', 'sousou no frieren', 0],
  ['friren', 'sousou no frieren', 1],
  ['firener', 'sousou no frieren', 3],
  ['onepiece', 'one piece', 1],
  ['mushisih', 'mushishi', 1],
  ['ふりれん', '葬送のふりーれん', 1],
])('%s is in %s but for %i slips', (word, text, slips) => {
  expect(approximate(word)(text, 9)).toBe(slips)
})

test('counts as trying everything would', () => {
  const letters = fc.constantFrom('a', 'b', 'c', 'ふ', ' ')
  const word = fc.string({ unit: letters, minLength: 1, maxLength: 7 })
  fc.assert(
    fc.property(word, fc.string({ unit: letters, maxLength: 12 }), (one, text) => {
      expect(approximate(one)(text, 99)).toBe(slowly(one, text))
    }),
    { numRuns: 500 },
  )
})

test('a part of the text needs no slip, wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string({ minLength: 1, maxLength: 31 }),
      fc.string(),
      (a, word, b) => {
        expect(approximate(word)(a + word + b, 3)).toBe(0)
      },
    ),
  )
})

test('stops counting behind what is forgiven', () => {
  expect(approximate('mushishi')('frieren', 2)).toBe(3)
})

test('of a very long word the begin counts', () => {
  const word = 'a'.repeat(20) + 'b'.repeat(20)
  expect(approximate(word)(word.slice(0, 31), 0)).toBe(0)
})
