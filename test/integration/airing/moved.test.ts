import { describe, expect, test } from 'vitest'
import { createCatalogue } from '../../../src/sandbox/world/catalogue'
import type { Series } from '../../../src/sandbox/world/series'
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

const hour = 3600_000
const wall = Date.UTC(2026, 0, 15, 12)
const startS = wall / 1000
const weekS = 7 * 24 * 3600
/** Days are some thousand minutes, each looked at: long on a busy computer. */
const timeout = 60_000

/** A list with one series whose fourth episode airs after so many hours; the list was read an hour ago. */
async function start(service: ServiceId, inHours: number, syncMinutes = 0) {
  const catalogue = createCatalogue({ anime: 160, manga: 10, wall })
  const services = [...new Set<ServiceId>([service, 'anilist', 'anisearch'])]
  const settings = { syncMinutes }
  const one = await startSignedIn(service, { wall, catalogue, services, entries: 0, settings })
  const [series, other] = someAnime(catalogue, 80).filter(({ idMal }) => idMal !== null)
  if (!series || !other) throw new Error('an empty catalogue')
  putOnAir(series, startS + inHours * 3600 - 3 * weekS)
  emptyLists(one.sandbox, service)
  putOnList(one.sandbox, service, [series], { status: 'CURRENT', progress: 3 })
  await one.app.handlers['sync:now'](one.account.id, true)
  await one.clock.advance(hour)
  return { ...one, app: one.app, series, other, heard: hear(one) }
}

function moveBy(series: Series, hours: number) {
  const firstAt = series.broadcast?.firstAt ?? 0
  series.broadcast = { firstAt: firstAt + hours * 3600, total: null }
}

const hoursOf = (heard: Awaited<ReturnType<typeof start>>['heard']) =>
  heard.map(({ at, toast }) => [
    (at - wall) / hour,
    toast.kind === 'episode' ? toast.episode : toast.kind,
  ])

describe('an episode that is moved hours before it airs', { timeout }, () => {
  test('is noticed shortly before, though the answer of the day is young', async () => {
    const { clock, heard, series, app } = await start('anilist', 6)
    moveBy(series, 24)

    await clock.advance(31 * hour)

    expect(hoursOf(heard)).toEqual([[30, 4]])
    const notices = await app.handlers['airing:notices'](null)
    expect(notices.map(({ kind, episode }) => [kind, episode])).toContainEqual(['moved', 4])
  })

  test('is noticed when the list is read in between', async () => {
    const { clock, heard, series, app, account, sandbox } = await start('anilist', 12)
    moveBy(series, -5)
    await app.handlers['sync:now'](account.id, true)
    const count = countRequests(sandbox, 'anilist')

    await clock.advance(7 * hour)

    expect(hoursOf(heard)).toEqual([[7, 4]])
    expect(count(/airingSchedules/)).toBeLessThanOrEqual(1)
  })
})

describe('what a list said long ago', { timeout }, () => {
  /** At AniList v1 only looking at a season tells next episodes, and what it told stays as it was. */
  async function lookedAtSeason() {
    const one = await start('anilist-v1', 48)
    one.series.start = 20260108
    const { clock, app, account, series } = one
    let titles: readonly { ref: { title: string } }[] | undefined
    const season = app.handlers['airing:season'](account.id, { year: 2026, season: 'winter' }, 0)
    void Promise.resolve(season).then((part) => (titles = part.titles))
    await clock.advanceUntil(() => titles !== undefined, hour)
    expect(titles?.map(({ ref }) => ref.title)).toContain(`anime:${series.id}`)
    moveBy(series, 6)
    await clock.advance(25 * hour)
    return one
  }

  async function fourthAt({
    app,
    account,
  }: Pick<Awaited<ReturnType<typeof start>>, 'app' | 'account'>) {
    const week = await app.handlers['airing:between'](account.id, startS, startS + weekS, 'mine')
    return week.flatMap(({ episode, airingAt }) =>
      episode === 4 && airingAt !== null ? [(airingAt - startS) / 3600] : [],
    )
  }

  test('does not lead a later answer back when the title is touched or the machine wakes', async () => {
    const one = await lookedAtSeason()
    const ref = { accountId: one.account.id, title: `anime:${one.series.id}` } as const

    await one.app.handlers['library:edit'](ref, { notes: 'good' })
    await one.clock.advance(hour)
    expect(await fourthAt(one)).toEqual([54])
    one.app.resumed()
    await one.clock.advance(hour)

    expect(await fourthAt(one)).toEqual([54])
    await one.clock.advance(27 * hour)
    expect(hoursOf(one.heard)).toEqual([[54, 4]])
  })

  test('does not after a restart', async () => {
    const one = await lookedAtSeason()

    const app = await one.restart()
    await one.clock.advance(hour)

    expect(await fourthAt({ ...one, app })).toEqual([54])
  })
})

describe('a title that comes onto a list after the answer of the day', { timeout }, () => {
  test('is asked about soon, where the list itself does not tell', async () => {
    const one = await start('anilist-v1', 48)
    putOnAir(one.other, startS + 5 * 3600 - 3 * weekS)
    putOnList(one.sandbox, 'anilist-v1', [one.other], { status: 'CURRENT', progress: 3 })

    await one.app.handlers['sync:now'](one.account.id, true)
    await one.clock.advance(6 * hour)

    expect(hoursOf(one.heard)).toEqual([[5, 4]])
  })
})
