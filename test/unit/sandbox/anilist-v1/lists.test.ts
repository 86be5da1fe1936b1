import { describe, expect, it } from 'vitest'
import { createAsk, unlisted } from '../ask'

type Ask = ReturnType<typeof createAsk>

/** A title of the main user's list. */
function listed(ask: Ask, type: 'anime' | 'manga' = 'anime') {
  const [entry] = ask.sandbox.inspect.entries('anilist-v1', type)
  if (!entry) throw new Error('The list is empty.')
  return entry
}

describe('a list of AniList v1', () => {
  it('is the user with lists by status, keyed otherwise than the records say', async () => {
    const ask = createAsk({ entries: { anime: 120, manga: 0 }, behaviour: { nullSeries: false } })
    const { json } = await ask.v1('GET', `user/${ask.userId}/animelist`)
    expect(json).toMatchObject({ id: ask.userId, display_name: 'mika', score_type: 4 })
    expect(Object.keys(json.lists).sort()).toEqual([
      'completed',
      'dropped',
      'on_hold',
      'plan_to_watch',
      'watching',
    ])
    expect(json.lists.plan_to_watch[0].list_status).toBe('plan to watch')
    expect(json.lists.on_hold[0].list_status).toBe('on-hold')
    expect(json.lists.watching[0].anime.title_romaji).toEqual(expect.any(String))
  })

  it('is found by name as well as by number', async () => {
    const ask = createAsk()
    expect((await ask.v1('GET', 'user/MIKA/mangalist')).json.id).toBe(ask.userId)
    expect((await ask.v1('GET', 'user/nobody/mangalist')).status).toBe(404)
  })

  it('is an empty array when it is empty', async () => {
    const ask = createAsk({ entries: { anime: 0, manga: 0 } })
    const { json } = await ask.v1('GET', `user/${ask.userId}/animelist`)
    expect([json.lists, json.custom_lists]).toEqual([[], []])
  })

  it('leaves out the status that has no entries', async () => {
    const ask = createAsk({ entries: { anime: 1, manga: 0 } })
    const { json } = await ask.v1('GET', `user/${ask.userId}/animelist`)
    expect(Object.keys(json.lists)).toHaveLength(1)
  })

  it('has custom lists under the number of their slot', async () => {
    const ask = createAsk({ behaviour: { nullSeries: false } })
    const { mediaId } = listed(ask)
    await ask.v1('PUT', 'animelist', { id: String(mediaId), custom_lists: '0,0,1,0,0' })
    const { json } = await ask.v1('GET', `user/${ask.userId}/animelist`)
    expect(json.custom_list_anime).toEqual(['', 'Fall Anime', 'Comfort', '', 'With friends'])
    const record = json.custom_lists['2'].find(
      ({ series_id }: { series_id: number }) => series_id === mediaId,
    )
    expect(record.custom_lists).toEqual([null, 0, 1, null, 0])
  })

  it('shows hidden records in custom lists only', async () => {
    const ask = createAsk()
    const { mediaId } = listed(ask)
    const fields = { id: String(mediaId), custom_lists: '0,1,0,0,0', hidden_default: '1' }
    await ask.v1('PUT', 'animelist', fields)
    const { json } = await ask.v1('GET', `user/${ask.userId}/animelist`)
    const ids = (records: { series_id: number }[]) => records.map(({ series_id }) => series_id)
    const lists: { series_id: number }[][] = Object.values(json.lists)
    expect(lists.flatMap(ids)).not.toContain(mediaId)
    expect(ids(json.custom_lists['1'])).toContain(mediaId)
  })

  it('lacks the title of some records, and of all in raw form', async () => {
    const ask = createAsk({ entries: { anime: 150, manga: 0 } })
    const records = async (path: string) => {
      const { json } = await ask.v1('GET', `user/${ask.userId}/${path}`)
      const lists: Record<string, unknown>[][] = Object.values(json.lists)
      return lists.flat()
    }
    const whole = await records('animelist')
    expect(whole.filter(({ anime }) => anime === null).length).toBeGreaterThan(0)
    expect(whole.filter(({ anime }) => anime !== null).length).toBeGreaterThan(100)
    expect((await records('animelist/raw')).some((record) => 'anime' in record)).toBe(false)
  })

  it('tells times as in Japan and misspells the priority', async () => {
    const ask = createAsk()
    const { mediaId } = listed(ask)
    const { json } = await ask.v1('PUT', 'animelist', { id: String(mediaId), notes: 'x' })
    expect(json.updated_time).toBe('2026-01-15T21:00:00+09:00')
    expect(json).toHaveProperty('priorty')
    expect(json).not.toHaveProperty('priority')
  })
})

describe('writing to AniList v1', () => {
  it('takes every field of the document, and answers with the record', async () => {
    const ask = createAsk()
    const { id } = unlisted(ask, 'anilist-v1', 'manga')
    const { status, json } = await ask.v1('POST', 'mangalist', {
      id: String(id),
      list_status: 'reading',
      score_raw: '74',
      volumes_read: '2',
      chapters_read: '15',
      reread: '1',
      notes: 'a & b',
      advanced_rating_scores: '10,20,30,40,50',
      custom_lists: '1,0,0,0,0',
      hidden_default: '0',
    })
    expect(status).toBe(200)
    expect(json).toMatchObject({
      series_id: id,
      list_status: 'reading',
      score: 7.4,
      score_raw: 74,
      volumes_read: 2,
      chapters_read: 15,
      reread: 1,
      notes: 'a & b',
      advanced_rating_scores: [10, 20, 30, 40, 50],
      custom_lists: [1, null, 0, null, null],
    })
  })

  it('leaves alone what was not sent', async () => {
    const ask = createAsk()
    const before = listed(ask)
    await ask.v1('PUT', 'animelist', { id: String(before.mediaId), episodes_watched: '1' })
    const after = ask.sandbox.inspect.entry('anilist-v1', before.mediaId)
    expect(after).toEqual({ ...before, progress: 1, updatedAt: after?.updatedAt })
  })

  it.each([
    ['POINT_10', '7', 70, 7],
    ['POINT_100', '77', 77, 77],
    ['POINT_5', '4', 70, 4],
    ['POINT_3', ':(', 35, ':|'],
    ['POINT_3', ':)', 85, ':)'],
    ['POINT_3', '', 0, '-'],
    ['POINT_10_DECIMAL', '7.7', 77, 7.7],
  ] as const)('in %s stores "%s" as %i and shows %s', async (scoreFormat, score, raw, shown) => {
    const ask = createAsk({ scoreFormat })
    const { mediaId } = listed(ask)
    const { json } = await ask.v1('PUT', 'animelist', { id: String(mediaId), score })
    expect([json.score_raw, json.score]).toEqual([raw, shown])
  })

  it.each([
    [{ list_status: 'on_hold' }],
    [{ list_status: 'reading' }],
    [{ score_raw: '101' }],
    [{ score: 'good' }],
    [{ episodes_watched: '-1' }],
    [{ episodes_watched: 'many' }],
  ])('refuses %j', async (fields) => {
    const ask = createAsk()
    const before = listed(ask)
    const { status, json } = await ask.v1('PUT', 'animelist', {
      id: String(before.mediaId),
      ...fields,
    })
    expect([status, json.error.messages.length]).toEqual([400, 1])
    expect(ask.sandbox.inspect.entry('anilist-v1', before.mediaId)).toEqual(before)
  })

  it('does not know titles of the other type', async () => {
    const ask = createAsk()
    const { mediaId } = listed(ask, 'manga')
    expect((await ask.v1('PUT', 'animelist', { id: String(mediaId) })).status).toBe(404)
  })

  it('deletes with an answer that has no body', async () => {
    const ask = createAsk()
    const { mediaId } = listed(ask)
    const { status, text } = await ask.v1('DELETE', `animelist/${mediaId}`)
    expect([status, text]).toEqual([200, ''])
    expect((await ask.v1('DELETE', `animelist/${mediaId}`)).status).toBe(404)
  })
})

describe("AniList v1's door", () => {
  it('is closed without a living token', async () => {
    const ask = createAsk()
    expect((await ask.v1('GET', 'user', {}, null)).status).toBe(401)
    await ask.clock.advance(3_600_000)
    const { status, json } = await ask.v1('GET', 'user')
    expect([status, json.error]).toEqual([401, 'access_denied'])
  })

  it('takes a token in the query too', async () => {
    const ask = createAsk()
    const access_token = ask.sandbox.accounts['anilist-v1']?.token ?? ''
    expect((await ask.v1('GET', 'user', { access_token }, null)).status).toBe(200)
  })

  it('counts like its successor', async () => {
    const ask = createAsk()
    for (let at = 0; at < 30; at++) await ask.v1('GET', 'user')
    const { status, headers } = await ask.v1('GET', 'user')
    expect([status, headers['retry-after']]).toEqual([429, '60'])
  })

  it('keeps a client without a user from what belongs to users', async () => {
    const ask = createAsk()
    const { clientId, clientSecret } = ask.sandbox.accounts['anilist-v1'] ?? {}
    const { json } = await ask.v1(
      'POST',
      'auth/access_token',
      {
        grant_type: 'client_credentials',
        client_id: clientId ?? '',
        client_secret: clientSecret ?? '',
      },
      null,
    )
    const token = String(json.access_token)
    expect((await ask.v1('GET', `user/${ask.userId}/animelist`, {}, token)).status).toBe(200)
    for (const path of [
      'user',
      'user/airing',
      'user/notifications',
      `user/${ask.userId}/followers`,
    ]) {
      expect((await ask.v1('GET', path, {}, token)).status).toBe(401)
    }
    expect((await ask.v1('POST', 'animelist', { id: '700001' }, token)).status).toBe(401)
  })
})
