import { expect, test } from 'vitest'
import { createCatalogue } from '../../../src/sandbox/world/catalogue'
import type { EntryChange } from '../../../src/sandbox/world/entry'
import type { Series } from '../../../src/sandbox/world/series'
import type { ServiceId } from '../../../src/shared/service'
import {
  emptyLists,
  hear,
  putOnAir,
  putOnList,
  someAnime,
  startSignedIn,
} from '../../support/airing-app'
import { signIn } from '../../support/signed-in'

const hour = 3600_000
const wall = Date.UTC(2026, 0, 15, 12)
const startS = wall / 1000
const dayS = 24 * 3600
const weekS = 7 * dayS

type Lists = Partial<Record<ServiceId, readonly (readonly [Series, EntryChange])[]>>

/** Series a, b, c, …, put on air and on the lists of services by the test. */
async function start(arrange: (series: readonly Series[]) => Lists) {
  const catalogue = createCatalogue({ anime: 160, manga: 10, wall })
  const series = someAnime(catalogue, 40).filter(({ idMal }) => idMal !== null)
  const lists = Object.entries(arrange(series)) as [ServiceId, NonNullable<Lists[ServiceId]>][]
  const services = lists.map(([service]) => service)
  const [first = 'anilist', ...others] = services
  const settings = { syncMinutes: 0 }
  const one = await startSignedIn(first, { wall, catalogue, services, entries: 0, settings })
  for (const [service, entries] of lists) {
    emptyLists(one.sandbox, service)
    for (const [each, change] of entries) putOnList(one.sandbox, service, [each], change)
  }
  const accounts = [one.account]
  for (const service of others)
    accounts.push(await signIn(one.app, service, one.sandbox, one.clock))
  for (const { id } of accounts) await one.app.handlers['sync:now'](id, true)
  await one.clock.advance(hour)
  const open = async (nth: number) => {
    const id = accounts[nth]?.id ?? 0
    await one.app.handlers['settings:set']({ activeAccount: id })
    await one.clock.advance(1000)
    return id
  }
  return { ...one, app: one.app, accounts, open, state: () => one.app.handlers['airing:state']() }
}

/** Has aired so many weeks ago first, and weekly since; the next one comes in two days. */
const onAir = (series: Series | undefined, weeks: number, total: number | null = null) => {
  if (!series) throw new Error('an empty catalogue')
  putOnAir(series, startS + 2 * dayS - weeks * weekS, total)
  return series
}

/** All of it is over since long. */
function finished(series: Series | undefined, total: number) {
  if (!series) throw new Error('an empty catalogue')
  const broadcast = { firstAt: startS - 60 * weekS, total }
  return Object.assign(series, { broadcast, episodes: total, status: 'FINISHED' })
}

const watching = (progress: number) => ({ status: 'CURRENT', progress }) as const
const planned = { status: 'PLANNING', progress: 0 } as const

test('what is watched and long finished is ready to its last episode', async () => {
  const { state } = await start(([a, b]) => ({
    anilist: [
      [finished(a, 12), watching(3)],
      [onAir(b, 4), watching(3)],
    ],
  }))

  const { ready, titles } = await state()

  expect(titles.map(({ ready: count, next }) => [count, next])).toEqual([
    [9, 4],
    [1, 4],
  ])
  expect(ready).toBe(10)
})

test('nothing is ready of what is only planned, or seen to the end', async () => {
  const { state } = await start(([a, b]) => ({
    anilist: [
      [finished(a, 12), watching(12)],
      [onAir(b, 4), planned],
    ],
  }))

  expect(await state()).toMatchObject({ ready: 0, titles: [] })
})

test('of what is planned only the premiere is among what comes', async () => {
  const { state } = await start(([a, b, c]) => ({
    anilist: [
      [onAir(a, 4), planned],
      [onAir(b, 0), planned],
      [onAir(c, 2), watching(2)],
    ],
  }))

  const { upcoming } = await state()

  expect(upcoming.map(({ episode }) => episode).toSorted()).toEqual([1, 3])
})

test('a title counts as watched when one account watches it, whichever is open', async () => {
  const { state, open, accounts, app, clock, sandbox, ...one } = await start(([a]) => {
    const series = onAir(a, 4)
    return { anilist: [[series, planned]], anisearch: [[series, watching(3)]] }
  })
  const other = accounts[1]?.id ?? 0

  for (const nth of [0, 1]) {
    await open(nth)
    const { ready, titles, upcoming } = await state()
    expect(ready).toBe(1)
    expect(titles.map(({ ref }) => ref.accountId)).toEqual([other])
    expect(upcoming.map(({ ref, episode }) => [ref.accountId, episode])).toEqual([[other, 5]])
  }

  await open(0)
  const heard = hear({ ...one, app, clock, sandbox, accounts } as never)
  await clock.advance(48 * hour)
  expect(heard.map(({ toast }) => toast.kind === 'episode' && toast.ref.accountId)).toEqual([other])
  const [notice] = await app.handlers['airing:notices'](null)
  expect(notice?.title?.ref.accountId).toBe(other)
})
