import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  createFilter,
  filterIndexes,
  type Names,
} from '../../../../src/renderer/src/library/filter'
import { lettersIn } from '../../../../src/renderer/src/library/letters'
import { fold } from '../../../../src/shared/titles'

const texts = ['sousou no frieren\n葬送のふりーれん', 'mushishi', 'mushishi zoku shou', 'pokemon']
const names = namesOf(texts)
const all = Uint32Array.of(3, 2, 1, 0)
const found = (typed: string) => [...filterIndexes(all, names, typed)]

function namesOf(folded: readonly string[]): Names {
  return { texts: folded, letters: folded.map(lettersIn), renames: () => 0 }
}

/** Names, and which of them were looked at. */
function watched() {
  const looked: number[] = []
  const get = (target: readonly string[], key: string | symbol) => {
    if (typeof key === 'string' && /^\d+$/.test(key)) looked.push(Number(key))
    return Reflect.get(target, key) as unknown
  }
  return { looked, names: { ...names, texts: new Proxy(texts, { get }) } }
}

test('nothing typed finds everything, in the order that was given', () => {
  expect(found('')).toEqual([3, 2, 1, 0])
  expect(found('  ')).toEqual([3, 2, 1, 0])
})

test('finds by any part of any name, whatever its case and accents', () => {
  expect(found('FRIER')).toEqual([0])
  expect(found('Pokémon')).toEqual([3])
  expect(found('フリーレン')).toEqual([0])
})

test('every term must be found, in any order', () => {
  expect(found('shou mushi')).toEqual([2])
  expect(found('mushi frieren')).toEqual([])
})

test('a letter is found by its bit alone, and a text that lacks one is not looked at', () => {
  const { looked, names: seen } = watched()

  expect([...filterIndexes(all, seen, 'k')]).toEqual([3, 2])
  expect(looked).toEqual([])
  expect([...filterIndexes(all, seen, 'fr 葬送')]).toEqual([0])
  expect(looked).toEqual([0])
})

test('who types on looks only through what was left, who takes letters back at nothing', () => {
  const filter = createFilter()
  const { looked, names: seen } = watched()

  filter(all, seen, 'mushi')
  looked.length = 0
  const narrowed = filter(all, seen, 'mushishi z')

  expect([...narrowed]).toEqual([2])
  expect(looked).toEqual([2])
  expect([...filter(all, seen, 'mushi')]).toEqual([2, 1])
  expect(looked).toEqual([2])
})

test('what was not typed before, another list, or other names start anew', () => {
  const filter = createFilter()
  let renames = 0
  const changing = { ...names, texts: [...texts], renames: () => renames }

  filter(all, changing, 'mushishi z')

  expect([...filter(all, changing, 'mushishi')]).toEqual([2, 1])
  expect([...filter(Uint32Array.of(0, 1), changing, 'mushishi z')]).toEqual([])
  expect([...filter(Uint32Array.of(0, 1), changing, '')]).toEqual([0, 1])
  expect([...filter(all, changing, 'mushi')]).toEqual([2, 1])
  changing.texts[1] = 'other mushi'
  changing.texts[2] = 'else'
  renames = 1
  expect([...filter(all, changing, 'mushi')]).toEqual([1])
})

test('every text is found by every part of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (text, from, length) => {
      const folded = fold(text)
      const at = from % (folded.length + 1)
      const part = folded.slice(at, at + (length % 4))
      const one = Uint32Array.of(0)
      expect([...filterIndexes(one, namesOf([folded]), part)]).toEqual([0])
    }),
  )
})
