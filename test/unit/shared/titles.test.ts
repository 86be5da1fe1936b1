import { expect, test } from 'vitest'
import {
  fold,
  searchTermsOf,
  searchTextOf,
  titleIn,
  titleOf,
  titleSortKey,
} from '../../../src/shared/titles'
import { unknownMedia } from '../../../src/shared/media'

const all = { romaji: 'Sousou no Frieren', english: 'Frieren', native: '葬送のフリーレン' }

test('shows the title in the wanted language', () => {
  expect(titleIn(all, 'english')).toBe('Frieren')
  expect(titleIn(all, 'native')).toBe('葬送のフリーレン')
})

test('falls back to the next best language, also past empty texts', () => {
  expect(titleIn({ romaji: null, english: '', native: '蟲師' }, 'english')).toBe('蟲師')
  expect(titleIn({ romaji: 'Mushishi', english: null, native: '蟲師' }, 'english')).toBe('Mushishi')
})

test('calls a title without any name by its number', () => {
  expect(titleOf(unknownMedia('manga:77'), 'romaji')).toBe('#77')
})

test.each([
  ['Pokémon', 'pokemon'],
  ['Ōban Star-Racers', 'oban star-racers'],
  ['Straße', 'strasse'],
  ['Ⅻ', 'xii'],
  ['ＦＬＣＬ', 'flcl'],
  ['Æon Łódź', 'aeon lodz'],
  ['フリーレン', 'ふりーれん'],
  ['ｶﾞﾝﾀﾞﾑ', 'がんだむ'],
  ['It’s', "it's"],
])('folds %s to %s', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test('keeps voiced kana apart from unvoiced ones', () => {
  expect(fold('が')).not.toBe(fold('か'))
})

test('folding twice changes nothing more', () => {
  for (const text of ['Pokémon', 'ガンダム', 'ＦＬＣＬ', 'Straße']) {
    expect(fold(fold(text))).toBe(fold(text))
  }
})

test('sorts numbers by their size and ignores signs at the start', () => {
  const titles = ['Aria 10', '(Aria 2)', '.hack', 'Aria']

  const sorted = titles.toSorted((a, b) => (titleSortKey(a) < titleSortKey(b) ? -1 : 1))

  expect(sorted).toEqual(['Aria', '(Aria 2)', 'Aria 10', '.hack'])
})

test('a title of signs only keeps them as its sort key', () => {
  expect(titleSortKey('×××')).toBe('×××')
})

test('finds a title by any of its names', () => {
  const media = { ...unknownMedia('anime:1'), titles: all, synonyms: ['Frieren à la fin'] }

  const text = searchTextOf(media)

  for (const term of ['sousou', 'frieren', 'ふりーれん', 'a la fin']) expect(text).toContain(term)
})

test('splits what was typed into folded terms', () => {
  expect(searchTermsOf('  Pokémon  X ')).toEqual(['pokemon', 'x'])
  expect(searchTermsOf('   ')).toEqual([])
})
