import { expect, test } from 'vitest'
import { filterFrom, queryOf } from '../../../../src/renderer/src/forum/filter'
import { commentRows, likelyHeight } from '../../../../src/renderer/src/forum/rows'
import type { Comment, ThreadFilter } from '../../../../src/shared/community/forum'

const comment = (id: number, depth: number): Comment => ({
  id,
  depth,
  parentId: null,
  user: null,
  text: '',
  likeCount: null,
  liked: null,
  createdAt: null,
  updatedAt: null,
})

/** 1 (2 (3), 4), 5 (6) */
const tree = [
  comment(1, 0),
  comment(2, 1),
  comment(3, 2),
  comment(4, 1),
  comment(5, 0),
  comment(6, 1),
]
const ids = (folded: readonly number[]) =>
  commentRows(tree, new Set(folded)).map((row) => row.comment.id)

test('each comment knows how many hang on it', () => {
  expect(commentRows(tree, new Set()).map(({ below }) => below)).toEqual([3, 1, 0, 0, 1, 0])
})

test('a folded comment hides what hangs on it and nothing else', () => {
  expect(ids([2])).toEqual([1, 2, 4, 5, 6])
  expect(ids([1])).toEqual([1, 5, 6])
  expect(ids([1, 2, 5])).toEqual([1, 5])
  expect(ids([6])).toEqual([1, 2, 3, 4, 5, 6])
})

test.each<ThreadFilter>([
  { type: 'recent' },
  { type: 'new' },
  { type: 'subscribed' },
  { type: 'search', text: 'a & b' },
  { type: 'tagged', tags: [1, 5], titles: [] },
  { type: 'tagged', tags: [], titles: ['anime:5114'] },
])('%o survives its way through the address', (filter) => {
  expect(filterFrom(queryOf(filter) as never)).toEqual(filter)
})

test('an address that makes no sense shows the latest', () => {
  expect(filterFrom({ tags: 'x', title: 'film:1', feed: 'old' })).toEqual({ type: 'recent' })
})

test('a longer comment is likely to be higher, and so is one of more lines', () => {
  expect(likelyHeight('word '.repeat(200))).toBeGreaterThan(likelyHeight('word'))
  expect(likelyHeight('a\nb\nc')).toBeGreaterThan(likelyHeight('a b c'))
})
