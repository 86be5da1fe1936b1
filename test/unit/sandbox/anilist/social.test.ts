import { describe, expect, it } from 'vitest'
import { createAsk } from '../ask'

type Ask = ReturnType<typeof createAsk>

/** Asks and gives the data of one root field. */
async function data(ask: Ask, query: string, variables: Record<string, unknown> = {}) {
  const { json } = await ask.graph(query, variables)
  if (json.errors) throw new Error(JSON.stringify(json.errors))
  const [found] = Object.values(json.data)
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  return found as any
}

const long = 'x'.repeat(2000)
const summary = 'A summary of twenty signs.'

describe('people of AniList', () => {
  it('stand with their titles, from both ends', async () => {
    const ask = createAsk()
    const media = await data(
      ask,
      `{ Media(id: 700001) {
        characters(sort: ROLE) { edges { role node { id name { full native } }
          voiceActors(language: JAPANESE) { id } voiceActorRoles { voiceActor { id } } } }
        staff { edges { role node { id languageV2 } } }
        studios(isMain: true) { nodes { id name } edges { isMain } } } }`,
    )
    const [member] = media.characters.edges
    const character = await data(
      ask,
      `{ Character(id: ${member.node.id}) { name { full } dateOfBirth { month day }
        media { edges { node { id } characterRole voiceActors { id } } } } }`,
    )
    expect(character.media.edges.map(({ node }: { node: { id: number } }) => node.id)).toContain(
      700001,
    )
    const actor = await data(
      ask,
      `{ Staff(id: ${member.voiceActors[0].id}) { primaryOccupations
        characterMedia { nodes { id } } characters { nodes { id } } staffMedia { nodes { id } } } }`,
    )
    expect(actor.characterMedia.nodes.map(({ id }: { id: number }) => id)).toContain(700001)
    const [studio] = media.studios.nodes
    const made = await data(
      ask,
      `{ Studio(id: ${studio.id}) { media(isMain: true, page: 1) { nodes { id } pageInfo { hasNextPage } } } }`,
    )
    expect(made.media.nodes.map(({ id }: { id: number }) => id)).toContain(700001)
  })

  it('are searched', async () => {
    const ask = createAsk()
    const found = await data(ask, '{ Page { characters(search: "kuro") { name { last } } } }')
    expect(found.characters[0].name.last).toBe('Kurosawa')
    expect(await data(ask, '{ Page { staff(search: "zzzz") { id } } }')).toEqual({ staff: [] })
    const studios = await data(ask, '{ Page { studios(search: "moon") { name } } }')
    expect(studios).toEqual({ studios: [{ name: 'Paper Moon' }] })
  })

  it('have favourites that are turned on and off', async () => {
    const ask = createAsk()
    const toggle =
      'mutation { ToggleFavourite(studioId: 10) { studios { nodes { id isFavourite } } } }'
    const isOn = async () =>
      (await data(ask, '{ Studio(id: 10) { isFavourite } }')).isFavourite as boolean
    const before = await isOn()
    const answer = await data(ask, toggle)
    expect(await isOn()).toBe(!before)
    expect(answer.studios.nodes.some(({ id }: { id: number }) => id === 10)).toBe(!before)
    await data(ask, toggle)
    expect(await isOn()).toBe(before)
    const none = await ask.graph(
      'mutation { ToggleFavourite(animeId: 500001) { anime { nodes { id } } } }',
    )
    expect(none.status).toBe(404)
  })

  it('follow each other', async () => {
    const ask = createAsk()
    const other = ask.userId + 2
    const before = await data(ask, `{ User(id: ${other}) { isFollowing } }`)
    const after = await data(ask, `mutation { ToggleFollow(userId: ${other}) { isFollowing } }`)
    expect(after.isFollowing).toBe(!before.isFollowing)
    const { followers } = await data(ask, `{ Page { followers(userId: ${other}) { id } } }`)
    expect(followers.some(({ id }: { id: number }) => id === ask.userId)).toBe(after.isFollowing)
  })

  it('have figures over their lists', async () => {
    const ask = createAsk()
    const { statistics } = await data(
      ask,
      '{ Viewer { statistics { anime { count meanScore episodesWatched statuses { status count mediaIds } } } } }',
    )
    const entries = ask.sandbox.inspect.entries('anilist', 'anime')
    expect(statistics.anime.count).toBe(30)
    const sum = (list: { count: number }[]) => list.reduce((all, { count }) => all + count, 0)
    expect(sum(statistics.anime.statuses)).toBe(30)
    const watched = entries.reduce((all, { progress }) => all + progress, 0)
    expect(statistics.anime.episodesWatched).toBe(watched)
  })
})

describe('relations and recommendations of AniList', () => {
  it('are seen from both ends', async () => {
    const ask = createAsk()
    const of = (id: number) =>
      data(
        ask,
        `{ Media(id: ${id}) { relations { edges { relationType(version: 2) node { id } } } } }`,
      )
    const first = await of(700001)
    const sequel = first.relations.edges.find(
      ({ relationType }: { relationType: string }) => relationType === 'SEQUEL',
    )
    const back = await of(sequel.node.id)
    expect(back.relations.edges).toContainEqual({ relationType: 'PREQUEL', node: { id: 700001 } })
  })

  it('speak of a source only in the second version', async () => {
    const ask = createAsk()
    const { relations } = await data(
      ask,
      '{ Media(id: 700001) { relations { edges { old: relationType relationType(version: 2) } } } }',
    )
    expect(relations.edges).toContainEqual({ old: 'ADAPTATION', relationType: 'SOURCE' })
  })

  it('are voted on', async () => {
    const ask = createAsk()
    const save = (rating: string) =>
      data(
        ask,
        `mutation { SaveRecommendation(mediaId: 700001, mediaRecommendationId: 700002, rating: ${rating})
          { id rating userRating } }`,
      )
    const up = await save('RATE_UP')
    expect(up).toMatchObject({ userRating: 'RATE_UP' })
    const down = await save('RATE_DOWN')
    expect([down.id, down.rating]).toEqual([up.id, up.rating - 2])
    const { recommendations } = await data(
      ask,
      '{ Media(id: 700001) { recommendations { nodes { mediaRecommendation { id } } } } }',
    )
    expect(recommendations.nodes).toContainEqual({ mediaRecommendation: { id: 700002 } })
  })
})

describe('reviews of AniList', () => {
  const save =
    'mutation ($id: Int, $body: String, $summary: String, $score: Int, $private: Boolean) {' +
    ' SaveReview(mediaId: $id, body: $body, summary: $summary, score: $score, private: $private)' +
    ' { id score summary private rating ratingAmount userRating user { id } media { id } } }'

  it('are written, changed, rated and deleted', async () => {
    const ask = createAsk()
    const first = await data(ask, save, { id: 700001, body: long, summary, score: 80 })
    expect(first).toMatchObject({ score: 80, userRating: 'NO_VOTE', user: { id: ask.userId } })
    const changed = await data(ask, save, { id: 700001, score: 70 })
    expect(changed).toMatchObject({ id: first.id, score: 70, summary })
    const rated = await data(
      ask,
      `mutation { RateReview(reviewId: ${first.id}, rating: UP_VOTE) { rating userRating } }`,
    )
    expect(rated).toEqual({ rating: 1, userRating: 'UP_VOTE' })
    const { reviews } = await data(ask, '{ Media(id: 700001) { reviews { nodes { id } } } }')
    expect(reviews.nodes).toContainEqual({ id: first.id })
    const remove = `mutation { DeleteReview(id: ${first.id}) { deleted } }`
    expect(await data(ask, remove)).toEqual({ deleted: true })
    expect((await ask.graph(remove)).status).toBe(404)
  })

  it('are refused out of bounds, field by field', async () => {
    const { graph } = createAsk()
    const wrong = { id: 700001, body: 'short', summary: 'short', score: 101 }
    const { json } = await graph(save, wrong)
    expect(Object.keys(json.errors[0].validation)).toEqual(['body', 'summary', 'score'])
  })

  it('of others cannot be deleted, and private ones not be seen', async () => {
    const ask = createAsk()
    const { table } = ask.sandbox.inspect.social('anilist').reviews
    const foreign = table.rows().find(({ userId }) => userId !== ask.userId)
    const remove = `mutation { DeleteReview(id: ${foreign?.id}) { deleted } }`
    expect((await ask.graph(remove)).status).toBe(404)
    if (foreign) table.put({ ...foreign, private: true })
    expect((await ask.graph(`{ Review(id: ${foreign?.id}) { id } }`)).status).toBe(404)
  })
})

describe('activities of AniList', () => {
  it('are written, answered, liked and deleted', async () => {
    const ask = createAsk()
    const text = await data(ask, 'mutation { SaveTextActivity(text: "Hello") { id text type } }')
    expect(text).toMatchObject({ text: 'Hello', type: 'TEXT' })
    const edit = `mutation { SaveTextActivity(id: ${text.id}, text: "Hi") { id text } }`
    expect(await data(ask, edit)).toEqual({ id: text.id, text: 'Hi' })
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
