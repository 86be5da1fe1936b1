import { expect, test } from 'vitest'
import { emptyFields, type Entry } from '../../../src/shared/entry'
import {
  rankTitles,
  type Sortable,
  sortIndexes,
  sortNumber,
  sortRows,
} from '../../../src/shared/library-sort'
import { type SortKey, sortKeys } from '../../../src/shared/library-view'
import { type Media, titleKey, unknownMedia } from '../../../src/shared/media'

function row(id: number, romaji: string, entry: Partial<Entry> = {}, media: Partial<Media> = {}) {
  const key = titleKey('anime', id)
  return {
    entry: {
      ...emptyFields,
      title: key,
      entryId: null,
      createdAt: null,
      updatedAt: null,
      ...entry,
    },
    media: { ...unknownMedia(key), titles: { romaji, english: null, native: null }, ...media },
  }
}

function ids(rows: readonly Sortable[], key: SortKey, direction: 'up' | 'down' = 'up') {
  const sorted = sortRows(rows, { key, descending: direction === 'down' }, 'romaji', 0)
  return sorted.map((each) => Number(each.media.key.slice(6)))
}

test('sorts by folded title, both ways', () => {
  const rows = [row(1, 'Zeta'), row(2, 'Évangile'), row(3, 'apple 10'), row(4, 'Apple 2')]

  expect(ids(rows, 'title')).toEqual([4, 3, 2, 1])
  expect(ids(rows, 'title', 'down')).toEqual([1, 2, 3, 4])
})

test('equal values stand in the order of titles, whichever way', () => {
  const rows = [row(1, 'B', { score: 50 }), row(2, 'A', { score: 50 }), row(3, 'C', { score: 90 })]

  expect(ids(rows, 'score')).toEqual([2, 1, 3])
  expect(ids(rows, 'score', 'down')).toEqual([3, 2, 1])
})

test('what is not known comes last, whichever way', () => {
  const rows = [row(1, 'A'), row(2, 'B', { score: 10 }), row(3, 'C', { score: 20.5 })]

  expect(ids(rows, 'score')).toEqual([2, 3, 1])
  expect(ids(rows, 'score', 'down')).toEqual([3, 2, 1])
})

test('equal titles have one order, by their key', () => {
  const rows = [row(9, 'Same'), row(10, 'Same'), row(1, 'Same')]

  expect(ids(rows, 'title')).toEqual(ids(rows.toReversed(), 'title'))
})

test.each<[SortKey, Partial<Entry>, Partial<Media>]>([
  ['progress', { progress: 3 }, {}],
  ['updated', { updatedAt: 1_900_000_000 }, {}],
  ['added', { createdAt: 1_900_000_000 }, {}],
  ['started', { startedAt: 20_170_700 }, {}],
  ['finished', { completedAt: 20_170_700 }, {}],
  ['season', {}, { seasonYear: 2020, season: 'fall' }],
  ['format', {}, { format: 'movie' }],
  ['average', {}, { averageScore: 71 }],
  ['popularity', {}, { popularity: 900_000 }],
  ['next-episode', {}, { nextEpisode: { episode: 3, airingAt: 1_900_000_000 } }],
  ['behind', {}, { status: 'finished', episodes: 1200 }],
])('sorts by %s', (key, entry, media) => {
  const rows = [row(1, 'A', entry, media), row(2, 'B')]
  const known = sortNumber(row(2, 'B'), key, 0) !== null

  expect(ids(rows, key, 'down')).toEqual([1, 2])
  expect(ids(rows, key)).toEqual(known ? [2, 1] : [1, 2])
})

test('a season comes after the one before it, and after its year alone', () => {
  const rows = [
    row(1, 'A', {}, { seasonYear: 2020, season: 'spring' }),
    row(2, 'B', {}, { seasonYear: 2020, season: 'winter' }),
    row(3, 'C', {}, { startDate: 20_200_000 }),
    row(4, 'D', {}, { seasonYear: 2019, season: 'fall' }),
  ]

  expect(ids(rows, 'season')).toEqual([4, 3, 2, 1])
})

test('ranks and rows point at each other', () => {
  const rows = [row(1, 'C'), row(2, 'A'), row(3, 'B')]

  const { rankOf, indexOf } = rankTitles(rows, 'romaji')

  expect([...indexOf]).toEqual([1, 2, 0])
  expect([...rankOf]).toEqual([2, 0, 1])
})

test('every order holds every row once', () => {
  const rows = Array.from({ length: 500 }, (_, index) =>
    row(index, `T${index % 7}`, {
      score: index % 5 ? index % 101 : null,
      updatedAt: index * 7_000_000,
    }),
  )
  const ranks = rankTitles(rows, 'romaji')

  for (const key of sortKeys) {
    for (const descending of [true, false]) {
      expect(new Set(sortIndexes(rows, ranks, { key, descending }, 0)).size).toBe(rows.length)
    }
  }
})
