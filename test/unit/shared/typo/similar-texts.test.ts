import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSimilarTexts } from '../../../../src/shared/typo/similar-texts'

const texts = [
  "sousou no frieren\nfrieren: beyond journey's end\n葬送のふりーれん",
  'mushishi',
  'mushishi zoku shou',
  'pokemon',
  'one piece',
  'one punch man',
  'fullmetal alchemist: brotherhood',
]
const all = Uint32Array.from(texts.keys())
const found = (typed: string) => [...createSimilarTexts()(all, texts, typed.split(' '))]

test.each([
  ['friren', 0],
  ['mushihsi', 1],
  ['pokemno', 3],
  ['onepiece', 4],
  ['fulmetal alchemst', 6],
  ['brotherhod fullmetl', 6],
  ['ふりれん', 0],
])('%s means the title at %i', (typed, index) => {
  expect(found(typed)[0]).toBe(index)
})

test('the nearest comes first, of equal ones the shorter', () => {
  expect(found('mushisi')).toEqual([1, 2])
})

test('every term must nearly be there', () => {
  expect(found('mushisi xylophone')).toEqual([])
  expect(found('zzzzzz')).toEqual([])
})

test('in a short word no slip is forgiven', () => {
  expect(found('xq')).toEqual([])
})

test('only looks where it is told to', () => {
  expect([...createSimilarTexts()(Uint32Array.of(2), texts, ['mushisi'])]).toEqual([2])
})

test('follows texts that change and arrive', () => {
  const similar = createSimilarTexts()
  const own = [...texts]
  similar(all, own, ['mushisi'])
  own[1] = 'aria'
  own.push('mushishi specials')

  expect([...similar(Uint32Array.from(own.keys()), own, ['mushisi'])]).toEqual([7, 2])
  expect([...similar(Uint32Array.of(0), ['ariya'], ['aria'])]).toEqual([0])
})

test('a word with one slip still finds its text', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 6, maxLength: 20 })
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 20 }),
      fc.nat(),
      fc.nat(),
      fc.nat(3),
      (names, which, place, how) => {
        const index = which % names.length
        const name = names[index]!
        const at = 1 + (place % (name.length - 2))
        const typed = [
          name.slice(0, at) + name.slice(at + 1),
          `${name.slice(0, at)}q${name.slice(at)}`,
          `${name.slice(0, at)}q${name.slice(at + 1)}`,
          name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2),
        ][how]!
        const near = [...createSimilarTexts()(Uint32Array.from(names.keys()), names, [typed])]
        expect(near.map((each) => names[each])).toContain(name)
      },
    ),
  )
})
