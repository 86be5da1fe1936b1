import { describe, expect, test } from 'vitest'
import { createAnilistV1 } from '../../../../../../src/main/providers/anilist-v1/anilist-v1'
import { valueOf } from '../../calls'
import { sample } from '../../document-samples'
import { answerOf, clock, failureFrom } from '../../support'

const { community } = createAnilistV1({ clock })
const users = sample('anilist-v1/user.json')
const people = sample('anilist-v1/people.json')
const forum = sample('anilist-v1/forum.json')

/** Unix s of a time as the document prints it, which is Japan's. */
function japan(text: string) {
  return Date.parse(`${text.replace(' ', 'T')}+09:00`) / 1000
}

describe('the samples of the document are read to the letter', () => {
  test('the user', () => {
    const found = community.user(1).parse(answerOf(users['user']))

    expect(found.value).toEqual({
      id: 1,
      name: 'Josh',
      hasPicture: true,
      hasBanner: false,
      about: (users['user'] as { about: string }).about,
      following: false,
      followsMe: null,
      listSort: 'score',
      scoreFormat: 'point-10-decimal',
      titleLanguage: 'romaji',
      adult: true,
      minutesWatched: 54_067,
      chaptersRead: 587,
      statistics: null,
      unread: 0,
      createdAt: null,
    })
    expect(found.pictures).toEqual([
      {
        key: 'user-1',
        url: 'https://img.anilist.co/user/sml/1.png',
        urlLarge: 'https://img.anilist.co/user/reg/1.png',
        bannerUrl: null,
      },
    ])
  })

  test('the small user', () => {
    const { items } = valueOf(community.followers(1, 1), [users['small user']])

    expect(items).toEqual([{ id: 1, name: 'Josh', hasPicture: true }])
  })

  test('the character', () => {
    expect(valueOf(community.character(1), people['character'])).toMatchObject({
      id: 1,
      name: { full: 'Spike Spiegel', native: null, alternatives: [] },
      description: "Height: 6'11…",
      hasPicture: true,
      favourite: null,
    })
  })

  test('the small character, with its role in a title', () => {
    const { cast } = valueOf(community.seriesPeople('anime:1', 'characters', 1), {
      characters: [{ ...(people['small character'] as object), actor: [people['small staff']] }],
    })

    expect(cast.items).toMatchObject([
      {
        character: { id: 1, name: { full: 'Spike Spiegel' } },
        role: 'main',
        actors: [
          { id: 14, work: 'actor', name: { full: 'Megumi Hayashibara' }, language: 'Japanese' },
        ],
      },
    ])
  })

  test('the staff, born on a day that is one number', () => {
    expect(valueOf(community.staff(1, 'staff'), people['staff'])).toMatchObject({
      id: 1,
      work: 'staff',
      name: { full: 'Tomokazu Seki', native: null },
      language: 'Japanese',
      description: (people['staff'] as { info: string }).info,
      birthday: 19720908,
      website: 'https://www.atomicmonkey.jp/jp/amprofile/seki.html',
      hasPicture: true,
    })
  })

  test('the small staff', () => {
    const found = valueOf(community.searchStaff('megumi', 1, 'staff'), [people['small staff']])

    expect(found.items).toMatchObject([{ id: 14, work: 'staff', language: 'Japanese' }])
  })

  test('the studio', () => {
    expect(community.studio(1).parse(answerOf(people['studio']))).toMatchObject({
      id: 1,
      name: 'Studio Pierrot',
      website: 'https://en.wikipedia.org/wiki/Pierrot_(company)',
    })
  })

  test('the review', () => {
    const { review } = sample('anilist-v1/reviews.json')

    expect(valueOf(community.review('anime', 435), review)).toMatchObject({
      id: 435,
      kind: 'anime',
      createdAt: japan('2014-05-03 14:44:15'),
      ratedUp: 2,
      ratedAll: 2,
      summary: 'Review Summary',
      private: false,
      vote: 'up',
      text: 'Review text, it was good.',
      score: 94,
      media: null,
      user: null,
    })
  })

  test('the figures of a title', () => {
    const parts = sample('anilist-v1/series-parts.json')
    const { statuses, scores } = valueOf(community.series('anime:1'), {
      id: 1,
      ...(parts['list stats'] as object),
      ...(parts['score distribution'] as object),
    })

    expect(statuses).toEqual([
      { status: 'completed', amount: 326 },
      { status: 'paused', amount: 2071 },
      { status: 'dropped', amount: 2158 },
      { status: 'planned', amount: 446 },
      { status: 'current', amount: 5758 },
    ])
    expect(scores.map(({ score }) => score)).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100])
    expect(scores.map(({ amount }) => amount)).toEqual([
      111, 65, 145, 229, 421, 642, 1193, 1396, 1191, 1016,
    ])
  })

  test('the table of the series model', () => {
    const { trailer, hashtag, favourite, media } = valueOf(
      community.series('anime:1'),
      sample('anilist-v1/series.json'),
    )

    expect({ trailer, hashtag, favourite }).toEqual({
      trailer: { site: 'youtube', id: 'JKFfTMvNSg' },
      hashtag: '#shingeki',
      favourite: true,
    })
    expect(media.titles.english).toBe('Prison School')
  })
})

describe('the samples of the forum', () => {
  test('the feed, its head included', () => {
    const body = { ...(forum['feed head'] as object), ...(forum['feed'] as object) }
    const page = valueOf(community.threads({ type: 'recent' }, 1), body)

    expect(page).toMatchObject({ hasNext: true, total: 56 })
    expect(page.items).toMatchObject([
      {
        id: 61,
        title: 'Example Thread',
        sticky: true,
        locked: false,
        tags: [{ id: 7, name: 'General' }],
        media: [{ key: 'anime:18897', averageScore: 79 }],
        user: { id: 1, name: 'Josh' },
        lastUser: { id: 1 },
        replyCount: 1,
        viewCount: 19,
        repliedAt: japan('2014-10-20 09:31:57'),
      },
    ])
  })

  test('the thread, with its page of comments', () => {
    const body = { ...(forum['thread'] as object), ...(forum['comments'] as object) }
    const { thread, text, comments } = valueOf(community.thread(1, 1), body)

    expect(thread).toMatchObject({
      id: 1,
      title: '[Spoilers] Anime! (Episode 1 Discussion)',
      sticky: false,
      locked: false,
      subscribed: false,
      replyCount: 2,
      viewCount: 61,
      createdAt: japan('2014-10-07 10:23:21'),
      repliedAt: japan('2014-10-07 10:29:22'),
      tags: [{ id: 3, name: 'Light Novels' }],
      media: [{ key: 'anime:30', episodes: 26, averageScore: 82, status: 'finished' }],
    })
    expect(text).toBe(
      'Lorem ipsum dolor sit amet, consectetur adipiscing elit. Sed quis posuere urna.',
    )
    expect(comments).toMatchObject({ hasNext: true, total: 11 })
    expect(comments.items.map(({ id, parentId, depth }) => [id, parentId, depth])).toEqual([
      [139, null, 0],
      [142, 139, 1],
      [143, null, 0],
    ])
    expect(comments.items[1]).toMatchObject({
      text: 'child comment 1',
      user: { id: 1, name: 'Josh', hasPicture: true },
      createdAt: japan('2014-10-26 23:52:39'),
      updatedAt: japan('2014-10-26 23:53:06'),
    })
  })
})

test('what a sample is about must be there', () => {
  for (const call of [community.user(1), community.character(1), community.thread(1, 1)]) {
    expect(failureFrom(() => call.parse(answerOf({ title: 'x' }))).code).toBe('bad-answer')
  }
})
