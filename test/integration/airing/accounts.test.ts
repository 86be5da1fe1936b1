import { describe, expect, test } from 'vitest'
import { createCatalogue } from '../../../src/sandbox/world/catalogue'
import type { ServiceId } from '../../../src/shared/service'
import {
  countRequests,
  emptyLists,
  hear,
  putOnAir,
  putOnList,
  someAnime,
  startSignedIn,
} from '../../support/airing-app'
import { signIn } from '../../support/signed-in'

const hour = 3600_000
const day = 24 * hour
const wall = Date.UTC(2026, 0, 15, 12)
const startS = wall / 1000
/** Days are some thousand minutes, each looked at: long on a busy computer. */
const timeout = 60_000

/** One series that airs in a day and weekly from then on, on the lists of services. */
async function start(first: ServiceId, ...others: readonly ServiceId[]) {
  const catalogue = createCatalogue({ anime: 160, manga: 10, wall })
  const services = [...new Set<ServiceId>([first, ...others, 'anilist'])]
  const one = await startSignedIn(first, { wall, catalogue, services, entries: 0 })
  const series = someAnime(catalogue, 50).find(({ idMal }) => idMal !== null)
  if (!series) throw new Error('an empty catalogue')
  putOnAir(series, startS + day / 1000 - 3 * 7 * 24 * 3600)
  for (const service of [first, ...others]) {
    emptyLists(one.sandbox, service)
    putOnList(one.sandbox, service, [series], { status: 'CURRENT', progress: 3 })
  }
  const accounts = [one.account]
  for (const service of others) {
    accounts.push(await signIn(one.app, service, one.sandbox, one.clock))
  }
  for (const { id } of accounts) await one.app.handlers['sync:now'](id, true)
  await one.clock.advance(hour)
  return { ...one, app: one.app, series, accounts, heard: hear(one) }
}

const episodes = (heard: Awaited<ReturnType<typeof start>>['heard']) =>
  heard.map(({ toast }) => (toast.kind === 'episode' ? toast.episode : toast.kind))

describe('a title on the lists of several accounts', { timeout }, () => {
  test('is announced once', async () => {
    const { clock, heard } = await start('anilist', 'anilist-v1', 'anisearch')

    await clock.advance(day)

    expect(episodes(heard)).toEqual([4])
  })

  test('is spoken of as long as one of them watches it', async () => {
    const { app, clock, heard, accounts, series } = await start('anilist', 'anilist-v1')
    const dropped = { accountId: accounts[0]?.id ?? 0, title: `anime:${series.id}` } as const
    await app.handlers['library:edit'](dropped, { status: 'dropped' })
    await clock.advance(day)
    expect(episodes(heard)).toEqual([4])

    const other = { ...dropped, accountId: accounts[1]?.id ?? 0 }
    await app.handlers['library:edit'](other, { status: 'dropped' })
    await clock.advance(7 * day)

    expect(episodes(heard)).toEqual([4])
  })

  test('is muted on all of them', async () => {
    const { app, clock, heard, accounts, series } = await start('anilist', 'anisearch')
    app.airing.act({
      do: 'mute',
      ref: { accountId: accounts[0]?.id ?? 0, title: `anime:${series.id}` },
    })

    await clock.advance(day)

    expect(heard).toEqual([])
    const other = { accountId: accounts[1]?.id ?? 0, title: `anime:${series.idAnisearch}` } as const
    expect(await app.handlers['airing:title'](other)).toEqual({ muted: true, delay: null })
  })
})

describe('for an account at aniSearch', { timeout }, () => {
  test('AniList is asked without an account, by the number of MyAnimeList', async () => {
    const { sandbox, clock, heard, app, account } = await start('anisearch')
    const asked = sandbox.inspect.arrivals('anilist')
    expect(asked.map(({ route }) => route)).toContain('query Page.airingSchedules')
    expect(asked.length).toBeLessThanOrEqual(4)

    await clock.advance(day)

    expect(episodes(heard)).toEqual([4])
    const fromS = Math.floor(clock.wall() / 1000)
    const week = await app.handlers['airing:between'](account.id, fromS, fromS + 604_800, 'mine')
    expect(week.map(({ episode, estimated }) => [episode, estimated])).toEqual([[5, false]])
  })
})

describe('an account that is signed out', { timeout }, () => {
  test.each(['anilist', 'anilist-v1'] as const)(
    'at %s still hears of what its list watches',
    async (service) => {
      const { app, clock, heard, accounts } = await start(service)
      await app.handlers['accounts:sign-out'](accounts[0]?.id ?? 0)

      await clock.advance(22 * day)

      expect(episodes(heard)).toEqual([4, 5, 6, 7])
    },
  )

  test('does not keep the schedule from another one', async () => {
    const { app, clock, heard, accounts, sandbox } = await start('anilist', 'anisearch')
    await app.handlers['accounts:sign-out'](accounts[0]?.id ?? 0)
    const count = countRequests(sandbox, 'anilist')

    await clock.advance(22 * day)

    expect(episodes(heard)).toEqual([4, 5, 6, 7])
    expect(count(/airingSchedules/)).toBeGreaterThan(20)
  })
})

describe('at AniList v1', { timeout }, () => {
  test('episodes are known and announced', async () => {
    const { clock, heard, sandbox } = await start('anilist-v1')
    const count = countRequests(sandbox, 'anilist')

    await clock.advance(8 * day)

    expect(episodes(heard)).toEqual([4, 5])
    // What was announced is asked of AniList, once a day; broadcasts are not.
    expect(count(/airingSchedules/)).toBe(0)
    expect(count(/./)).toBeLessThanOrEqual(9)
  })
})

describe('an episode', { timeout }, () => {
  test('counts one more where its notification says so', async () => {
    const { app, clock, heard, accounts, series } = await start('anilist')
    await clock.advance(day)
    const [first] = heard
    if (first?.toast.kind !== 'episode') throw new Error('nothing was said')

    app.airing.act({ do: 'plus', ref: first.toast.ref, episode: first.toast.episode })
    await clock.advance(1000)

    const ref = { accountId: accounts[0]?.id ?? 0, title: `anime:${series.id}` } as const
    expect(first.toast.ref).toEqual(ref)
    const row = await app.handlers['library:row'](ref)
    expect(row?.entry.progress).toBe(4)
  })

  test('that was counted meanwhile is not counted again by its notification', async () => {
    const { app, clock, heard, accounts, series } = await start('anilist')
    await clock.advance(day)
    const [first] = heard
    if (first?.toast.kind !== 'episode') throw new Error('nothing was said')
    const ref = { accountId: accounts[0]?.id ?? 0, title: `anime:${series.id}` } as const
    await app.handlers['library:step'](ref, 1)

    app.airing.act({ do: 'plus', ref: first.toast.ref, episode: first.toast.episode })
    await clock.advance(1000)

    const row = await app.handlers['library:row'](ref)
    expect(row?.entry.progress).toBe(4)
  })

  test('that is moved is said to be moved, in the list of notifications', async () => {
    const { app, clock, heard, series } = await start('anilist')
    const firstAt = series.broadcast?.firstAt ?? 0
    series.broadcast = { firstAt: firstAt + 2 * 3600, total: null }

    await clock.advance(day)
    expect(heard).toEqual([])
    await clock.advance(2 * hour)

    expect(episodes(heard)).toEqual([4])
    const notices = await app.handlers['airing:notices'](null)
    expect(notices.map(({ kind, episode, way }) => [kind, episode, way])).toContainEqual([
      'moved',
      4,
      'list',
    ])
  })

  test('after the finale is never announced', async () => {
    const { clock, heard, series } = await start('anilist')
    series.broadcast = { firstAt: series.broadcast?.firstAt ?? 0, total: 4 }
    series.episodes = 4

    await clock.advance(9 * day)

    expect(episodes(heard)).toEqual([4])
  })

  test('comes later by the delay of its title', async () => {
    const { app, clock, heard, accounts, series } = await start('anilist')
    const ref = { accountId: accounts[0]?.id ?? 0, title: `anime:${series.id}` } as const
    await app.handlers['airing:set-title'](ref, { delay: 90 })

    await clock.advance(7 * day)

    expect(heard.map(({ at }) => at - wall)).toEqual([day + 1.5 * hour])
  })
})
