import { describe, expect, test } from 'vitest'
import { hasArrived } from '../../../../../src/main/services/posts/arrived'
import type { Post } from '../../../../../src/shared/community/post'

const me = 7
const since = 10_000_000
const sinceS = since / 1_000

interface There {
  activities?: readonly object[]
  activity?: object
  canOpen?: boolean
  reviews?: object
  threads?: readonly object[]
  hasNext?: boolean
  thread?: object
}

/** Asks a service that has this whether it is so already. */
async function ask(post: Post, has: There) {
  const asked: string[] = []
  const answer = (name: string, value: unknown) => ({ name, value })
  const community = {
    activitiesOf: (id: number) =>
      answer(`activities ${id}`, { items: has.activities ?? [], hasNext: has.hasNext ?? false }),
    feed: () => answer('feed', { items: has.activities ?? [] }),
    ...(has.canOpen === false
      ? {}
      : { activity: (id: number) => answer(`activity ${id}`, has.activity) }),
    reviewsBy: () => answer('reviews', has.reviews ?? { items: [], hasNext: false }),
    threads: () => answer('threads', { items: has.threads ?? [], hasNext: has.hasNext ?? false }),
    thread: (id: number) => answer(`thread ${id}`, has.thread),
  }
  const run = (call: { name: string }) => {
    asked.push(call.name)
    return Promise.resolve(call)
  }
  const where = { community, me, since, run } as never
  return { isThere: await hasArrived(where, post), asked }
}

const status: Post = { type: 'status', text: 'Hello 続き' }
const mine = { type: 'status', user: { id: me }, text: 'Hello 続き', createdAt: sinceS + 5 }

describe('a status has arrived', () => {
  test('when it is among my latest', async () => {
    const { isThere, asked } = await ask(status, { activities: [mine] })

    expect(isThere).toBe(true)
    expect(asked).toEqual(['activities 7'])
  })

  test('cannot be told when the latest do not go back so far', async () => {
    const other = { ...mine, text: 'Something else' }
    const older = { ...other, createdAt: sinceS - 10_000 }
    const told = async (activities: readonly object[]) =>
      (await ask(status, { activities, hasNext: true })).isThere

    expect(await told([other])).toBeNull()
    expect(await told([other, older])).toBe(false)
  })

  test('also where signs became numbers and spaces changed', async () => {
    const kept = { ...mine, text: ' Hello\r\n&#32154;&#12365; ' }

    expect((await ask(status, { activities: [kept] })).isThere).toBe(true)
  })

  test('also where clocks differ by some minutes, or nobody says when', async () => {
    const early = { ...mine, createdAt: sinceS - 599 }
    const undated = { ...mine, createdAt: null }

    expect((await ask(status, { activities: [early] })).isThere).toBe(true)
    expect((await ask(status, { activities: [undated] })).isThere).toBe(true)
  })

  test.each([
    ['of somebody else', { ...mine, user: { id: 8 } }],
    ['of nobody', { ...mine, user: null }],
    ['with other words', { ...mine, text: 'Hello' }],
    ['from long before', { ...mine, createdAt: sinceS - 601 }],
    ['of another kind', { ...mine, type: 'message' }],
  ])('not by one %s', async (_what, other) => {
    expect((await ask(status, { activities: [other] })).isThere).toBe(false)
  })

  test('not by numbers that are no signs', async () => {
    const post: Post = { type: 'status', text: 'a&#9999999;' }

    expect((await ask(post, { activities: [{ ...mine, text: 'a&#9999999;' }] })).isThere).toBe(true)
    expect((await ask(post, { activities: [{ ...mine, text: 'a' }] })).isThere).toBe(false)
  })
})

test('a message is looked for where it was sent to', async () => {
  const post: Post = { type: 'message', recipientId: 9, text: 'Hi', private: false } as never
  const message = { ...mine, type: 'message', text: 'Hi' }
  const { isThere, asked } = await ask(post, { activities: [message] })

  expect(isThere).toBe(true)
  expect(asked).toEqual(['activities 9'])
})

describe('a reply', () => {
  const post: Post = { type: 'reply', activityId: 5, text: 'Same' }
  const reply = { user: { id: me }, text: 'Same', createdAt: sinceS }

  test('is looked for beneath what it answers', async () => {
    expect(await ask(post, { activity: { id: 5, replies: [reply] } })).toEqual({
      isThere: true,
      asked: ['activity 5'],
    })
    expect((await ask(post, { activity: { id: 5, replies: [] } })).isThere).toBe(false)
  })

  test('is looked for among the latest where one cannot be opened', async () => {
    const has = { canOpen: false, activities: [{ id: 5, replies: [reply] }] }

    expect(await ask(post, has)).toEqual({ isThere: true, asked: ['feed'] })
  })

  test('cannot be told where it is not found, or its replies are not', async () => {
    expect((await ask(post, { canOpen: false, activities: [{ id: 6 }] })).isThere).toBeNull()
    expect((await ask(post, { activity: { id: 5, replies: null } })).isThere).toBeNull()
  })
})

describe('a review', () => {
  const draft = { title: 'anime:1', summary: 'Short', text: 'Long', score: 80, private: false }
  const post = { type: 'review', draft } as unknown as Post
  const own = { media: { key: 'anime:1' }, summary: 'Short', text: 'Long' }

  test('is there with the same words', async () => {
    expect((await ask(post, { reviews: { items: [own], hasNext: false } })).isThere).toBe(true)
    expect(
      (await ask(post, { reviews: { items: [{ ...own, text: null }], hasNext: false } })).isThere,
    ).toBe(true)
  })

  test('is not there with the words of before', async () => {
    const old = { ...own, summary: 'Old' }

    expect((await ask(post, { reviews: { items: [old], hasNext: false } })).isThere).toBe(false)
  })

  test('cannot be told while there are more pages', async () => {
    expect((await ask(post, { reviews: { items: [], hasNext: true } })).isThere).toBeNull()
    expect((await ask(post, { reviews: { items: [], hasNext: false } })).isThere).toBe(false)
  })
})

describe('a thread', () => {
  const draft = { id: null, title: 'News', text: 'Words', categories: [], titles: [] }
  const post = { type: 'thread', draft } as unknown as Post
  const there = { user: { id: me }, title: 'News', createdAt: sinceS }

  test('is looked for among the newest', async () => {
    expect(await ask(post, { threads: [there] })).toEqual({ isThere: true, asked: ['threads'] })
    expect((await ask(post, { threads: [{ ...there, user: { id: 8 } }] })).isThere).toBe(false)
  })

  test('that was changed is opened, and both of its words count', async () => {
    const changed = { type: 'thread', draft: { ...draft, id: 3 } } as unknown as Post
    const thread = { thread: { title: 'News' }, text: 'Words' }

    expect(await ask(changed, { thread })).toEqual({ isThere: true, asked: ['thread 3'] })
    expect((await ask(changed, { thread: { ...thread, text: 'Old' } })).isThere).toBe(false)
  })
})

describe('a comment', () => {
  const commentOf = (id: number | null): Post =>
    ({
      type: 'comment',
      draft: { threadId: 3, id, parentId: null, text: 'Yes' },
    }) as unknown as Post
  const there = { id: 11, user: { id: me }, text: 'Yes', createdAt: sinceS }
  const pageOf = (items: readonly object[], hasNext = false) => ({
    thread: { comments: { items, hasNext } },
  })

  test('that is new is there when the page shows it', async () => {
    expect((await ask(commentOf(null), pageOf([there]))).isThere).toBe(true)
    expect((await ask(commentOf(null), pageOf([]))).isThere).toBe(false)
  })

  test('that is new cannot be told of while it may be on a later page', async () => {
    expect((await ask(commentOf(null), pageOf([], true))).isThere).toBeNull()
  })

  test('that was changed is known by its number', async () => {
    expect((await ask(commentOf(11), pageOf([there]))).isThere).toBe(true)
    expect((await ask(commentOf(11), pageOf([{ ...there, text: 'No' }]))).isThere).toBe(false)
    expect((await ask(commentOf(12), pageOf([there]))).isThere).toBeNull()
  })
})

test('of what is turned on or off nothing can be told here', async () => {
  const toggle = { type: 'toggle', target: { on: 'activity', id: 1 }, on: true } as unknown as Post

  expect(await ask(toggle, {})).toEqual({ isThere: null, asked: [] })
})
