import { expect, test } from 'vitest'
import {
  benignTitle,
  exactTitle,
  foldTitle,
  likeness,
  looseTitle,
  titleWords,
} from '../../../../../src/main/backup/match/fold'

test('folding leaves letters and digits', () => {
  expect(foldTitle('Re:ZERO -Starting Life-')).toBe('rezerostartinglife')
  expect(foldTitle('Pokémon')).toBe('pokemon')
  expect(foldTitle('HUNTER×HUNTER')).toBe('hunterxhunter')
  expect(foldTitle('Love & Peace')).toBe(foldTitle('Love and Peace'))
  expect(foldTitle('Ｆａｔｅ')).toBe('fate')
})

test('folding leaves something of a title that is only marks', () => {
  expect(foldTitle('!!!')).toBe('!!!')
  expect(foldTitle(' ☆ ')).toBe('☆')
})

test('folding keeps the marks of kana that change the word', () => {
  expect(foldTitle('ガ')).not.toBe(foldTitle('カ'))
})

test('an exact title differs in case, width and spaces only', () => {
  expect(exactTitle('  Ｋ-ON!  x ')).toBe('k-on! x')
  expect(exactTitle('K-On!')).not.toBe(exactTitle('K On!'))
})

test('a benign title forgives marks inside, not at the end', () => {
  expect(benignTitle('K-On!')).toBe(benignTitle('K On !'))
  expect(benignTitle('K-On!')).not.toBe(benignTitle('K-On!!'))
  expect(benignTitle('Gintama’')).toBe(benignTitle("Gintama'"))
  expect(benignTitle('Ore no Imouto.')).not.toBe(benignTitle('Ore no Imouto'))
})

test('a loose title writes its season one way', () => {
  const seasons = [
    'Show Season 2',
    'Show 2nd Season',
    'Show II',
    'The Show: Second Season',
    'Show S2',
  ]

  expect(new Set(seasons.map(looseTitle))).toEqual(new Set(['show 2']))
  expect(looseTitle('II')).toBe('ii')
})

test('Japanese is taken in pairs of characters', () => {
  expect(titleWords('進撃の巨人 2')).toEqual(['進撃', '撃の', 'の巨', '巨人', '2'])
})

test('likeness goes from nothing to the same', () => {
  expect(likeness('frieren', 'frieren')).toBe(1)
  expect(likeness('frieren', 'frieran')).toBeGreaterThan(0.6)
  expect(likeness('frieren', 'mushishi')).toBe(0)
  expect(likeness('a', 'b')).toBe(0)
  expect(likeness('aaaa', 'aa')).toBeLessThan(1)
})
