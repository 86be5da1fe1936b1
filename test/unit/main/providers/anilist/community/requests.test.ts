import { describe, expect, test } from 'vitest'
import { type BrowseQuery, emptyBrowse } from '../../../../../../src/shared/community/browse'
import { createAnilist } from '../../../../../../src/main/providers/anilist/anilist'
import { variablesOf } from '../../calls'
import { answerOf, clock, failureFrom } from '../../support'

const { community } = createAnilist({ clock })

function browsed(more: Partial<BrowseQuery>) {
  return variablesOf(community.browse({ ...emptyBrowse, kind: 'anime', ...more }, 2))
}

describe('browsing', () => {
  test('sends only what narrows', () => {
    expect(browsed({})).toEqual({
      page: 2,
      perPage: 50,
      type: 'ANIME',
      sort: ['POPULARITY_DESC'],
    })
  })

  test('sends everything that narrows, in words of the service', () => {
    expect(
      browsed({
        text: ' frieren ',
        year: 2024,
        season: 'winter',
        format: 'tv-short',
        status: 'not-yet-released',
        genres: ['Action'],
        withoutGenres: ['Drama'],
        tags: ['School'],
        withoutTags: ['Space'],
        adult: false,
        onMyList: true,
        sort: 'score',
        descending: false,
      }),
    ).toEqual({
      page: 2,
      perPage: 50,
      type: 'ANIME',
      search: 'frieren',
      seasonYear: 2024,
      season: 'WINTER',
      format: 'TV_SHORT',
      status: 'NOT_YET_RELEASED',
      genres: ['Action'],
      withoutGenres: ['Drama'],
      tags: ['School'],
      withoutTags: ['Space'],
      isAdult: false,
      onList: true,
      sort: ['SCORE'],
    })
  })

  test('looks for manga by the year in which they began, however little is known of the day', () => {
    expect(browsed({ kind: 'manga', year: 2014 })).toMatchObject({
      type: 'MANGA',
      startDateGreater: 20_139_999,
      startDateLesser: 20_150_000,
    })
  })

  test.each([
    ['manhua', { format: 'MANGA', countryOfOrigin: 'CN' }],
    ['manhwa', { format: 'MANGA', countryOfOrigin: 'KR' }],
    ['doujin', { format: 'MANGA' }],
  ] as const)('knows %s as manga', (format, variables) => {
    expect(browsed({ kind: 'manga', format })).toMatchObject(variables)
  })

  test('sorts by the best match where there is a text to match', () => {
    expect(browsed({ sort: 'match', text: 'a' })['sort']).toEqual(['SEARCH_MATCH'])
    expect(browsed({ sort: 'match' })['sort']).toEqual(['POPULARITY_DESC'])
  })
})

describe('threads', () => {
  test.each([
    [{ type: 'recent' } as const, { sort: ['IS_STICKY', 'REPLIED_AT_DESC'] }],
    [{ type: 'new' } as const, { sort: ['ID_DESC'] }],
    [{ type: 'subscribed' } as const, { subscribed: true }],
    [{ type: 'search', text: 'a' } as const, { search: 'a', sort: ['SEARCH_MATCH'] }],
    [
      { type: 'tagged', tags: [5, 1], titles: ['anime:9'] } as const,
      { categoryId: 5, mediaCategoryId: 9 },
    ],
  ])('are asked for as %j', (filter, variables) => {
    expect(variablesOf(community.threads(filter, 1))).toMatchObject(variables)
  })

  test('that lack one of many tags are left out here, for the service knows one', () => {
    const call = community.threads({ type: 'tagged', tags: [5, 1], titles: ['anime:9'] }, 1)
    const media = [{ id: 9, type: 'ANIME' }]
    const threads = [
      { id: 1, categories: [{ id: 5 }, { id: 1 }], mediaCategories: media },
      { id: 2, categories: [{ id: 5 }], mediaCategories: media },
      { id: 3, categories: [{ id: 5 }, { id: 1 }], mediaCategories: [] },
    ]

    const { value } = call.parse(answerOf({ data: { Page: { threads } } }))
    expect(value.items.map(({ id }) => id)).toEqual([1])
  })
})

test('the counter of notifications is set back only when that is asked for', () => {
  expect(variablesOf(community.notifications(1, 'keep'))['reset']).toBe(false)
  expect(variablesOf(community.notifications(1, 'reset'))['reset']).toBe(true)
})

test('settings that are not named are not sent', () => {
  expect(variablesOf(community.updateSettings!({}))).toEqual({})
  expect(
    variablesOf(
      community.updateSettings!({
        scoreFormat: 'point-3',
        titleLanguage: 'native',
        listSort: 'added',
        activityMergeMinutes: 0,
        timezone: '-05:30',
        airingNotifications: false,
        customLists: { manga: ['A'] },
        advancedScores: { anime: ['Story'] },
      }),
    ),
  ).toEqual({
    scoreFormat: 'POINT_3',
    titleLanguage: 'NATIVE',
    rowOrder: 'id',
    activityMergeTime: 0,
    timezone: '-05:30',
    airingNotifications: false,
    animeListOptions: { advancedScoring: ['Story'] },
    mangaListOptions: { customLists: ['A'] },
  })
})

test.each([
  [{ type: 'favourite', of: 'anime', id: 1 } as const, { animeId: 1 }],
  [{ type: 'favourite', of: 'actor', id: 2 } as const, { staffId: 2 }],
  [{ type: 'favourite', of: 'studio', id: 3 } as const, { studioId: 3 }],
  [{ type: 'follow', id: 4 } as const, { userId: 4 }],
  [{ type: 'subscription', id: 5 } as const, { threadId: 5, subscribe: true }],
  [{ type: 'like', of: 'reply', id: 6 } as const, { id: 6, type: 'ACTIVITY_REPLY' }],
])('turning %j is a write that names it', (target, variables) => {
  const call = community.toggle(target, true)

  expect(call.effect).toBe('write')
  expect(variablesOf(call)).toEqual(variables)
})

test('a review that a service would refuse costs no request', () => {
  const draft = {
    id: null,
    title: 'anime:1',
    text: 'x',
    summary: 'y',
    private: false,
    score: 5,
  } as const

  expect(failureFrom(() => community.saveReview(draft))).toMatchObject({
    code: 'invalid-input',
    reason: 'review-text-short',
  })
})

test('a comment that is changed keeps its place', () => {
  const draft = { id: 5, threadId: 1, replyTo: 3, text: 'a' }

  expect(variablesOf(community.saveComment(draft))).toEqual({ id: 5, comment: 'a' })
  expect(variablesOf(community.saveComment({ ...draft, id: null }))).toEqual({
    threadId: 1,
    parentCommentId: 3,
    comment: 'a',
  })
})

test('a title that airs long is told from its latest episodes back, in their order', () => {
  const airingSchedules = [3, 2, 1].map((episode) => ({
    mediaId: 9,
    episode,
    airingAt: 1000 + episode,
  }))

  const airings = community
    .airingsOf('anime:9')
    .parse(answerOf({ data: { Page: { airingSchedules: [...airingSchedules, { mediaId: 9 }] } } }))
  expect(airings.map(({ episode }) => episode)).toEqual([1, 2, 3])
})
