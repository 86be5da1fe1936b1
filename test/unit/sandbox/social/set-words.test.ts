import { expect, test } from 'vitest'
import { createSandbox } from '../../../../src/sandbox/sandbox'
import { createVirtualClock } from '../../../support/virtual-clock'

const start = () =>
  createSandbox({ clock: createVirtualClock(), entries: 10, services: ['anilist'] })

test('words stand wherever people have said something', () => {
  const sandbox = start()
  sandbox.control.setWords('anilist', ['one', 'two'])
  const { activities, reviews, forum } = sandbox.inspect.social('anilist')
  const isOne = (text: string) => /^(one|two)/.test(text)

  expect(forum.comments.rows().every(({ comment }) => isOne(comment))).toBe(true)
  expect(forum.threads.rows().every(({ title, body }) => isOne(title) && isOne(body))).toBe(true)
  expect(activities.replies.rows().every(({ text }) => isOne(text))).toBe(true)
  expect(reviews.table.rows().every(({ body }) => isOne(body) && body.length >= 2000)).toBe(true)
})

test('a thread is filled with trees of comments', () => {
  const sandbox = start()
  const thread = sandbox.control.fillThread('anilist', ['one'], 250)
  const comments = sandbox.inspect.social('anilist').forum.commentsOf(thread)

  expect(comments).toHaveLength(250)
  expect(comments.filter(({ parentId }) => parentId === null)).toHaveLength(3)
})
