import { describe, expect, test } from 'vitest'
import { emptyBrowse } from '../../../../../../src/shared/community/browse'
import { createAnilistV1 } from '../../../../../../src/main/providers/anilist-v1/anilist-v1'
import type { ServiceCall } from '../../../../../../src/main/providers/provider'
import { sentBy } from '../../calls'
import { sample } from '../../document-samples'
import { clock, failureFrom } from '../../support'

const { community } = createAnilistV1({ clock })
const text = 'x'.repeat(2_000)
const summary = 'y'.repeat(20)
const review = { id: null, title: 'anime:5', text, summary, private: false, score: 0 } as const
const thread = {
  id: null,
  title: 'A & B',
  text: 'words',
  tags: [7, 17],
  titles: ['anime:5', 'manga:6', 'anime:7'],
} as const
const comment = { id: null, threadId: 1, replyTo: 9, text: 'words' } as const

/** Calls with every parameter, and where the document prints their payload. */
const payloads: readonly (readonly [file: string, name: string, call: ServiceCall<unknown>])[] = [
  ['user', 'activity status', community.postStatus('a')],
  ['user', 'activity message', community.postMessage(3, 'a')],
  ['user', 'activity reply', community.postReply(3, 'a')],
  ['user', 'remove activity', community.removeActivity(3)],
  ['user', 'remove activity reply', community.removeReply(3)],
  ['user', 'follow', community.toggle({ type: 'follow', id: 3 }, true)],
  ['user', 'airing', community.onAir({ userId: 1 } as never, 5)],
  ['series-parts', 'favourite', community.toggle({ type: 'favourite', of: 'anime', id: 3 }, true)],
  [
    'people',
    'character favourite',
    community.toggle({ type: 'favourite', of: 'character', id: 3 }, true),
  ],
  ['people', 'staff favourite', community.toggle({ type: 'favourite', of: 'actor', id: 3 }, true)],
  ['reviews', 'rate', community.rateReview('anime', 3, 'up')],
  ['reviews', 'write', community.saveReview(review)],
  ['reviews', 'remove', community.removeReview('anime', 3)],
  ['forum', 'create thread', community.saveThread(thread)],
  ['forum', 'edit thread', community.saveThread({ ...thread, id: 3 })],
  [
    'forum',
    'tag feed',
    community.threads({ type: 'tagged', tags: [7], titles: ['anime:5', 'manga:6'] }, 2),
  ],
  ['forum', 'subscribe', community.toggle({ type: 'subscription', id: 3 }, true)],
  ['forum', 'create comment', community.saveComment(comment)],
  ['forum', 'edit comment', community.saveComment({ ...comment, id: 3 })],
]

test.each(payloads)('%s: "%s" sends what the document prints, no more', (file, name, call) => {
  const printed = sample(`anilist-v1/${file}.json`)[name] as object

  expect(Object.keys(sentBy(call)).sort()).toEqual(Object.keys(printed).sort())
})

test('browsing sends every parameter of the document, and only where it is asked for', () => {
  const printed = Object.keys(sample('anilist-v1/series-parts.json')['browse'] as object)
  const paged = sentBy(
    community.browse(
      {
        ...emptyBrowse,
        kind: 'anime',
        year: 2014,
        season: 'winter',
        format: 'tv-short',
        status: 'releasing',
        genres: ['Action', 'Comedy'],
        withoutGenres: ['Drama'],
        sort: 'start-date',
      },
      3,
    ),
  )
  const whole = sentBy(
    community.browse({ ...emptyBrowse, kind: 'anime', season: 'fall', whole: true }, 1),
  )

  expect(paged).toEqual({
    year: '2014',
    season: 'winter',
    type: 'TV Short',
    status: 'Currently Airing',
    genres: 'Action,Comedy',
    genres_exclude: 'Drama',
    sort: 'start_date-desc',
    airing_data: 'true',
    page: '3',
  })
  expect(whole).toEqual({
    season: 'fall',
    sort: 'popularity-desc',
    airing_data: 'true',
    full_page: 'true',
  })
  expect(printed.sort()).toEqual([...new Set([...Object.keys(paged), 'full_page'])].sort())
})

describe('all at once', () => {
  const query = { ...emptyBrowse, kind: 'manga', whole: true } as const

  test('is asked for of a season or of what airs, not of everything', () => {
    expect(sentBy(community.browse(query, 1))).not.toHaveProperty('full_page')
    expect(sentBy(community.browse({ ...query, status: 'releasing' }, 1))).not.toHaveProperty(
      'full_page',
    )
    const airing = { ...query, kind: 'anime', status: 'releasing' } as const
    expect(sentBy(community.browse(airing, 1))).toMatchObject({ full_page: 'true' })
  })
})

test('values are sent as the document words them', () => {
  expect(sentBy(community.rateReview('manga', 3, 'down'))).toEqual({ id: '3', rating: '2' })
  expect(sentBy(community.rateReview('manga', 3, 'none'))['rating']).toBe('0')
  expect(
    sentBy(community.saveReview({ ...review, title: 'manga:8', private: true })),
  ).toMatchObject({
    manga_id: '8',
    private: '1',
    score: '0',
  })
  expect(sentBy(community.saveThread(thread))).toMatchObject({
    tags: '7,17',
    tags_anime: '5,7',
    tags_manga: '6',
  })
  expect(sentBy(community.postMessage(3, 'a'))).toEqual({ text: 'a', messenger_id: '3' })
})

test('only a comment that answers another names it', () => {
  expect(sentBy(community.saveComment({ ...comment, replyTo: null }))).toEqual({
    thread_id: '1',
    comment: 'words',
  })
})

test('forms travel as forms, and what is only asked has no body', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }

  expect(community.removeActivity(3)).toMatchObject({
    method: 'DELETE',
    headers: form,
    body: 'id=3',
  })
  expect(community.feed(2)).toMatchObject({ method: 'GET', path: 'user/activity?page=2' })
  expect(community.feed(2)).not.toHaveProperty('body')
})

test.each([
  ['a/b?c#d', 'a%2Fb%3Fc%23d'],
  ['Fate & Zero', 'Fate%20%26%20Zero'],
  ['..', '..%20'],
  ['.', '.%20'],
  ['ふ', '%E3%81%B5'],
])('what is looked for stays one part of the path: %s', (words, part) => {
  const { path } = community.search('anime', words, 1)

  expect(path).toBe(`anime/search/${part}`)
  expect(new URL(path, 'https://x.example/api/').pathname).toBe(`/api/anime/search/${part}`)
})

test.each(['', '  ', '\n'])('an empty text is refused before a request is spent: %j', (empty) => {
  const calls = [
    () => community.postStatus(empty),
    () => community.postReply(1, empty),
    () => community.saveThread({ ...thread, title: empty }),
    () => community.saveComment({ ...comment, text: empty }),
    () => community.searchUsers(empty, 1),
  ]

  for (const call of calls) {
    expect(failureFrom(call)).toMatchObject({ code: 'invalid-input', reason: 'text-empty' })
  }
})
