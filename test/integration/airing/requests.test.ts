import { describe, expect, test } from 'vitest'
import { createCatalogue } from '../../../src/sandbox/world/catalogue'
import type { ServiceId } from '../../../src/shared/service'
import {
  countRequests,
  emptyLists,
  putOnAir,
  putOnList,
  someAnime,
  startSignedIn,
} from '../../support/airing-app'

const hour = 3600_000
const day = 24 * hour
const weekS = 7 * 24 * 3600
const start = Date.UTC(2026, 0, 15, 12)

/** So many weekly broadcasts, some minutes apart, that an account watches. */
async function startWatching(service: ServiceId, count: number) {
  const catalogue = createCatalogue({ anime: 320, manga: 10, wall: start })
  const services: ServiceId[] = service === 'anilist' ? [service] : [service, 'anilist']
  const one = await startSignedIn(service, {
    catalogue,
    services,
    entries: 0,
    settings: { syncMinutes: 0 },
  })
  const titles = someAnime(catalogue, count)
  expect(titles).toHaveLength(count)
  const startS = Math.floor(one.clock.wall() / 1000)
  titles.forEach((series, at) => putOnAir(series, startS - 3 * weekS + at * 3000))
  emptyLists(one.sandbox, service)
  putOnList(one.sandbox, service, titles, { status: 'CURRENT', progress: 1 })
  await one.app.handlers['sync:now'](one.account.id, true)
  await one.clock.advance(hour)
  return { ...one, titles }
}

/** Two days are some thousand minutes, each looked at: long on a busy computer. */
const timeout = 60_000

describe('200 watched titles that air', { timeout }, () => {
  test('cost at most four requests a day at AniList', async () => {
    const { sandbox, clock } = await startWatching('anilist', 200)
    const count = countRequests(sandbox, 'anilist')

    await clock.advance(2 * day)

    expect(count(/./)).toBeLessThanOrEqual(8)
    expect(count(/airingSchedules/)).toBeGreaterThanOrEqual(2)
    expect(sandbox.inspect.violations('anilist')).toEqual({
      overLimit: 0,
      insideRetryAfter: 0,
      tooManyAtOnce: 0,
    })
  })

  test('cost at most four requests a day at AniList v1', async () => {
    const { sandbox, clock } = await startWatching('anilist-v1', 200)
    const count = countRequests(sandbox, 'anilist-v1')

    await clock.advance(2 * day)

    expect(count(/./)).toBeLessThanOrEqual(8)
    expect(count(/browse/)).toBeGreaterThanOrEqual(2)
    expect(count(/user\/airing/)).toBeGreaterThanOrEqual(2)
  })

  test('cost at most four requests a day at AniList for an account at aniSearch', async () => {
    const { sandbox, clock } = await startWatching('anisearch', 200)
    // What the titles are called took four, and these told their numbers at AniList as well.
    const first = sandbox.inspect.arrivals('anilist').map(({ route }) => route)
    expect(first.filter((route) => route === 'query Page.media')).toHaveLength(4)
    expect(first).toHaveLength(5)
    const count = countRequests(sandbox, 'anilist')

    await clock.advance(2 * day)

    expect(count(/./)).toBeLessThanOrEqual(8)
    expect(count(/airingSchedules/)).toBeGreaterThanOrEqual(2)
  })
})

describe('a list whose episodes lie apart', { timeout }, () => {
  test.each([3, 12, 40])(
    'of %i titles costs at most four requests in any 24 hours',
    async (count) => {
      const catalogue = createCatalogue({ anime: 320, manga: 10, wall: start })
      const settings = { syncMinutes: 0 }
      const one = await startSignedIn('anilist', { catalogue, entries: 0, settings })
      emptyLists(one.sandbox, 'anilist')
      const titles = someAnime(catalogue, count)
      const startS = Math.floor(one.clock.wall() / 1000)
      // Over two days, so that on some of them there are more than can be asked about.
      titles.forEach((series, at) =>
        putOnAir(series, startS - 3 * weekS + 7200 + Math.floor((at * 2 * 86_400) / count)),
      )
      putOnList(one.sandbox, 'anilist', titles, { status: 'CURRENT', progress: 1 })
      await one.app.handlers['sync:now'](one.account.id, true)
      await one.clock.advance(hour / 2)
      const before = one.sandbox.inspect.arrivals('anilist').length

      await one.clock.advance(4 * day)

      const arrivals = one.sandbox.inspect.arrivals('anilist').slice(before)
      const times = arrivals.map(({ wall }) => wall)
      expect(times.length).toBeGreaterThanOrEqual(8)
      for (const from of times) {
        expect(times.filter((at) => at >= from && at < from + day).length).toBeLessThanOrEqual(4)
      }
    },
  )
})
