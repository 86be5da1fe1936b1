import { expect, test } from 'vitest'
import { outdatedBy } from '../../../../../src/main/services/posts/outdated'
import type { Post } from '../../../../../src/shared/community/post'

/** Names of kept answers that are no longer true. */
function gone(post: Post, names: readonly string[]): readonly string[] {
  const begins = outdatedBy(post)
  return names.filter((name) => begins.some((begin) => name.startsWith(begin)))
}

const kept = [
  ...['feed(1)', 'activities(7,1)', 'activity(5)', 'reviews-of(anime:1,1)', 'series(anime:1)'],
  ...['series-page(anime:12)', 'threads(recent,1)', 'thread(3,1)', 'user(7)', 'following(7,1)'],
  ...['favourites(1,1)', 'character(3)', 'character-page(3,1)', 'character-page(33,1)'],
  ...['staff(3)', 'actor(3)', 'staff-page(3,2)', 'studio(3)', 'studio-page(3,1)', 'genres()'],
]

test('words of ours make the feed and activities old, and nothing else', () => {
  expect(gone({ type: 'status', text: 'a' }, kept)).toEqual([
    'feed(1)',
    'activities(7,1)',
    'activity(5)',
  ])
})

test('a vote makes reviews old, and the pages of titles that show them', () => {
  expect(gone({ type: 'rate-review', kind: 'anime', id: 1, vote: 'up' }, kept)).toEqual([
    'reviews-of(anime:1,1)',
    'series(anime:1)',
    'series-page(anime:12)',
  ])
})

test('a comment makes threads old', () => {
  expect(gone({ type: 'remove-comment', id: 1 }, kept)).toEqual([
    'threads(recent,1)',
    'thread(3,1)',
  ])
})

test('a title that is held dear makes its own page old, not that of another', () => {
  const target = { type: 'favourite', of: 'anime', id: 1 } as const

  expect(gone({ type: 'toggle', target, wanted: true }, kept)).toEqual([
    'series(anime:1)',
    'favourites(1,1)',
  ])
})

test.each([
  ['character', ['favourites(1,1)', 'character(3)', 'character-page(3,1)']],
  ['staff', ['favourites(1,1)', 'staff(3)', 'actor(3)', 'staff-page(3,2)']],
  ['actor', ['favourites(1,1)', 'staff(3)', 'actor(3)', 'staff-page(3,2)']],
  ['studio', ['favourites(1,1)', 'studio(3)', 'studio-page(3,1)']],
] as const)('a %s that is held dear makes its own pages old', (of, names) => {
  const target = { type: 'favourite', of, id: 3 } as const

  expect(gone({ type: 'toggle', target, wanted: true }, kept)).toEqual(names)
})

test('following somebody makes people old', () => {
  const target = { type: 'follow', id: 7 } as const

  expect(gone({ type: 'toggle', target, wanted: true }, kept)).toEqual([
    'user(7)',
    'following(7,1)',
  ])
})

test.each([
  ['activity', ['feed(1)', 'activities(7,1)', 'activity(5)']],
  ['reply', ['feed(1)', 'activities(7,1)', 'activity(5)']],
  ['comment', ['threads(recent,1)', 'thread(3,1)']],
  ['thread', ['threads(recent,1)', 'thread(3,1)']],
] as const)('a like of a %s makes old where it is shown', (of, names) => {
  const target = { type: 'like', of, id: 5 } as const

  expect(gone({ type: 'toggle', target, wanted: true }, kept)).toEqual(names)
})
