import { expect, test } from 'vitest'
import { createFilter, filterIndexes } from '../../../../src/renderer/src/library/filter'

const texts = ['sousou no frieren\n葬送のふりーれん', 'mushishi', 'mushishi zoku shou', 'pokemon']
const all = Uint32Array.of(3, 2, 1, 0)
const found = (typed: string) => [...filterIndexes(all, texts, typed)]

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

test('who types on looks only through what was left', () => {
  const filter = createFilter()
  const looked: number[] = []
  const watched = new Proxy(texts, {
    get: (target, key) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) looked.push(Number(key))
      return Reflect.get(target, key) as unknown
    },
  })

  filter(all, watched, 'mushi')
  looked.length = 0
  const narrowed = filter(all, watched, 'mushishi z')

  expect([...narrowed]).toEqual([2])
  expect(looked).toEqual([2, 1])
})

test('taking letters back, or another list, starts anew', () => {
  const filter = createFilter()

  filter(all, texts, 'mushishi z')

  expect([...filter(all, texts, 'mushishi')]).toEqual([2, 1])
  expect([...filter(Uint32Array.of(0, 1), texts, 'mushishi z')]).toEqual([])
  expect([...filter(Uint32Array.of(0, 1), texts, '')]).toEqual([0, 1])
})
