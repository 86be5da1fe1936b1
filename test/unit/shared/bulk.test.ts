import { expect, test } from 'vitest'
import { bulkPatch, previewBulk, stepped } from '../../../src/shared/bulk'
import { listRow } from './query/rows'

const rows = [
  listRow({ status: 'planned' }, {}, 'anime:1'),
  listRow({ status: 'current' }, {}, 'anime:2'),
  listRow({ status: 'current', private: true }, {}, 'anime:3'),
]

test('counts what would change, what is so already, and what a feed may tell', () => {
  const pause = { do: 'set', patch: { status: 'paused' } } as const
  const watch = { do: 'set', patch: { status: 'current' } } as const

  expect(previewBulk(rows, pause)).toEqual({ changing: 3, same: 0, posts: 2 })
  expect(previewBulk(rows, watch)).toEqual({ changing: 1, same: 2, posts: 1 })
})

test('a score, a note or a removal is nothing for a feed', () => {
  expect(previewBulk(rows, { do: 'set', patch: { score: 80 } }).posts).toBe(0)
  expect(previewBulk(rows, { do: 'remove' })).toEqual({ changing: 3, same: 0, posts: 0 })
})

test('a list is added to those that are there, and taken off alone', () => {
  const entry = { ...rows[0]!.entry, customLists: ['Rainy days'] }

  expect(bulkPatch(entry, null, { do: 'list', name: 'With Mia', on: true })).toEqual({
    customLists: ['Rainy days', 'With Mia'],
  })
  expect(bulkPatch(entry, null, { do: 'list', name: 'Rainy days', on: false })).toEqual({
    customLists: [],
  })
})

test('one more never goes past the end, one less never below nothing', () => {
  expect(stepped(11, 1, 12)).toBe(12)
  expect(stepped(0, -1, 12)).toBe(0)
  expect(stepped(5, 1, null)).toBe(6)
  const done = { ...rows[0]!.entry, progress: 12 }
  expect(bulkPatch(done, 12, { do: 'step', by: 1 })).toEqual({ progress: 12 })
  expect(bulkPatch({ ...done, progress: 13 }, 12, { do: 'step', by: 1 })).toEqual({ progress: 13 })
})
