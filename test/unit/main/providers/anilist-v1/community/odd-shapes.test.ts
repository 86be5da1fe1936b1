import { describe, expect, test } from 'vitest'
import { createAnilistV1 } from '../../../../../../src/main/providers/anilist-v1/anilist-v1'
import { valueOf } from '../../calls'
import { answerOf, clock, failureFrom, owner, webPage } from '../../support'

const provider = createAnilistV1({ clock })
const { community } = provider
const user = { id: 1, display_name: 'Josh' }

describe('a search without a hit', () => {
  const none = { error: { messages: ['No Results.'], status: 200 } }
  const searches = [
    community.searchUsers('a', 1),
    community.search('anime', 'a', 1),
    community.searchCharacters('a', 1),
    community.searchStaff('a', 1, 'actor'),
    community.threads({ type: 'search', text: 'a' }, 1),
  ]

  test.each([200, 400, 404])('is an empty page, whatever its status: %i', (status) => {
    const answer = answerOf(none, status)

    expect(provider.failureOf(answer)).toBeNull()
    for (const call of searches) {
      expect(call.parse(answer).value).toMatchObject({ items: [], hasNext: false })
    }
    expect(community.searchStudios('a', 1).parse(answer).items).toEqual([])
  })

  test('is a failure where nothing was looked for', () => {
    expect(failureFrom(() => community.user(1).parse(answerOf(none, 404))).code).toBe('gone')
  })

  test('another error of a search is none', () => {
    const other = { error: { messages: ['Something else.'], status: 400 } }

    expect(failureFrom(() => searches[0]!.parse(answerOf(other, 400))).code).toBe('refused')
  })
})

test('lists come as arrays, as objects with numbers for keys, or empty', () => {
  const call = community.following(1, 1)

  expect(valueOf(call, [user]).items).toHaveLength(1)
  expect(valueOf(call, { 0: user, 3: { ...user, id: 2 } }).items.map(({ id }) => id)).toEqual([
    1, 2,
  ])
  expect(valueOf(call, []).items).toEqual([])
  for (const body of [null, {}, 5, 'x', { id: 1 }]) {
    expect(failureFrom(() => call.parse(answerOf(body))).code).toBe('bad-answer')
  }
})

test('somebody without a number is left out, the others stay', () => {
  expect(
    valueOf(community.followers(1, 1), [null, { display_name: 'x' }, user, 'y']).items,
  ).toEqual([{ id: 1, name: 'Josh', hasPicture: false }])
})

test('the times of episodes come in no order, or not at all', () => {
  const call = community.airingsOf('anime:9')

  expect(call.parse(answerOf('{"3":1428764400,"1":"1427554800","x":5,"2":null}'))).toEqual([
    { title: 'anime:9', episode: 1, airingAt: 1_427_554_800 },
    { title: 'anime:9', episode: 3, airingAt: 1_428_764_400 },
  ])
  expect(call.parse(answerOf([]))).toEqual([])
  expect(failureFrom(() => call.parse(answerOf('null'))).code).toBe('bad-answer')
  expect(failureFrom(() => community.airingsOf('manga:9')).code).toBe('invalid-input')
})

test('what is on air leaves out records without their title', () => {
  const record = { record_id: 1, series_id: 5, list_status: 'watching', episodes_watched: 3 }
  const airing = { time: '2017-01-20T13:06:28+09:00', countdown: 5, next_episode: 4 }

  const { value, mentioned } = community.onAir(owner, 9).parse(
    answerOf([
      { ...record, anime: null },
      { ...record, anime: { id: 5, airing } },
    ]),
  )

  expect(value).toMatchObject([
    { media: { key: 'anime:5', nextEpisode: { episode: 4 } }, entry: { progress: 3 } },
  ])
  expect(mentioned.map(({ key }) => key)).toEqual(['anime:5'])
})

test('an answer about somebody else is nobody', () => {
  const call = community.userNamed('123')

  expect(failureFrom(() => call.parse(answerOf({ ...user, id: 123 }))).code).toBe('gone')
  expect(valueOf(call, { id: 7, display_name: '123' }).id).toBe(7)
})

test('the count of notifications is a number, as text too; a 401 to a pin is no count', () => {
  const call = community.unreadCount()

  expect(call.parse(answerOf('4'))).toBe(4)
  expect(call.parse(answerOf('"4"'))).toBe(4)
  expect(call).toMatchObject({ mayBeClosed: true })
  expect(call).not.toHaveProperty('failureOf')
  expect(call.parse(answerOf({ error: 'access_denied' }, 401))).toBeNull()
  expect(failureFrom(() => call.parse(answerOf({}, 403))).code).toBe('blocked')
})

test('an empty body is fine after a change, and nothing is known of what it made', () => {
  const empty = answerOf('')

  expect(community.removeActivity(1).parse(empty)).toBeUndefined()
  expect(community.toggle({ type: 'follow', id: 1 }, true).parse(empty)).toBeNull()
  expect(community.postStatus('a').parse(empty).value).toBeNull()
  expect(community.rateReview('anime', 1, 'up').parse(empty).value).toBeNull()
  expect(
    community.saveThread({ id: 1, title: 'a', text: 'b', tags: [], titles: [] }).parse(empty).value,
  ).toBeNull()
  expect(failureFrom(() => community.user(1).parse(empty)).code).toBe('bad-answer')
})

test('a review counts its ratings under either name, and privacy as 0 and 1', () => {
  const read = (more: object) => valueOf(community.review('manga', 1), { id: 1, ...more })

  expect(read({ rating: 2, rating_amount: 5 })).toMatchObject({ ratedUp: 2, ratedAll: 5 })
  expect(read({ rating: 2, ratings_amount: 6 })).toMatchObject({ ratedAll: 6 })
  expect(read({ private: 1 })).toMatchObject({ private: true, kind: 'manga' })
  expect(read({ private: true, user_rating: 2 })).toMatchObject({ private: true, vote: 'down' })
})

test('of which kind a user reviewed stands in the review', () => {
  const page = valueOf(community.reviewsBy(1, 1), [
    { id: 1, manga: { id: 5 } },
    { id: 2, anime: { id: 5 } },
  ])

  expect(page.items.map(({ kind, media }) => [kind, media?.key])).toEqual([
    ['manga', 'manga:5'],
    ['anime', 'anime:5'],
  ])
})

test('relations of both kinds are told with their words, unknown ones as such', () => {
  const { relations } = valueOf(community.seriesPage('anime:1'), {
    id: 1,
    relations: [{ id: 2, relation_type: 'side story' }],
    relations_manga: [
      { id: 3, relation_type: 'Adaptation' },
      { id: 4, relation_type: 'cousin' },
    ],
  })

  expect(relations.map(({ media, relation }) => [media.key, relation])).toEqual([
    ['anime:2', 'side-story'],
    ['manga:3', 'adaptation'],
    ['manga:4', 'unknown'],
  ])
})

test('what a link leads to is https and nothing else', () => {
  const links = [
    { site: 'A', url: 'http://a.example/x' },
    { site: 'B', url: 'javascript:alert(1)' },
    { site: 'C', url: 'https://user:word@c.example/' },
    { url: 'https://d.example' },
    { url: null },
  ]

  const { links: read } = valueOf(community.series('anime:1'), { id: 1, external_links: links })

  expect(read.map(({ site, url }) => [site, url])).toEqual([
    ['A', 'https://a.example/x'],
    ['d.example', 'https://d.example/'],
  ])
})

test('a locked or sticky thread says so as 1, true or "1"', () => {
  const read = (locked: unknown) =>
    valueOf(community.thread(1, 1), { id: 1, locked, sticky: locked }).thread

  for (const set of [1, true, '1']) expect(read(set)).toMatchObject({ locked: true, sticky: true })
  for (const not of [0, null, undefined, '0', 'x']) expect(read(not).locked).toBe(false)
})

test('genres are names, or rows with a name', () => {
  const call = community.genres()

  expect(call.parse(answerOf([{ id: 1, genre: 'Action' }, 'Drama', { id: 2 }, null]))).toEqual([
    'Action',
    'Drama',
  ])
  expect(failureFrom(() => call.parse(answerOf({}))).code).toBe('bad-answer')
})

test('browsing goes on while pages are full, and hides what the service cannot', () => {
  const rows = Array.from({ length: 40 }, (_, at) => ({ id: at + 1, adult: at === 0 }))
  const query = {
    kind: 'anime',
    text: '',
    year: null,
    season: null,
    format: null,
    status: null,
  } as const
  const rest = { genres: [], withoutGenres: [], tags: [], withoutTags: [], onMyList: null } as const
  const order = { sort: 'id', descending: false, airing: false, whole: false } as const
  const call = community.browse({ ...query, ...rest, ...order, adult: false }, 1)

  expect(valueOf(call, rows)).toMatchObject({ hasNext: true })
  expect(valueOf(call, rows).items).toHaveLength(39)
  expect(valueOf(call, rows.slice(1)).hasNext).toBe(false)
})

test('activities of a kind that nobody knows are told as such', () => {
  const { items } = valueOf(community.feed(1), [
    { id: 1, activity_type: 'text', value: 'hi', users: [user], likes: [user] },
    { id: 2, activity_type: 'dance', users: [user] },
    { activity_type: 'text' },
  ])

  expect(items).toMatchObject([
    { id: 1, type: 'status', text: 'hi', likeCount: 1, user: { id: 1 } },
    { id: 2, type: 'unknown' },
  ])
})

test('a notification of a word that nobody knows keeps who and when', () => {
  const { items } = valueOf(community.notifications(1, 'keep'), [
    { id: 1, object_type: 'wink', user, created_at: '2014-10-20 09:31:57', value: ' winked.' },
    { id: 2, object_type: 'activity_message', object_id: 5 },
  ])

  expect(items).toMatchObject([
    { type: 'unknown', user: { id: 1 }, words: ' winked.' },
    { type: 'message', activityId: 5 },
  ])
})

test('a web page where v1 lived is what is left of it', () => {
  expect(failureFrom(() => community.user(1).parse(answerOf(webPage)))).toMatchObject({
    code: 'bad-answer',
    reason: 'retired',
  })
})

test('what v1 does not have is said before it is asked for', () => {
  const studio = { type: 'favourite', of: 'studio', id: 1 } as const
  const like = { type: 'like', of: 'thread', id: 1 } as const

  for (const target of [studio, like]) {
    expect(community.canToggle(target)).toBe(false)
    expect(failureFrom(() => community.toggle(target, true)).reason).toBe('ability-missing')
    expect(failureFrom(() => community.toggleState(target, 1)).reason).toBe('ability-missing')
  }
  expect(community).not.toHaveProperty('tags')
  expect(community).not.toHaveProperty('updateSettings')
})
