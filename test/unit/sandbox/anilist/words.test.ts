import { describe, expect, it } from 'vitest'
import { createAsk } from '../ask'
import { data } from './data'

describe('activities of AniList', () => {
  it('are written, answered, liked and deleted', async () => {
    const ask = createAsk()
    const text = await data(ask, 'mutation { SaveTextActivity(text: "Hello") { id text type } }')
    expect(text).toMatchObject({ text: 'Hello', type: 'TEXT' })
    const edit = `mutation { SaveTextActivity(id: ${text.id}, text: "Hello again") { id text } }`
    expect(await data(ask, edit)).toEqual({ id: text.id, text: 'Hello again' })
    const reply = await data(
      ask,
      `mutation { SaveActivityReply(activityId: ${text.id}, text: "You") { id activityId } }`,
    )
    const like = await data(
      ask,
      `mutation { ToggleLikeV2(id: ${text.id}, type: ACTIVITY) { ... on TextActivity { likeCount isLiked } } }`,
    )
    expect(like).toEqual({ likeCount: 1, isLiked: true })
    const read = await data(
      ask,
      `{ Activity(id: ${text.id}) { ... on TextActivity { replyCount likes { id } replies { id text } } } }`,
    )
    expect(read).toEqual({
      replyCount: 1,
      likes: [{ id: ask.userId }],
      replies: [{ id: reply.id, text: 'You' }],
    })
    await data(ask, `mutation { DeleteActivityReply(id: ${reply.id}) { deleted } }`)
    await data(ask, `mutation { DeleteActivity(id: ${text.id}) { deleted } }`)
    expect((await ask.graph(`{ Activity(id: ${text.id}) { __typename } }`)).status).toBe(404)
  })

  it('may be messages, seen by two when private', async () => {
    const ask = createAsk()
    const sent = await data(
      ask,
      `mutation { SaveMessageActivity(message: "Psst", recipientId: ${ask.userId + 1}, private: true)
        { id message isPrivate messenger { id } recipient { id } } }`,
    )
    expect(sent).toMatchObject({ isPrivate: true, recipient: { id: ask.userId + 1 } })
    const question = `{ Page { activities(id: ${sent.id}) { __typename } } }`
    expect(await data(ask, question)).toEqual({ activities: [{ __typename: 'MessageActivity' }] })
    const stranger = await ask.graph(question, {}, { referer: 'https://example.org' })
    expect(stranger.json.data.Page.activities).toEqual([])
  })

  it('make a feed of those one follows', async () => {
    const ask = createAsk()
    const { activities } = await data(
      ask,
      `{ Page { activities(isFollowing: true, type_not: MESSAGE, sort: ID_DESC) {
        ... on TextActivity { id user { id isFollowing } }
        ... on ListActivity { id user { id isFollowing } status progress media { id } } } } }`,
    )
    expect(activities.length).toBeGreaterThan(0)
    for (const { user } of activities) expect(user.isFollowing || user.id === ask.userId).toBe(true)
    const ids = activities.map(({ id }: { id: number }) => id)
    expect(ids).toEqual([...ids].sort((a, b) => b - a))
  })

  it('are subscribed to as told', async () => {
    const ask = createAsk()
    const [activity] = ask.sandbox.inspect.social('anilist').activities.table.rows()
    const set = (on: boolean) =>
      data(
        ask,
        `mutation { ToggleActivitySubscription(activityId: ${activity?.id}, subscribe: ${on}) {
          ... on TextActivity { isSubscribed } ... on ListActivity { isSubscribed }
          ... on MessageActivity { isSubscribed } } }`,
      )
    expect(await set(true)).toEqual({ isSubscribed: true })
    expect(await set(true)).toEqual({ isSubscribed: true })
    expect(await set(false)).toEqual({ isSubscribed: false })
  })
})

describe('the forum of AniList', () => {
  it('has threads by category, title, words and what one follows', async () => {
    const ask = createAsk()
    const find = async (args: string) =>
      (
        await data(
          ask,
          `{ Page { threads(${args}) { id title isSticky categories { id }
        mediaCategories { id } isSubscribed repliedAt } } }`,
        )
      ).threads
    for (const { categories } of await find('categoryId: 9')) {
      expect(categories).toContainEqual({ id: 9 })
    }
    const [any] = await find('sort: [IS_STICKY, REPLIED_AT_DESC]')
    expect(any.isSticky).toBe(true)
    const media = any.mediaCategories[0].id
    expect((await find(`mediaCategoryId: ${media}`)).map(({ id }: { id: number }) => id)).toContain(
      any.id,
    )
    expect((await find('search: "music"')).length).toBeGreaterThan(0)
    for (const { isSubscribed } of await find('subscribed: true')) expect(isSubscribed).toBe(true)
  })

  it('takes threads and comments, answers in a tree of plain JSON', async () => {
    const ask = createAsk()
    const thread = await data(
      ask,
      `mutation { SaveThread(title: "New", body: "Words", categories: [7], mediaCategories: [700001])
        { id title categories { name } } }`,
    )
    expect(thread.categories).toEqual([{ name: 'General' }])
    const comment = (args: string) =>
      data(ask, `mutation { SaveThreadComment(${args}) { id threadId } }`)
    const root = await comment(`threadId: ${thread.id}, comment: "First"`)
    await comment(`threadId: ${thread.id}, parentCommentId: ${root.id}, comment: "Second"`)
    const read = await data(
      ask,
      `{ ThreadComment(threadId: ${thread.id}) { id comment childComments } }`,
    )
    expect(read).toMatchObject([
      { id: root.id, comment: 'First', childComments: [{ comment: 'Second', childComments: [] }] },
    ])
    const count = `{ Thread(id: ${thread.id}) { replyCount replyUser { id } } }`
    expect(await data(ask, count)).toEqual({ replyCount: 2, replyUser: { id: ask.userId } })
    await data(ask, `mutation { DeleteThreadComment(id: ${root.id}) { deleted } }`)
    expect((await data(ask, count)).replyCount).toBe(0)
    await data(ask, `mutation { DeleteThread(id: ${thread.id}) { deleted } }`)
    expect((await ask.graph(count)).status).toBe(404)
  })

  it('lets threads be subscribed to and liked', async () => {
    const ask = createAsk()
    const [thread] = ask.sandbox.inspect.social('anilist').forum.threads.rows()
    const on = `mutation { ToggleThreadSubscription(threadId: ${thread?.id}, subscribe: true) { isSubscribed } }`
    expect(await data(ask, on)).toEqual({ isSubscribed: true })
    const like = `mutation { ToggleLikeV2(id: ${thread?.id}, type: THREAD) { ... on Thread { isLiked } } }`
    expect(await data(ask, like)).toEqual({ isLiked: true })
    const { likes } = await data(
      ask,
      `{ Page { likes(likeableId: ${thread?.id}, type: THREAD) { id } } }`,
    )
    expect(likes).toContainEqual({ id: ask.userId })
    const fans = await data(ask, `mutation { ToggleLike(id: ${thread?.id}, type: THREAD) { id } }`)
    expect(fans).not.toContainEqual({ id: ask.userId })
  })

  it('is closed where it is locked, and wants words', async () => {
    const ask = createAsk()
    const locked = ask.sandbox.inspect
      .social('anilist')
      .forum.threads.rows()
      .find(({ isLocked }) => isLocked)
    const comment = `mutation { SaveThreadComment(threadId: ${locked?.id}, comment: "x") { id } }`
    expect((await ask.graph(comment)).status).toBe(403)
    const empty = await ask.graph(
      'mutation { SaveThread(title: "", body: "", categories: []) { id } }',
    )
    expect(Object.keys(empty.json.errors[0].validation)).toEqual(['title', 'body', 'categories'])
  })
})

describe('notifications of AniList', () => {
  it('are of every kind, and count as read only when told so', async () => {
    const ask = createAsk()
    const all = `query ($reset: Boolean) { Page { notifications(resetNotificationCount: $reset) {
      __typename
      ... on AiringNotification { type episode animeId media { id } contexts }
      ... on FollowingNotification { user { id } }
      ... on ActivityMessageNotification { activityId user { id } }
      ... on ThreadCommentReplyNotification { thread { id } comment { id } }
      ... on MediaMergeNotification { deletedMediaTitles reason }
      ... on MediaDeletionNotification { deletedMediaTitle } } } }`
    const unread = async () =>
      (await data(ask, '{ Viewer { unreadNotificationCount } }')).unreadNotificationCount
    const { notifications } = await data(ask, all)
    const kinds = notifications.map(({ __typename }: { __typename: string }) => __typename)
    expect(new Set(kinds).size).toBe(17)
    expect(await unread()).toBe(3)
    await data(ask, all, { reset: true })
    expect(await unread()).toBe(0)
  })

  it('are chosen by type', async () => {
    const ask = createAsk()
    const { notifications } = await data(
      ask,
      '{ Page { notifications(type_in: [AIRING]) { ... on AiringNotification { episode } } } }',
    )
    expect(notifications).toEqual([{ episode: 4 }])
  })
})
