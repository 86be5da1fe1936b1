import { describe, expect, test } from 'vitest'
import { emptyBrowse } from '../../../../src/shared/community/browse'
import { createAnilistV1 } from '../../../../src/main/providers/anilist-v1/anilist-v1'
import { createAnilistV1OAuth } from '../../../../src/main/providers/anilist-v1/oauth'
import { readList } from '../../../../src/main/providers/anilist-v1/lists'
import { entryForm } from '../../../../src/main/providers/anilist-v1/writes'
import { sentBy, valueOf } from './calls'
import { allCalls, answeredWith, requestOf } from './traps'
import { answerOf, clock, failureFrom, ownerWith, webPage, writeOf } from './support'

// The traps of the document of AniList API v1, by their numbers: 1 to 20. Each of these tests fails
// when what it names is no longer taken care of.

const provider = createAnilistV1({ clock })
const { community } = provider
const oauth = createAnilistV1OAuth({ clock })
const owner = ownerWith({
  customLists: { anime: ['', 'Fall', 'Summer', ''], manga: [] },
  advancedScores: { anime: ['Story', 'Visuals'], manga: [] },
})

/** The entry of a list with one record. */
function read(record: object, more: object = {}, as = owner) {
  const body = { lists: { watching: [{ record_id: 1, series_id: 5, ...record }] }, ...more }
  return readList(body, 'anime', as)[0]!.entry
}

describe('F1', () => {
  test('1: the service exists no more, so a web page or a redirect is "retired"', () => {
    const page = { code: 'bad-answer', reason: 'retired' }

    expect(provider.failureOf(answerOf(webPage))).toMatchObject(page)
    expect(provider.failureOf(answerOf(webPage, 404))).toMatchObject(page)
    expect(provider.failureOf(answerOf('', 301))).toMatchObject(page)
  })

  test('2: samples are no JSON and cut in lines; the status is "plan to watch" in one piece', () => {
    const planned = (title: 'anime:5' | 'manga:5') =>
      entryForm(owner, writeOf(title, { status: 'planned' }))['list_status']

    expect([planned('anime:5'), planned('manga:5')]).toEqual(['plan to watch', 'plan to read'])
  })

  test('3: faces are misprinted; they are :( and :| and :)', () => {
    const faces = ownerWith({ scoreFormat: 'point-3', scoreTable: 'anilist-v1' })
    const scores = [':(', ':|', ':)', '('].map((score) => read({ score }, {}, faces).score)

    expect(scores).toEqual([30, 60, 85, null])
  })

  test('4: no score is "-", "", null or 0, and is written as 0', () => {
    for (const none of ['-', '', null, 0, '0']) {
      expect(read({ score: none }).score).toBeNull()
      expect(read({ score_raw: none }).score).toBeNull()
    }
    expect(entryForm(owner, writeOf('anime:5', { score: null }))['score_raw']).toBe(0)
  })

  test('5: a score is a number, a decimal or a text; score_raw counts, and alone is sent', () => {
    const decimal = ownerWith({ scoreFormat: 'point-10-decimal' })

    expect(read({ score: '7.5' }, {}, decimal).score).toBe(75)
    expect(read({ score: 7.5 }, {}, decimal).score).toBe(75)
    expect(read({ score: 7.5, score_raw: 74 }, {}, decimal).score).toBe(74)
    expect(entryForm(decimal, writeOf('anime:5', { score: 74 }))).toMatchObject({ score_raw: 74 })
    expect(entryForm(decimal, writeOf('anime:5', { score: 74 }))).not.toHaveProperty('score')
  })

  test('6: how a shown score becomes a raw one is not told; stars are 10, 30, 50, 70, 90', () => {
    const stars = ownerWith({ scoreFormat: 'point-5' })
    const ten = ownerWith({ scoreFormat: 'point-10' })

    expect([1, 2, 3, 4, 5].map((score) => read({ score }, {}, stars).score)).toEqual([
      10, 30, 50, 70, 90,
    ])
    expect(read({ score: 8 }, {}, ten).score).toBe(80)
  })

  test('7: a status is spelt in three ways', () => {
    for (const word of ['on-hold', 'on_hold', 'On Hold']) {
      expect(read({ list_status: word }).status).toBe('paused')
    }
    const byKey = { lists: { plan_to_watch: [{ series_id: 5 }] } }
    expect(readList(byKey, 'anime', owner)[0]!.entry.status).toBe('planned')
    const figures = { id: 1, list_stats: { on_hold: 3, plan_to_watch: 4 } }
    expect(valueOf(community.series('anime:1'), figures).statuses).toEqual([
      { status: 'paused', amount: 3 },
      { status: 'planned', amount: 4 },
    ])
  })

  test('8: there is no status for repeating, only a counter', () => {
    expect(provider.capabilities.statuses).not.toContain('repeating')
    expect(
      failureFrom(() => entryForm(owner, writeOf('anime:5', { status: 'repeating' }))),
    ).toMatchObject({ code: 'invalid-input', reason: 'status-not-stored' })
    expect(read({ rewatched: 2 }).repeats).toBe(2)
    expect(entryForm(owner, writeOf('anime:5', { repeats: 3 }))).toMatchObject({ rewatched: 3 })
  })

  test('9: the record of a list is not printed; it is read as it was seen', () => {
    const record = {
      list_status: 'watching',
      score_raw: 70,
      episodes_watched: 3,
      chapters_read: 9,
      private: 1,
      hidden_default: 0,
      notes: null,
      started_on: '2017/01/02',
      finished_on: null,
      updated_time: '2017-01-20T13:06:28+09:00',
    }

    expect(read(record)).toMatchObject({
      title: 'anime:5',
      entryId: 1,
      status: 'current',
      score: 70,
      progress: 3,
      private: true,
      hidden: false,
      notes: '',
      startedAt: 20170102,
      completedAt: null,
      updatedAt: Date.parse('2017-01-20T04:06:28Z') / 1000,
    })
  })

  test('10: priority was misspelt for years, and cannot be written', () => {
    expect(read({ priorty: 2 }).priority).toBe(2)
    expect(read({ priority: 3, priorty: 2 }).priority).toBe(3)
    expect(provider.capabilities.writable).not.toContain('priority')
    const form = entryForm(owner, writeOf('anime:5', { priority: 2 }))
    expect(JSON.stringify(form)).not.toMatch(/prior/)
  })

  test('11: custom lists and advanced scores are told by place, empty slots included', () => {
    const custom = { custom_lists: { 1: [{ record_id: 1, series_id: 5 }] } }
    const scores = { advanced_rating_scores: [80, 70] }

    expect(read({ custom_lists: [null, 0, 1, 0] }).customLists).toEqual(['Summer'])
    expect(read({}, custom).customLists).toEqual(['Fall'])
    expect(read(scores).advancedScores).toEqual({ Story: 80, Visuals: 70 })
    const patch = { customLists: ['Summer'], advancedScores: { Visuals: 60 } }
    expect(entryForm(owner, writeOf('anime:5', patch))).toMatchObject({
      custom_lists: '0,0,1,0',
      advanced_rating_scores: '0,60',
    })
  })

  test('12: a renewal may come without a refresh token, and then the old one still holds', () => {
    const at = new URL('https://anilist.co/api/auth/')
    const call = oauth.refresh!(at, { id: '1', secret: 's' }, 'old')
    const renewed = {
      access_token: 'new',
      token_type: 'bearer',
      expires: 1_414_233_512,
      expires_in: 3600,
    }

    expect(call.parse(answerOf(renewed))).toMatchObject({ accessToken: 'new', refreshToken: null })
    expect(call.parse(answerOf({ ...renewed, refresh_token: 'r2' })).refreshToken).toBe('r2')
  })

  test('13: the page wants a grant_type, and "pin" as response_type', () => {
    const at = new URL('https://anilist.co/api/auth/')
    const asked = { clientId: '1', redirectUri: 'http://127.0.0.1:1/', state: 's', challenge: '' }
    const fieldsOf = (way: 'browser' | 'pin') =>
      Object.fromEntries(new URL(oauth.authorizeUrl(at, { way, ...asked })).searchParams)

    expect(fieldsOf('browser')).toMatchObject({
      grant_type: 'authorization_code',
      response_type: 'code',
    })
    expect(fieldsOf('pin')).toEqual({
      grant_type: 'authorization_pin',
      client_id: '1',
      response_type: 'pin',
    })
  })

  test('14: what is called Url Params on a POST travels as a form', () => {
    const writes = allCalls(provider).filter(({ method, body }) => method !== 'GET' && body)

    expect(writes.length).toBeGreaterThan(15)
    for (const { headers, path } of writes) {
      expect(headers?.['content-type']).toBe('application/x-www-form-urlencoded')
      expect(path).not.toContain('?')
    }
  })

  test('15: a token travels as a bearer, never in an address or a form', async () => {
    for (const call of allCalls(provider)) {
      const said = `${call.path} ${call.body ?? ''} ${JSON.stringify(call.headers)}`
      expect(said).not.toMatch(/token/i)
      expect(call).not.toHaveProperty('anonymous')
    }
    const { url, headers } = await requestOf(provider, community.feed(1), 'the-token')
    expect(headers['authorization']).toBe('Bearer the-token')
    expect(url).toBe('http://127.0.0.1:1/user/activity?page=1')
  })

  test('16: the count of notifications may be kept from sign-ins by pin, and a 401 is a dead token first', async () => {
    const call = community.unreadCount()
    const ended = await answeredWith(provider, call, ['new'])
    const byPin = await answeredWith(provider, call, [])

    expect(ended).toEqual({ value: 3, sent: ['old', 'new'], renewals: 1 })
    expect(byPin).toEqual({ value: null, sent: ['old', 'new'], renewals: 1 })
    expect(provider.failureOf(answerOf({ error: 'access_denied' }, 401))?.code).toBe('signed-out')
  })

  test('17: a name of digits may be taken for a number, so users are asked for by number', () => {
    const josh = { id: 123, display_name: 'Josh' }

    expect(provider.listPage({ ...owner, userId: 7, userName: '123' }, 'anime', 1, null).path).toBe(
      'user/7/animelist',
    )
    expect(community.followers(7, 1).path).toBe('user/7/followers')
    expect(failureFrom(() => community.userNamed('123').parse(answerOf(josh))).code).toBe('gone')
  })

  test('18: times of episodes are Unix seconds by episode, in no order, or an empty list', () => {
    const call = community.airingsOf('anime:5')

    expect(call.parse(answerOf('{"10":2000,"2":1000}'))).toEqual([
      { title: 'anime:5', episode: 2, airingAt: 1000 },
      { title: 'anime:5', episode: 10, airingAt: 2000 },
    ])
    expect(call.parse(answerOf('[]'))).toEqual([])
  })

  test('19: the table knows airing_stats, but what comes while browsing is airing', () => {
    const airing = { time: '2017-01-20T13:06:28+09:00', countdown: 5, next_episode: 3 }
    const call = community.browse({ ...emptyBrowse, kind: 'anime' }, 1)

    expect(valueOf(call, [{ id: 1, airing_stats: [], airing }]).items[0]?.nextEpisode).toEqual({
      episode: 3,
      airingAt: Date.parse('2017-01-20T04:06:28Z') / 1000,
    })
    expect(valueOf(call, [{ id: 1 }]).items[0]?.nextEpisode).toBeNull()
  })

  test('20: states are lower case in models and capitalised in queries', () => {
    const call = community.browse({ ...emptyBrowse, kind: 'anime', status: 'releasing' }, 1)
    const rows = [
      { id: 1, airing_status: 'currently airing' },
      { id: 2, airing_status: 'Currently Airing' },
    ]

    expect(sentBy(call)['status']).toBe('Currently Airing')
    expect(valueOf(call, rows).items.map(({ status }) => status)).toEqual([
      'releasing',
      'releasing',
    ])
  })
})
