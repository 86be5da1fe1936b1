import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { isFault } from '../../../../src/sandbox/core/wire'
import { isMeaningful } from '../../../../src/sandbox/anisearch/user-agent'
import { catalogue, createAsk } from '../ask'

const agent = { 'user-agent': 'Tsuzuki/1.0 (+https://example.org)' }

describe("aniSearch's door", () => {
  it.each([
    ['Tsuzuki/0.1.0 (+https://example.org)', true],
    ['MyApp/1.0 (contact@example.com)', true],
    [undefined, false],
    ['', false],
    ['axios/1.0 (x)', false],
    ['node', false],
    ['Mozilla/5.0 (X11; Linux x86_64) Chrome/150', false],
    ['Tsuzuki/0.1.0', false],
  ])('opens to the User-Agent %s: %s', async (name, isOpen) => {
    expect(isMeaningful(name)).toBe(isOpen)
    const ask = createAsk()
    const headers = {
      authorization: `Bearer ${ask.sandbox.accounts.anisearch?.token}`,
      ...(name === undefined ? {} : { 'user-agent': name }),
    }
    const { status } = await ask.anisearch('GET', 'my/profile', null, headers)
    expect(status).toBe(isOpen ? 200 : 403)
  })

  it('is closed to tokens older than an hour', async () => {
    const ask = createAsk()
    await ask.clock.advance(3_599_000)
    expect((await ask.anisearch('GET', 'my/profile')).status).toBe(200)
    await ask.clock.advance(1000)
    expect((await ask.anisearch('GET', 'my/profile')).status).toBe(401)
    expect((await ask.anisearch('GET', 'my/profile', null, agent)).status).toBe(401)
  })

  it('counts reads with deletes, the profile, and writes apart', async () => {
    const ask = createAsk()
    for (let at = 0; at < 10; at++) await ask.anisearch('GET', 'my/anime/ratings')
    expect((await ask.anisearch('DELETE', 'my/anime/1/ratings')).status).toBe(429)
    expect((await ask.anisearch('GET', 'my/profile')).status).toBe(200)
    expect((await ask.anisearch('PUT', 'my/anime/1/ratings', { status: 'ongoing' })).status).toBe(
      404,
    )
  })

  it('lets 100 writes in within two minutes, and says when the next may come', async () => {
    const ask = createAsk()
    const put = () => ask.anisearch('PUT', 'my/anime/1/ratings', { status: 'ongoing' })
    await put()
    await ask.clock.advance(30_000)
    for (let at = 1; at < 100; at++) expect((await put()).status).toBe(404)
    const refused = await put()
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '90'])
    expect(refused.json.retry_after).toBe(90)
    await ask.clock.advance(90_000)
    expect((await put()).status).toBe(404)
  })

  it('lets ten writes in at once', async () => {
    const ask = createAsk({ latencyMs: () => 1000 })
    const answers = Array.from({ length: 11 }, () =>
      ask.anisearch('PUT', 'my/anime/1/ratings', { status: 'ongoing' }),
    )
    await ask.clock.advance(1000)
    const statuses = (await Promise.all(answers)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(1)
    expect(ask.sandbox.inspect.violations('anisearch').tooManyAtOnce).toBe(1)
  })
})

describe("aniSearch's profile", () => {
  it('counts with other words than the ratings', async () => {
    const ask = createAsk()
    const { json } = await ask.anisearch('GET', 'my/profile')
    const count = (type: 'anime' | 'manga', status: string) =>
      ask.sandbox.inspect.entries('anisearch', type).filter((entry) => entry.status === status)
        .length
    expect(json).toMatchObject({ id: ask.userId, name: 'mika' })
    expect(json.joined_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    expect(json.statistics.anime.watching).toBe(count('anime', 'CURRENT'))
    expect(json.statistics.manga.reading).toBe(count('manga', 'CURRENT'))
    expect(json.statistics.anime).not.toHaveProperty('not_interested')
  })
})

describe("aniSearch's database", () => {
  const bulk = (ask: ReturnType<typeof createAsk>, path: string, headers = agent) =>
    ask.anisearch('GET', path, null, headers)

  it('maps the numbers of MyAnimeList, once a day without a token', async () => {
    const ask = createAsk()
    const { json } = await bulk(ask, 'anime/associated?source=myanimelist_unique')
    const mapped = catalogue.of('anime').filter(({ idMal }) => idMal !== null)
    expect(Object.keys(json)).toHaveLength(mapped.length)
    expect(json[String(mapped[0]?.idMal)]).toEqual({ id: mapped[0]?.idAnisearch })
    const again = await bulk(ask, 'anime/associated?source=myanimelist_unique')
    expect([again.status, again.headers['retry-after']]).toEqual([429, String(24 * 3600)])
    const token = ask.sandbox.accounts.anisearch?.token
    const signed = { ...agent, authorization: `Bearer ${token}` }
    const arrays = await bulk(ask, 'anime/associated?source=myanimelist', signed)
    expect(arrays.json[String(mapped[0]?.idMal)]).toEqual([mapped[0]?.idAnisearch])
    await ask.clock.advance(3_600_000)
    expect((await bulk(ask, 'anime/associated?source=elsewhere', agent)).status).toBe(429)
  })

  it('tells titles, ratings, slugs and dubs', async () => {
    const ask = createAsk()
    const id = String(catalogue.of('anime')[0]?.idAnisearch)
    expect((await bulk(ask, 'anime/titles')).json[id]).toContain(catalogue.of('anime')[0]?.romaji)
    expect((await bulk(ask, 'anime/ratings')).json[id]).toHaveProperty('rating_count')
    expect((await bulk(ask, 'anime/slugs')).json[id]).toMatch(/^[a-z0-9-]+$/)
    expect((await bulk(ask, 'anime/dubs')).json[id]).toEqual(expect.any(Object))
  })

  it('packs its answers when asked', async () => {
    const ask = createAsk()
    const answer = await ask.handle({
      service: 'anisearch',
      method: 'GET',
      path: '/v1/manga/titles?gzip',
      headers: agent,
      body: '',
    })
    if (isFault(answer)) throw new Error(answer.fault)
    const unpacked: unknown = JSON.parse(gunzipSync(answer.body).toString())
    expect(Object.keys(Object(unpacked))).toHaveLength(catalogue.of('manga').length)
  })

  it('gives up to ten titles at a time, to those with a token', async () => {
    const ask = createAsk()
    const [a, b] = catalogue.of('anime').map(({ idAnisearch }) => idAnisearch)
    expect((await bulk(ask, `anime/${a}`)).status).toBe(403)
    const { json } = await ask.anisearch('GET', `anime/${a},${b}?lang=de`)
    expect(json.results.map(({ id }: { id: number }) => id)).toEqual([a, b])
    const range = await ask.anisearch('GET', `anime/${a}-${Number(a) + 30}`)
    expect(range.json.results).toHaveLength(10)
    expect((await ask.anisearch('GET', `anime/${a}/full`)).json.id).toBe(a)
  })
})
