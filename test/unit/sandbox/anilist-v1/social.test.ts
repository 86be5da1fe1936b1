import { describe, expect, it } from 'vitest'
import { createAsk } from '../ask'

describe('people of AniList v1', () => {
  it('are characters, staff under two names, and studios', async () => {
    const { v1 } = createAsk()
    const character = await v1('GET', 'character/1')
    expect(character.json).toMatchObject({ id: 1, role: null, name_alt: '' })
    expect((await v1('GET', 'character/1/page')).json).toHaveProperty('anime_staff')
    const staff = await v1('GET', 'staff/1')
    expect((await v1('GET', 'actor/1')).json).toEqual(staff.json)
    expect(String(staff.json.dob)).toMatch(/^\d{1,2}\d{2}\d{4}$/)
    expect((await v1('GET', 'staff/1/page')).json).toHaveProperty('manga_staff')
    const studio = await v1('GET', 'studio/1')
    expect(studio.json).toMatchObject({ id: 1, main_studio: null })
    expect((await v1('GET', 'studio/1/page')).json.anime.length).toBeGreaterThan(0)
    for (const path of ['character', 'staff', 'studio']) {
      expect((await v1('GET', `${path}/999999`)).status).toBe(404)
    }
  })

  it('are searched by name', async () => {
    const { v1 } = createAsk()
    const { json } = await v1('GET', 'character/search/kuro')
    expect(json[0].name_last).toBe('Kurosawa')
    expect((await v1('GET', 'studio/search/kazahana')).json[0].id).toBe(1)
    for (const path of ['character', 'staff', 'actor', 'studio']) {
      expect((await v1('GET', `${path}/search/zzzz`)).json.error.messages).toEqual(['No Results.'])
    }
  })

  it.each([
    ['anime', 'anime', '700001'],
    ['manga', 'manga', '500001'],
    ['character', 'character', '600'],
    ['actor', 'staff', '240'],
    ['staff', 'staff', '239'],
  ])('POST %s/favourite turns it on and off again', async (path, kind, id) => {
    const ask = createAsk()
    const ids = async () => {
      const { json } = await ask.v1('GET', `user/${ask.userId}/favourites`)
      return (json[kind] as { id: number }[]).map((found) => found.id)
    }
    const before = await ids()
    const isFirst = before.includes(Number(id))
    const { status, text } = await ask.v1('POST', `${path}/favourite`, { id })
    expect([status, text]).toEqual([200, ''])
    expect((await ids()).includes(Number(id))).toBe(!isFirst)
    await ask.v1('POST', `${path}/favourite`, { id })
    expect((await ids()).includes(Number(id))).toBe(isFirst)
    expect((await ask.v1('POST', `${path}/favourite`, { id: '1' })).status).toBe(
      ['anime', 'manga'].includes(path) ? 404 : 200,
    )
  })

  it('follow each other', async () => {
    const ask = createAsk()
    const other = ask.userId + 3
    const follows = async () => {
      const { json } = await ask.v1('GET', `user/${ask.userId}/following`)
      return (json as { id: number }[]).some(({ id }) => id === other)
    }
    const before = await follows()
    await ask.v1('POST', 'user/follow', { id: String(other) })
    expect(await follows()).toBe(!before)
    expect((await ask.v1('GET', `user/${other}`)).json.following).toBe(!before)
    const followers = await ask.v1('GET', `user/${other}/followers`)
    expect(followers.json.some(({ id }: { id: number }) => id === ask.userId)).toBe(!before)
    expect((await ask.v1('POST', 'user/follow', { id: String(ask.userId) })).status).toBe(404)
  })

  it('are told what happened, ten at most', async () => {
    const ask = createAsk()
    const { json } = await ask.v1('GET', 'user/notifications')
    expect(json).toHaveLength(10)
    expect((await ask.v1('GET', 'user/notifications/count')).json).toBe(3)
  })
})

describe('activities of AniList v1', () => {
  it('are written, answered and taken away', async () => {
    const ask = createAsk()
    const written = await ask.v1('POST', 'user/activity', { text: 'Hello' })
    expect(written.json).toMatchObject({ activity_type: 'text', value: 'Hello', reply_count: 0 })
    const id = String(written.json.id)
    const reply = await ask.v1('POST', 'user/activity', { text: 'You too', reply_id: id })
    expect(reply.json.activity_id).toBe(written.json.id)
    const own = await ask.v1('GET', `user/${ask.userId}/activity`)
    expect(own.json[0]).toMatchObject({ id: written.json.id, reply_count: 1 })
    const gone = await ask.v1('DELETE', 'user/activity/reply', { id: String(reply.json.id) })
    expect([gone.status, gone.text]).toEqual([200, ''])
    expect((await ask.v1('DELETE', 'user/activity', { id })).status).toBe(200)
    expect((await ask.v1('DELETE', 'user/activity', { id })).status).toBe(404)
    expect((await ask.v1('POST', 'user/activity', { text: ' ' })).status).toBe(400)
  })

  it('may be messages to somebody', async () => {
    const ask = createAsk()
    const to = ask.userId + 1
    const fields = { text: 'Hi', messenger_id: String(to) }
    const { json } = await ask.v1('POST', 'user/activity', fields)
    expect(json).toMatchObject({ activity_type: 'message', user_id: to, messenger_id: ask.userId })
    const theirs = await ask.v1('GET', `user/${to}/activity`)
    expect(theirs.json[0].id).toBe(json.id)
  })

  it('of oneself and of those one follows make the feed', async () => {
    const ask = createAsk()
    const { json } = await ask.v1('GET', 'user/activity')
    const { follows } = ask.sandbox.inspect.social('anilist-v1')
    const seen = new Set([ask.userId, ...follows.by(ask.userId).map(Number)])
    for (const { user_id, messenger_id } of json) expect(seen).toContain(messenger_id ?? user_id)
    expect(json).toHaveLength(20)
    expect((await ask.v1('GET', 'user/activity', { page: '2' })).json[0].id).not.toBe(json[0].id)
  })
})

describe('reviews of AniList v1', () => {
  const good = { text: 'x'.repeat(2000), summary: 'y'.repeat(20), score: '80', private: '0' }

  it('are read one by one, by title and by writer', async () => {
    const ask = createAsk()
    const [review] = ask.sandbox.inspect.social('anilist-v1').reviews.table.rows()
    const path = `${review?.type}/review/${review?.id}`
    const one = await ask.v1('GET', path)
    expect(one.json).toMatchObject({ id: review?.id, private: 0, user: { id: review?.userId } })
    expect(one.json.date).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
    const byTitle = await ask.v1('GET', `${review?.type}/${review?.mediaId}/reviews`)
    expect(byTitle.json.map(({ id }: { id: number }) => id)).toContain(review?.id)
    const byUser = await ask.v1('GET', `user/${review?.userId}/reviews`)
    expect(byUser.json.map(({ id }: { id: number }) => id)).toContain(review?.id)
    expect((await ask.v1('GET', 'anime/review/1')).status).toBe(404)
  })

  it('are written, changed, rated and removed', async () => {
    const ask = createAsk()
    const written = await ask.v1('POST', 'anime/review', { anime_id: '700001', ...good })
    expect(written.json).toMatchObject({ score: 80, anime: { id: 700001 }, user_rating: 0 })
    const changed = await ask.v1('PUT', 'anime/review', { anime_id: '700001', score: '60' })
    expect(changed.json).toMatchObject({ id: written.json.id, score: 60, text: good.text })
    const id = String(written.json.id)
    expect((await ask.v1('POST', 'anime/review/rate', { id, rating: '2' })).status).toBe(200)
    const rated = await ask.v1('GET', `anime/review/${id}`)
    expect(rated.json).toMatchObject({ user_rating: 2, rating: 0, rating_amount: 1 })
    expect((await ask.v1('POST', 'anime/review/rate', { id, rating: '3' })).status).toBe(400)
    expect((await ask.v1('DELETE', 'anime/review', { id })).text).toBe('')
    expect((await ask.v1('GET', `anime/review/${id}`)).status).toBe(404)
    expect((await ask.v1('PUT', 'anime/review', { anime_id: '700001' })).status).toBe(404)
  })

  it.each([
    [{ text: 'x'.repeat(1999) }],
    [{ summary: 'y'.repeat(19) }],
    [{ summary: 'y'.repeat(121) }],
    [{ score: '101' }],
  ])('are refused out of bounds (case %#)', async (wrong) => {
    const ask = createAsk()
    const fields = { anime_id: '700001', ...good, ...wrong }
    expect((await ask.v1('POST', 'anime/review', fields)).status).toBe(400)
  })

  it('that are private are for their writer', async () => {
    const ask = createAsk()
    const fields = { manga_id: '500001', ...good, private: '1' }
    const { json } = await ask.v1('POST', 'manga/review', fields)
    expect((await ask.v1('GET', `manga/review/${json.id}`)).status).toBe(200)
    const table = ask.sandbox.inspect.social('anilist-v1').reviews.table
    const review = table.get(Number(json.id))
    if (review) table.put({ ...review, userId: ask.userId + 1 })
    expect((await ask.v1('GET', `manga/review/${json.id}`)).status).toBe(404)
  })
})

describe('the forum of AniList v1', () => {
  it('has feeds of 22 with the numbers of their paging', async () => {
    const { v1 } = createAsk()
    const { json } = await v1('GET', 'forum/recent')
    expect(json).toMatchObject({
      total: 45,
      per_page: 22,
      current_page: 1,
      last_page: 3,
      from: 1,
      to: 22,
    })
    const times = json.data.map(({ last_reply }: { last_reply: string }) => last_reply)
    expect(times).toEqual([...times].sort().reverse())
    const last = await v1('GET', 'forum/recent', { page: '3' })
    expect(last.json).toMatchObject({ from: 45, to: 45, data: [{ id: expect.any(Number) }] })
    const ids = (await v1('GET', 'forum/new')).json.data.map(({ id }: { id: number }) => id)
    expect(ids).toEqual([...ids].sort((a, b) => b - a))
  })

  it('tags titles oddly: one in an array, under a number of another thread', async () => {
    const { v1 } = createAsk()
    const { json } = await v1('GET', 'forum/recent')
    const thread = json.data.find(({ tags_anime }: { tags_anime: unknown[] }) => tags_anime.length)
    const [tag] = thread.tags_anime
    expect(tag.anime).toHaveLength(1)
    expect(tag.thread_id).not.toBe(thread.id)
    expect(tag.anime[0].average_score).toEqual(expect.any(String))
  })

  it('finds threads by all of their tags, and by words', async () => {
    const { v1 } = createAsk()
    const all = await v1('GET', 'forum/tag', { tags: '1,5' })
    for (const { tags } of all.json.data) {
      expect(tags.map(({ id }: { id: number }) => id)).toEqual(expect.arrayContaining([1, 5]))
    }
    const found = await v1('GET', 'forum/search/music')
    expect(found.json.data[0].title).toContain('music')
    expect((await v1('GET', 'forum/search/zzzz')).json.error.messages).toEqual(['No Results.'])
  })

  it('shows a thread with a tree of comments, ten roots a page', async () => {
    const ask = createAsk()
    const { forum } = ask.sandbox.inspect.social('anilist-v1')
    const longest = forum.threads
      .rows()
      .sort((a, b) => forum.commentsOf(b.id).length - forum.commentsOf(a.id).length)[0]
    const { json } = await ask.v1('GET', `forum/thread/${longest?.id}`)
    expect(json.comments.length).toBeLessThanOrEqual(10)
    const count = (comments: { children: never[] }[]): number =>
      comments.reduce((sum, { children }) => sum + 1 + count(children), 0)
    expect(json.page_data.total_root).toBeGreaterThanOrEqual(json.comments.length)
    if (json.page_data.last_page === 1) expect(count(json.comments)).toBe(json.reply_count)
    expect([1, null]).toContain(json.sticky)
    expect([1, null]).toContain(json.locked)
  })

  it('takes threads, comments and answers, and gives them up again', async () => {
    const ask = createAsk()
    const made = await ask.v1('POST', 'forum/thread', {
      title: 'New',
      body: 'Words',
      tags: '1,7',
      tags_anime: '700001',
    })
    const thread = String(made.json.id)
    expect(made.json).toMatchObject({ title: 'New', tags: [{ id: 1 }, { id: 7 }], comments: [] })
    const edited = await ask.v1('PUT', 'forum/thread', { id: thread, title: 'Newer' })
    expect(edited.json).toMatchObject({
      title: 'Newer',
      body: 'Words',
      tags: [{ id: 1 }, { id: 7 }],
    })
    const root = await ask.v1('POST', 'forum/comment', { thread_id: thread, comment: 'First' })
    const answer = await ask.v1('POST', 'forum/comment', {
      thread_id: thread,
      comment: 'Second',
      reply_id: String(root.json.id),
    })
    expect(answer.json.parent_id).toBe(root.json.id)
    const id = String(root.json.id)
    await ask.v1('PUT', 'forum/comment', { id, comment: 'Changed' })
    const read = await ask.v1('GET', `forum/thread/${thread}`)
    expect(read.json.comments).toMatchObject([
      { comment: 'Changed', children: [{ comment: 'Second', children: [] }] },
    ])
    expect((await ask.v1('DELETE', `forum/comment/${id}`)).text).toBe('')
    expect((await ask.v1('GET', `forum/thread/${thread}`)).json.reply_count).toBe(0)
    expect((await ask.v1('DELETE', `forum/thread/${thread}`)).text).toBe('')
    expect((await ask.v1('GET', `forum/thread/${thread}`)).status).toBe(404)
  })

  it('subscribes to the thread, though the path says comment', async () => {
    const ask = createAsk()
    const { forum, subscriptions } = ask.sandbox.inspect.social('anilist-v1')
    const thread = forum.threads
      .rows()
      .find(({ id }) => !subscriptions.has(ask.userId, `thread ${id}`))
    const subscribe = () =>
      ask.v1('POST', 'forum/comment/subscribe', { thread_id: String(thread?.id) })
    const ids = async () => {
      const { json } = await ask.v1('GET', 'forum/subscribed')
      return (json.data as { id: number }[]).map(({ id }) => id)
    }
    await subscribe()
    expect(await ids()).toContain(thread?.id)
    await subscribe()
    expect(await ids()).not.toContain(thread?.id)
  })

  it('is closed where it is locked, and to the threads of others', async () => {
    const ask = createAsk()
    const { forum } = ask.sandbox.inspect.social('anilist-v1')
    const locked = forum.threads.rows().find(({ isLocked }) => isLocked)
    const fields = { thread_id: String(locked?.id), comment: 'x' }
    expect((await ask.v1('POST', 'forum/comment', fields)).status).toBe(403)
    const foreign = forum.threads.rows().find(({ userId }) => userId !== ask.userId)
    const path = `forum/thread/${foreign?.id}`
    expect((await ask.v1('DELETE', path)).status).toBe(404)
    const edit = { id: String(foreign?.id), title: 'mine now' }
    expect((await ask.v1('PUT', 'forum/thread', edit)).status).toBe(404)
  })
})
