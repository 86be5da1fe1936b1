import { expect, test } from 'vitest'
import type { Comment } from '../../../../src/shared/community/forum'
import { readTree } from '../../../../src/main/providers/comment-tree'
import { idIn } from '../../../../src/main/providers/reading'

function read(roots: unknown) {
  return readTree(roots, 'children', (raw, place) => {
    const id = idIn(raw)
    const rest = {
      user: null,
      text: '',
      likeCount: null,
      liked: null,
      createdAt: null,
      updatedAt: null,
    }
    return id === null ? null : { id, ...place, ...rest }
  })
}

function placesOf(comments: readonly Comment[]) {
  return comments.map(({ id, parentId, depth }) => [id, parentId, depth])
}

test('each comment is followed by what answers it, in the order of the service', () => {
  const roots = [
    { id: 1, children: [{ id: 2, children: [{ id: 3 }] }, { id: 4 }] },
    { id: 5, children: [] },
  ]

  expect(placesOf(read(roots))).toEqual([
    [1, null, 0],
    [2, 1, 1],
    [3, 2, 2],
    [4, 1, 1],
    [5, null, 0],
  ])
})

test('a comment that cannot be read takes its answers with it', () => {
  expect(placesOf(read([{ children: [{ id: 2 }] }, null, 'x', { id: 3, children: 'y' }]))).toEqual([
    [3, null, 0],
  ])
  expect(read(null)).toEqual([])
})

test('a tree of any depth is read', () => {
  let tree: object = { id: 1 }
  for (let id = 2; id <= 50_000; id++) tree = { id, children: [tree] }

  const comments = read([tree])
  expect(comments).toHaveLength(50_000)
  expect(comments.at(-1)).toMatchObject({ id: 1, depth: 49_999 })
})
