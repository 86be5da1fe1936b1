import { describe, expect, test } from 'vitest'
import { createCatalogue } from '../../../src/sandbox/world/catalogue'
import type { Series } from '../../../src/sandbox/world/series'
import type { SeasonTitle } from '../../../src/shared/airing-season'
import type { ServiceId } from '../../../src/shared/service'
import type { Settings } from '../../../src/shared/settings'
import {
  countRequests,
  emptyLists,
  putOnAir,
  putOnList,
  startSignedIn,
} from '../../support/airing-app'

const hour = 3600_000
const wall = Date.UTC(2026, 0, 15, 12)
const startS = wall / 1000
const weekS = 7 * 24 * 3600
const winter = { year: 2026, season: 'winter' } as const

/** Two series that begin this winter, of which the second goes on from the first; and one of last summer. */
async function start(service: ServiceId, settings: Partial<Settings> = {}) {
  const catalogue = createCatalogue({ anime: 160, manga: 10, wall })
  const [first, next, old] = catalogue.of('anime')
  if (!first || !next || !old) throw new Error('an empty catalogue')
  for (const [series, day, begin] of [
    [first, 20260114, startS - 24 * 3600],
    [next, 20260112, startS - 3 * 24 * 3600],
    [old, 20250704, startS - 27 * weekS],
  ] as const) {
    putOnAir(series, begin)
    Object.assign(series, { start: day, adult: false, format: 'TV', popularity: 10_000 })
  }
  const services = [...new Set<ServiceId>([service, 'anilist'])]
  const given = { syncMinutes: 0, ...settings }
  const one = await startSignedIn(service, {
    wall,
    catalogue,
    services,
    entries: 0,
    settings: given,
  })
  emptyLists(one.sandbox, service)
  await one.app.handlers['sync:now'](one.account.id, true)
  await one.clock.advance(hour)

  /** Lets time pass until the answer has come, or a failure. */
  async function settled<T>(asked: T | Promise<T>): Promise<T> {
    let isSettled = false
    const settle = () => void (isSettled = true)
    void Promise.resolve(asked).then(settle, settle)
    await one.clock.advanceUntil(() => isSettled, hour)
    return asked
  }

  return {
    ...one,
    app: one.app,
    first,
    next,
    old,
    season: (of: { year: number; season: 'winter' | 'spring' | 'summer' | 'fall' } = winter) =>
      settled(one.app.handlers['airing:season'](one.account.id, of, 0)),
    week: () =>
      settled(one.app.handlers['airing:between'](one.account.id, startS, startS + weekS, 'season')),
  }
}

const among = (titles: readonly SeasonTitle[], { id }: Series) =>
  titles.find(({ ref }) => ref.title === `anime:${id}`)

describe('a season', () => {
  test('has what begins in it, and nothing of another one', async () => {
    const { season, first, next, old } = await start('anilist')

    const { titles } = await season()
    const summer = await season({ year: 2025, season: 'summer' })

    expect([first, next, old].map((series) => among(titles, series) !== undefined)).toEqual([
      true,
      true,
      false,
    ])
    expect(among(summer.titles, old)).toBeDefined()
  })

  test('tells what is new, what is on the list, and what goes on from something finished', async () => {
    const { season, first, next, sandbox, app, account, clock } = await start('anilist')
    const before = (await season()).titles
    expect(among(before, first)).toMatchObject({ isNew: true, entry: null })
    expect(among(before, next)).toMatchObject({ isNew: false, isSequelOfMine: false })

    putOnList(sandbox, 'anilist', [first], { status: 'COMPLETED', progress: 12 })
    await app.handlers['sync:now'](account.id, true)
    await clock.advance(hour)

    const after = (await season()).titles
    expect(among(after, first)?.entry).toMatchObject({ status: 'completed' })
    expect(among(after, next)).toMatchObject({ isSequelOfMine: true, entry: null })
  })

  test('leaves out what is for adults where that is hidden, and says how many', async () => {
    const { season, first, app } = await start('anilist')
    Object.assign(first, { adult: true })

    const { titles, hidden } = await season()
    expect(among(titles, first)).toBeUndefined()
    expect(hidden).toBeGreaterThanOrEqual(1)
    await app.handlers['settings:set']({ showAdult: true })

    expect(among((await season()).titles, first)).toBeDefined()
  })

  test('is asked for once in twelve hours, and shown as it was when nobody answers', async () => {
    const { season, sandbox, clock, first } = await start('anilist')
    const { askedAt } = await season()
    const count = countRequests(sandbox, 'anilist')
    await season()
    expect(count(/Page\.media/)).toBe(0)

    await clock.advance(13 * hour)
    await sandbox.control.setOnline(false)
    const later = await season()

    expect(later.askedAt).toBe(askedAt)
    expect(among(later.titles, first)).toBeDefined()
  })
})

describe('the week of a season', () => {
  test.each(['anilist', 'anilist-v1'] as const)(
    'has what airs in it, on the list or not, at %s',
    async (service) => {
      const { week, first, next, sandbox, app, account, clock } = await start(service)
      putOnList(sandbox, service, [first], { status: 'CURRENT', progress: 1 })
      await app.handlers['sync:now'](account.id, true)
      await clock.advance(hour)

      const found = (await week()).filter(({ ref }) =>
        [first, next].some(({ id }) => ref.title === `anime:${id}`),
      )

      expect(found.map(({ episode, status }) => [episode, status])).toEqual([
        [2, null],
        [2, 'current'],
      ])
    },
  )
})
