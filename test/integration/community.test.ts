import { afterEach, describe, expect, test } from 'vitest'
import type { Post } from '../../src/shared/community/post'
import { titleKey } from '../../src/shared/media'
import type { ServiceId } from '../../src/shared/service'
import { startSignedIn } from '../support/signed-in'

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup()
})

const services = ['anilist', 'anilist-v1'] as const satisfies readonly ServiceId[]
let lastTicket = 0

async function start(service: ServiceId) {
  const world = await startSignedIn(service)
  cleanups.push(world.profile.remove)
  const { app, sandbox, clock } = world
  const [account] = await app.handlers['accounts:list']()
  const accountId = account!.id
  const me = account!.userId
  const social = sandbox.inspect.social(service)
  const look = (want: 'known' | 'fresh' | 'anew' = 'fresh') => ({
    accountId,
    ticket: (lastTicket += 1),
    want,
  })
  /** An answer needs turns of the virtual clock. */
  async function told<T>(asked: T | Promise<T>): Promise<T> {
    let settled = false
    const answer = Promise.resolve(asked).finally(() => (settled = true))
    for (let turns = 0; !settled && turns < 600; turns += 1) await clock.advance(1_000)
    return answer
  }
  const send = (post: Post) => app.handlers['posts:send'](accountId, post)
  const waiting = () => app.handlers['posts:waiting'](accountId)
  const [anime] = sandbox.inspect.entries(service, 'anime')
  const lostOnce = (route: string) =>
    sandbox.control.faults.add({ service, kind: 'drop-after', match: { route }, times: 1 })
  const title = titleKey('anime', anime!.mediaId)
  return { ...world, accountId, me, social, look, told, send, waiting, title, lostOnce }
}

type Started = Awaited<ReturnType<typeof start>>

const said: readonly [
  name: string,
  route: Readonly<Record<(typeof services)[number], string>>,
  post: (world: Started) => Post,
  count: (world: Started) => number,
][] = [
  [
    'a status',
    { anilist: 'SaveTextActivity', 'anilist-v1': 'POST user/activity' },
    () => ({ type: 'status', text: 'Hello 🙂 there' }),
    ({ social }) =>
      social.activities.table.rows().filter(({ text }) => text.startsWith('Hello')).length,
  ],
  [
    'a message',
    { anilist: 'SaveMessageActivity', 'anilist-v1': 'POST user/activity' },
    ({ social, me }) => ({
      type: 'message',
      recipientId: Number(social.follows.by(me)[0]),
      text: 'Hello you',
    }),
    ({ social }) =>
      social.activities.table.rows().filter(({ text }) => text.startsWith('Hello')).length,
  ],
  [
    'a reply',
    { anilist: 'SaveActivityReply', 'anilist-v1': 'POST user/activity' },
    ({ social, me, title }) => {
      void title
      const followed = new Set([me, ...social.follows.by(me).map(Number)])
      const { id } = social.activities.table
        .rows()
        .filter(({ userId, type }) => type !== 'MESSAGE' && followed.has(userId))
        .sort((a, b) => b.id - a.id)[0]!
      return { type: 'reply', activityId: id, text: 'Hello reply' }
    },
    ({ social }) =>
      social.activities.replies.rows().filter(({ text }) => text.startsWith('Hello')).length,
  ],
  [
    'a review',
    { anilist: 'SaveReview', 'anilist-v1': 'POST anime/review' },
    ({ title }) => ({
      type: 'review',
      draft: {
        id: null,
        title,
        text: 'Hello review. '.repeat(200),
        summary: 'A summary that is long enough',
        private: false,
        score: 80,
      },
    }),
    ({ social }) =>
      social.reviews.table.rows().filter(({ body }) => body.startsWith('Hello')).length,
  ],
  [
    'a thread',
    { anilist: 'SaveThread', 'anilist-v1': 'POST forum/thread' },
    ({ title }) => ({
      type: 'thread',
      draft: { id: null, title: 'Hello thread', text: 'Words', tags: [1, 7], titles: [title] },
    }),
    ({ social }) =>
      social.forum.threads.rows().filter((row) => row.title === 'Hello thread').length,
  ],
  [
    'a comment',
    { anilist: 'SaveThreadComment', 'anilist-v1': 'POST forum/comment' },
    ({ social }) => {
      const thread = social.forum.threads.rows().find(({ isLocked }) => !isLocked)!
      return {
        type: 'comment',
        draft: { id: null, threadId: thread.id, replyTo: null, text: 'Hello comment' },
      }
    },
    ({ social }) =>
      social.forum.comments.rows().filter(({ comment }) => comment.startsWith('Hello')).length,
  ],
]

describe.each(services)('%s: what is said', (service) => {
  test.each(said)('%s arrives, and is told of', async (_name, _route, post, count) => {
    const world = await start(service)
    const { app, clock, send, waiting } = world

    await send(post(world))
    expect(await waiting()).toMatchObject([{ state: 'waiting' }])
    expect(count(world)).toBe(0)
    await clock.advance(60_000)

    expect(count(world)).toBe(1)
    expect(await waiting()).toEqual([])
    expect(app.told('posts:done')).toHaveLength(1)
  })

  test.each(said)(
    '%s is not said twice when its answer was lost',
    async (_name, route, post, count) => {
      const world = await start(service)
      world.lostOnce(route[service].split(' ').at(-1)!)

      await world.send(post(world))
      await world.clock.advance(300_000)

      expect(count(world)).toBe(1)
      expect(await world.waiting()).toEqual([])
    },
  )

  test('is taken back while it waits, and is a draft again', async () => {
    const world = await start(service)
    const { app, sandbox, accountId, clock, send, social } = world
    await sandbox.control.setOnline(false)
    const id = await send({ type: 'status', text: 'Never mind' })
    await clock.advance(30_000)

    expect(await app.handlers['posts:drop'](accountId, id)).toBe(true)
    await sandbox.control.setOnline(true)
    await clock.advance(600_000)

    expect(social.activities.table.rows().some(({ text }) => text === 'Never mind')).toBe(false)
    expect(await app.handlers['posts:draft'](accountId, 'status:')).toEqual({ text: 'Never mind' })
  })

  test('that no service would take is refused while its words are in their editor', async () => {
    const { send, title, app, accountId } = await start(service)
    const draft = { id: null, title, text: 'Short', summary: 'x', private: false, score: 50 }
    await app.handlers['posts:keep-draft'](accountId, `review:${title}`, { text: 'Short' })

    expect(() => send({ type: 'review', draft })).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'invalid-input' }) }),
    )
    expect(await app.handlers['posts:draft'](accountId, `review:${title}`)).toEqual({
      text: 'Short',
    })
  })

  test('is removed once, even when the answer was lost', async () => {
    const world = await start(service)
    const { send, clock, social, waiting, sandbox } = world
    await send({ type: 'status', text: 'Hello' })
    await clock.advance(60_000)
    const { id } = social.activities.table.rows().find(({ text }) => text === 'Hello')!
    sandbox.control.faults.add({ service, kind: 'drop-after', times: 1 })

    await send({ type: 'remove-activity', id })
    await clock.advance(300_000)

    expect(social.activities.table.get(id)).toBeUndefined()
    expect(await waiting()).toEqual([])
  })
})

describe.each(services)('%s: what is turned on', (service) => {
  test('follows whom one follows already without a request that would end it', async () => {
    const { social, me, send, clock } = await start(service)
    const id = Number(social.follows.by(me)[0])

    await send({ type: 'toggle', target: { type: 'follow', id }, wanted: true })
    await clock.advance(60_000)

    expect(social.follows.has(me, String(id))).toBe(true)
  })

  test('is turned back before it has left without a trace', async () => {
    const { social, me, send, clock, sandbox, waiting } = await start(service)
    const id = Number(social.follows.by(me)[0])
    await sandbox.control.setOnline(false)
    await send({ type: 'toggle', target: { type: 'follow', id }, wanted: false })
    await send({ type: 'toggle', target: { type: 'follow', id }, wanted: true })

    expect(await waiting()).toHaveLength(1)
    await sandbox.control.setOnline(true)
    await clock.advance(600_000)

    expect(social.follows.has(me, String(id))).toBe(true)
  })
})

describe.each(services)('%s: what others said', (service) => {
  test('is kept, and shown with its age when the service cannot be reached', async () => {
    const { app, look, told, sandbox, clock } = await start(service)
    const first = await told(app.handlers['forum:threads'](look(), { type: 'recent' }, 1))
    await sandbox.control.setOnline(false)
    await clock.advance(3_600_000)

    const known = await app.handlers['forum:threads'](look('known'), { type: 'recent' }, 1)

    expect(known?.value).toEqual(first?.value)
    expect(known?.isFresh).toBe(false)
  })

  test('is not true any more once a post of ours was taken', async () => {
    const { app, look, told, send, clock, social } = await start(service)
    const thread = social.forum.threads.rows().find(({ isLocked }) => !isLocked)!
    await told(app.handlers['forum:thread'](look(), thread.id, 1))
    const draft = { id: null, threadId: thread.id, replyTo: null, text: 'Hello' }
    await send({ type: 'comment', draft })
    await clock.advance(60_000)

    expect((await app.handlers['forum:thread'](look('known'), thread.id, 1))?.isFresh).toBe(false)
    const again = await told(app.handlers['forum:thread'](look(), thread.id, 1))
    expect(again?.value.comments.items.some(({ text }) => text === 'Hello')).toBe(true)
  })

  test('has no address for the page', async () => {
    const { app, look, told, social } = await start(service)
    const thread = social.forum.threads.rows().at(-1)!
    social.forum.threads.put({ ...thread, body: 'See https://evil.example/x' })

    const seen = await told(app.handlers['forum:thread'](look(), thread.id, 1))

    expect(seen?.value.text).toMatch(/^See https:\/\/words\.invalid\//)
  })

  test('is known by name and by number', async () => {
    const { app, look, told, me } = await start(service)
    const own = await told(app.handlers['social:user'](look(), me))
    const named = await told(app.handlers['social:user'](look(), own!.value.name))

    expect(named?.value.id).toBe(me)
  })
})

test('merged and deleted titles have the list read once', async () => {
  const { app, look, told, clock } = await start('anilist')
  const wholes = () => app.told('sync:changed').filter(({ phase }) => phase === 'reading').length
  const before = wholes()

  const news = await told(app.handlers['social:notifications'](look(), 1))
  await clock.advance(200_000)
  const after = wholes()
  await told(app.handlers['social:notifications'](look('anew'), 1))
  await clock.advance(200_000)

  expect(news?.value.items.map(({ type }) => type)).toContain('media-merged')
  expect(after).toBeGreaterThan(before)
  expect(wholes()).toBe(after)
  expect(app.told('social:unread-changed').at(-1)).toMatchObject({ unread: 0 })
})

test('the counter of unread news stays until somebody opens them', async () => {
  const { app, look, told } = await start('anilist')

  const first = await told(app.handlers['social:unread'](look()))
  const second = await told(app.handlers['social:unread'](look('anew')))
  await told(app.handlers['social:notifications'](look(), 1))
  const third = await told(app.handlers['social:unread'](look('anew')))

  expect(first?.value).toBeGreaterThan(0)
  expect(second?.value).toBe(first?.value)
  expect(third?.value).toBe(0)
})
