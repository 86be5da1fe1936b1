import { describe, expect, test } from 'vitest'
import { emptyBrowse } from '../../../../src/shared/community/browse'
import { mediaFormats } from '../../../../src/shared/media'
import { checkBaseUrl } from '../../../../src/main/http/base-url'
import { TransportError } from '../../../../src/main/http/transport'
import { createAnilist } from '../../../../src/main/providers/anilist/anilist'
import { createAnilistV1 } from '../../../../src/main/providers/anilist-v1/anilist-v1'
import { createAnilistV1OAuth } from '../../../../src/main/providers/anilist-v1/oauth'
import { readRepositoryFile, repositoryFiles } from '../../../support/repository'
import { sentBy, valueOf } from './calls'
import { sample } from './document-samples'
import { allCalls, failedWith } from './traps'
import { answerOf, clock, failureFrom } from './support'

// The traps of the document of AniList API v1, by their numbers: 21 to 40. Each of these tests fails
// when what it names is no longer taken care of.

const provider = createAnilistV1({ clock })
const { community } = provider
const oauth = createAnilistV1OAuth({ clock })

function series(raw: object, kind: 'anime' | 'manga' = 'anime') {
  return valueOf(community.series(`${kind}:5`), { id: 5, ...raw }).media
}

describe('F1', () => {
  test('21: fuzzy dates are called texts and come as numbers with zeros', () => {
    expect(series({ start_date_fuzzy: 20170700, end_date_fuzzy: '20170915' })).toMatchObject({
      startDate: 20170700,
      endDate: 20170915,
    })
    expect(series({ start_date_fuzzy: null }).startDate).toBeNull()
  })

  test('22: a season lacks its century, and as a number also the zero before it', () => {
    const years = [164, 92, 994, 501, 494].map((season) => series({ season }).seasonYear)

    expect(years).toEqual([2016, 2009, 1999, 1950, 2049])
    expect(series({ season: 92 }).season).toBe('spring')
    expect(series({ season: 631, start_date_fuzzy: 19630101 }).seasonYear).toBe(1963)
    expect(series({ season: 511, start_date_fuzzy: 20510101 }).seasonYear).toBe(2051)
  })

  test('23: the average score is a number here and a text there', () => {
    expect(series({ average_score: 67.8 }).averageScore).toBe(68)
    expect(series({ average_score: '79.3' }).averageScore).toBe(79)
  })

  test('24: a total of 0 is unknown, and so is one that is missing', () => {
    for (const total of [0, '0', null, undefined]) {
      const { episodes } = series({ total_episodes: total })
      const manga = series({ total_chapters: total, total_volumes: total }, 'manga')
      expect([episodes, manga.chapters, manga.volumes]).toEqual([null, null, null])
    }
  })

  test('25: a missing title is filled with the romaji one, so an equal one is none', () => {
    const { titles } = series({
      title_romaji: 'Mushishi',
      title_english: 'Mushishi',
      title_japanese: 'Mushishi',
    })

    expect(titles).toEqual({ romaji: 'Mushishi', english: null, native: null })
  })

  test('26: favourite, follow and subscription are toggles: writes, with a state to read first', () => {
    const targets = [
      { type: 'favourite', of: 'anime', id: 5 },
      { type: 'favourite', of: 'character', id: 5 },
      { type: 'favourite', of: 'actor', id: 5 },
      { type: 'follow', id: 5 },
      { type: 'subscription', id: 5 },
    ] as const

    for (const target of targets) {
      expect(community.toggle(target, true)).toMatchObject({ effect: 'write', method: 'POST' })
      expect(community.toggleState(target, 1).effect).toBe('read')
    }
    const state = community.toggleState(targets[1], 1)
    expect(state.parse(answerOf({ character: [{ id: 5 }] }))).toBe(true)
    expect(state.parse(answerOf({ character: [] }))).toBe(false)
  })

  test('a toggle whose answer is lost, or that fails, is not sent again by itself', async () => {
    const toggle = community.toggle({ type: 'follow', id: 5 }, true)

    for (const [end, code] of [
      [new TransportError('lost', 'reset'), 'outcome-unknown'],
      [answerOf('', 502), 'bad-answer'],
    ] as const)
      expect(await failedWith(provider, toggle, end)).toMatchObject({ sent: 1, failure: { code } })
  })

  test('27: headings of the forum mislead, the paths are right', () => {
    const comment = { id: null, threadId: 1, replyTo: null, text: 'a' }

    expect(community.toggle({ type: 'subscription', id: 3 }, true)).toMatchObject({
      path: 'forum/comment/subscribe',
      body: 'thread_id=3',
    })
    expect(community.saveComment(comment).path).toBe('forum/comment')
    expect(community.removeComment(4)).toMatchObject({ method: 'DELETE', path: 'forum/comment/4' })
    expect(community.threads({ type: 'subscribed' }, 1).path).toBe('forum/subscribed?page=1')
  })

  test('28: some removals carry a form, others name it in the path', () => {
    const owner = { userId: 1 } as never

    expect(community.removeActivity(3)).toMatchObject({ path: 'user/activity', body: 'id=3' })
    expect(community.removeReview('anime', 3)).toMatchObject({ path: 'anime/review', body: 'id=3' })
    for (const [call, path] of [
      [provider.remove(owner, 'manga:3', 9), 'mangalist/3'],
      [community.removeThread(3), 'forum/thread/3'],
      [community.removeComment(3), 'forum/comment/3'],
    ] as const) {
      expect(call.path).toBe(path)
      expect(call).not.toHaveProperty('body')
    }
  })

  test('29: a removal answers with an empty body', () => {
    const removals = allCalls(provider).filter(({ method }) => method === 'DELETE')

    expect(removals.length).toBeGreaterThan(5)
    for (const call of removals) expect(call.parse(answerOf(''))).toBeUndefined()
  })

  test('30: a search without a hit is an error object of any status', () => {
    const none = { error: { messages: ['No Results.'] } }

    for (const status of [200, 404]) {
      expect(provider.failureOf(answerOf(none, status))).toBeNull()
      const { value } = community.search('anime', 'a', 1).parse(answerOf(none, status))
      expect(value.items).toEqual([])
    }
  })

  test('31: the page of a person is that of staff, whatever stands beside it', () => {
    expect(community.staffPage(7, 1).path).toBe('staff/7/page')
    expect(community.staff(7, 'actor').path).toBe('actor/7')
    expect(community.seriesPage('manga:7').path).toBe('manga/7/page')
  })

  test('32: tags of threads hold a title in a list of one, with numbers that fit nothing', () => {
    const { feed } = sample('anilist-v1/forum.json')
    const [thread] = valueOf(community.threads({ type: 'new' }, 1), feed).items

    expect(thread).toMatchObject({
      id: 61,
      sticky: true,
      media: [{ key: 'anime:18897', averageScore: 79 }],
    })
    const alone = { id: 1, locked: null, tags_manga: [{ id: 2, thread_id: 9, manga: { id: 5 } }] }
    expect(valueOf(community.thread(1, 1), alone).thread).toMatchObject({
      locked: false,
      media: [{ key: 'manga:5' }],
    })
  })

  test('33: ratings of a review are counted under two names, privacy is 0 or 1', () => {
    const read = (raw: object) => valueOf(community.review('anime', 1), { id: 1, ...raw })

    expect(read({ rating_amount: 3 }).ratedAll).toBe(3)
    expect(read({ ratings_amount: 4 }).ratedAll).toBe(4)
    expect([read({ private: 1 }).private, read({ private: 0 }).private]).toEqual([true, false])
    const draft = { id: null, title: 'anime:1', text: 'x'.repeat(2_000), score: 1 } as const
    const saved = community.saveReview({ ...draft, summary: 'y'.repeat(20), private: true })
    expect(sentBy(saved)['private']).toBe('1')
  })

  test('34: pictures lie at several hosts under http; they are asked for by https, strangers not', () => {
    const pictureOf = (address: string) => {
      const { pictures } = community
        .user(1)
        .parse(answerOf({ id: 1, display_name: 'a', image_url_med: address }))
      return pictures[0]?.url ?? null
    }

    expect(pictureOf('http://img.anilist.co/u/1.png')).toBe('https://img.anilist.co/u/1.png')
    expect(pictureOf('http://anilist.co/img/1.png')).toBe('https://anilist.co/img/1.png')
    expect(pictureOf('http://cdn.anilist.co/img/1.png')).toBe('https://cdn.anilist.co/img/1.png')
    expect(pictureOf('http://i.imgur.com/ZHAUS4K.jpg')).toBeNull()
  })

  test('35: the address to write to differs from its link; people are sent to that of today', () => {
    const pages = repositoryFiles().filter((path) => /^(docs|src|README)/.test(path))
    const texts = pages.filter((path) => /\.(md|ts|vue)$/.test(path)).map(readRepositoryFile)

    expect(readRepositoryFile('docs/services.md')).toMatch(/contact@anilist\.co\b(?!m)/)
    expect(texts.filter((text) => /@(anilist|mail)\.com\b/.test(text))).toEqual([])
    expect(texts.filter((text) => /joshstar\s*(@|\[a-t\])/i.test(text))).toEqual([])
  })

  test('36: plain http is not redirected, so only this machine is spoken to without https', () => {
    expect(checkBaseUrl(provider.defaultBaseUrl).protocol).toBe('https:')
    expect(failureFrom(() => checkBaseUrl('http://anilist.co/api/')).code).toBe('invalid-input')
    expect(checkBaseUrl('http://127.0.0.1:4010/api/').hostname).toBe('127.0.0.1')
  })

  test('37: times without a zone are those of Japan', () => {
    const { createdAt } = valueOf(community.review('anime', 1), {
      id: 1,
      date: '2014-05-03 14:44:15',
    })

    expect(createdAt).toBe(Date.parse('2014-05-03T05:44:15Z') / 1000)
  })

  test('38: types have numbers and names; names are sent, and Doujin, Manhua, Manhwa are types', () => {
    const typeOf = (format: (typeof mediaFormats)[number]) =>
      sentBy(community.browse({ ...emptyBrowse, kind: 'manga', format }, 1))['type']

    expect(mediaFormats.filter((format) => format !== 'unknown').map(typeOf)).toEqual([
      ...['TV', 'TV Short', 'Movie', 'Special', 'OVA', 'ONA', 'Music', 'Manga', 'Novel'],
      ...['One Shot', 'Doujin', 'Manhua', 'Manhwa'],
    ])
    expect(series({ type: 'Manhwa' }, 'manga').format).toBe('manhwa')
  })

  test('39: when a token ends is a number, or a text of one', () => {
    const at = new URL('https://anilist.co/api/auth/')
    const call = oauth.clientCredentials(at, { id: '1', secret: 's' })
    const endsAt = (expires: unknown) =>
      call.parse(answerOf({ access_token: 'a', token_type: 'bearer', ...(expires as object) }))
        .expiresAt

    expect(endsAt({ expires_in: '3600' })).toBe(endsAt({ expires_in: 3600 }))
    expect(endsAt({ expires: '1895000000' })).toBe(1_895_000_000_000)
    expect(endsAt({ expires: 1_895_000_000 })).toBe(1_895_000_000_000)
  })

  test('40: no limit is printed; that of AniList of today holds, each call counts', () => {
    expect(provider.buckets['api']).toEqual(createAnilist({ clock }).buckets['api'])
    expect(provider.buckets['api']?.windows).toEqual([{ max: 30, ms: 60_000 }])
    expect(provider.limitNews(answerOf({}, 200, { 'x-ratelimit-limit': '90' }))?.limit).toBe(90)
    expect(new Set(allCalls(provider).map(({ bucket }) => bucket))).toEqual(new Set(['api']))
  })
})
