import { describe, expect, it } from 'vitest'
import { createAsk, unlisted } from '../ask'

const viewer = '{ Viewer { id name mediaListOptions { scoreFormat } } }'

describe('AniList in the sandbox', () => {
  it('knows whose token it is', async () => {
    const { graph, userId } = createAsk()
    const { status, json } = await graph(viewer)
    expect(status).toBe(200)
    expect(json.data.Viewer).toMatchObject({
      id: userId,
      mediaListOptions: { scoreFormat: 'POINT_10_DECIMAL' },
    })
  })

  it('tells the limit and what is left of it on each answer', async () => {
    const { graph } = createAsk()
    await graph(viewer)
    const { headers } = await graph(viewer)
    expect(headers).toMatchObject({ 'x-ratelimit-limit': '30', 'x-ratelimit-remaining': '28' })
  })

  it('refuses the 31st request of a minute, and all others for a minute', async () => {
    const { graph, clock, sandbox } = createAsk()
    for (let at = 0; at < 30; at++) expect((await graph(viewer)).status).toBe(200)
    const refused = await graph(viewer)
    expect(refused.status).toBe(429)
    expect(refused.json).toEqual({
      data: null,
      errors: [{ message: 'Too Many Requests.', status: 429 }],
    })
    const now = Math.floor(clock.wall() / 1000)
    expect(refused.headers).toMatchObject({
      'retry-after': '60',
      'x-ratelimit-reset': String(now + 60),
      'x-ratelimit-remaining': '0',
    })
    await clock.advance(59_000)
    expect((await graph(viewer)).status).toBe(429)
    await clock.advance(1000)
    expect((await graph(viewer)).status).toBe(200)
    expect(sandbox.inspect.violations('anilist')).toEqual({
      overLimit: 1,
      insideRetryAfter: 1,
      tooManyAtOnce: 0,
    })
  })

  it('says 400 "Invalid token" to a dead token', async () => {
    const { graph, sandbox } = createAsk()
    expect(sandbox.control.expireTokens('anilist')).toBe(1)
    const { status, json } = await graph(viewer)
    expect(status).toBe(400)
    expect(json.errors[0]).toMatchObject({ message: 'Invalid token', status: 400 })
  })

  it('says it is disabled to a request with neither a token nor a Referer', async () => {
    const { graph } = createAsk()
    const genres = '{ GenreCollection }'
    const bare = await graph(genres, {}, {})
    expect(bare.status).toBe(403)
    expect(bare.json.errors[0].message).toContain('temporarily disabled')
    expect((await graph(genres, {}, { referer: 'https://example.org' })).status).toBe(200)
  })

  it('wants a user for what is only for users', async () => {
    const { graph } = createAsk()
    const { status, json } = await graph(viewer, {}, { referer: 'https://example.org' })
    expect([status, json.errors[0].message]).toEqual([401, 'Unauthorized.'])
  })

  it('names a field it does not have', async () => {
    const { graph } = createAsk()
    const { status, json } = await graph('{ Viewer { nmae } }')
    expect(status).toBe(400)
    expect(json.errors[0].message).toBe('Cannot query field "nmae" on type "User".')
    expect(json.data).toBeNull()
  })

  it('lets 25 full saves into one document and not 30', async () => {
    const { graph } = createAsk()
    const full =
      'id mediaId status score progress progressVolumes repeat priority private notes ' +
      'hiddenFromStatusLists customLists advancedScores startedAt { year month day } ' +
      'completedAt { year month day } updatedAt createdAt'
    const document = (count: number) =>
      `mutation { ${Array.from(
        { length: count },
        (_, at) => `a${at}: SaveMediaListEntry(mediaId: 700001, progress: ${at}) { ${full} }`,
      ).join('\n')} }`
    expect((await graph(document(25))).status).toBe(200)
    const refused = await graph(document(30))
    expect(refused.status).toBe(400)
    expect(refused.json.errors[0].message).toBe('Max query complexity should be 500 but got 510.')
  })

  it('counts what fragments ask for as often as they are used', async () => {
    const { graph } = createAsk()
    const fields = Array.from({ length: 60 }, (_, at) => `g${at}: genres`).join(' ')
    const uses = Array.from({ length: 9 }, (_, at) => `m${at}: Media(id: 700001) { ...All }`)
    const { json } = await graph(`{ ${uses.join(' ')} } fragment All on Media { ${fields} }`)
    expect(json.errors[0].message).toBe('Max query complexity should be 500 but got 540.')
  })

  it('fails all aliases of a question when one of them fails', async () => {
    const { graph } = createAsk()
    const { status, json } = await graph('{ a: Media(id: 700001) { id } b: Media(id: 1) { id } }')
    expect(status).toBe(404)
    expect(json.data).toEqual({ a: null, b: null })
    expect(json.errors[0]).toMatchObject({ message: 'Not Found.', status: 404 })
  })

  it('holds no title of the wrong type under a number', async () => {
    const { graph } = createAsk()
    expect((await graph('{ Media(id: 700001, type: MANGA) { id } }')).status).toBe(404)
  })

  it('does not know a title that was deleted, nor what stood on it', async () => {
    const ask = createAsk()
    const [entry] = ask.sandbox.inspect.entries('anilist')
    const id = entry?.mediaId ?? 0
    ask.sandbox.control.removeSeries('anilist', id)
    expect((await ask.graph(`{ Media(id: ${id}) { id } }`)).status).toBe(404)
    expect((await ask.graph(`mutation { SaveMediaListEntry(mediaId: ${id}) { id } }`)).status).toBe(
      404,
    )
    expect(ask.sandbox.inspect.entry('anilist', id)).toBeUndefined()
  })

  it('answers what is no question at all', async () => {
    const { handle, sandbox } = createAsk()
    const headers = { authorization: `Bearer ${sandbox.accounts.anilist?.token}` }
    for (const body of ['', '{', '[]', '{"query": 5}']) {
      const asked = { service: 'anilist', method: 'POST', path: '/', headers, body } as const
      expect(await handle(asked)).toMatchObject({ status: 400 })
    }
  })

  it('takes an entry for a title that was on no list', async () => {
    const ask = createAsk()
    const { id } = unlisted(ask, 'anilist')
    const { json } = await ask.graph(
      'mutation ($id: Int) { SaveMediaListEntry(mediaId: $id, status: PLANNING) { id mediaId } }',
      { id },
    )
    expect(json.data.SaveMediaListEntry.mediaId).toBe(id)
    expect(ask.sandbox.inspect.entry('anilist', id)).toMatchObject({ status: 'PLANNING', score: 0 })
  })
})
