import { describe, expect, test } from 'vitest'
import { createCatalogue } from '../../../src/sandbox/world/catalogue'
import type { Settings } from '../../../src/shared/settings'
import {
  emptyLists,
  hear,
  putOnAir,
  putOnList,
  someAnime,
  startSignedIn,
} from '../../support/airing-app'

const zone = 'Europe/Berlin'
/** In the night from Saturday to Sunday, at two o'clock, clocks are set to three. */
const wall = Date.parse('2026-03-26T12:00:00Z')
const weekS = 7 * 24 * 3600
/** Days are some thousand minutes, each looked at: long on a busy computer. */
const timeout = 60_000

/** First broadcasts around the change, with the place in Berlin's week that each belongs to. */
const broadcasts = [
  ['2026-03-28T22:30:00Z', 'Sat 28 23:30'],
  ['2026-03-28T23:30:00Z', 'Sun 29 00:30'],
  ['2026-03-29T00:59:00Z', 'Sun 29 01:59'],
  ['2026-03-29T01:00:00Z', 'Sun 29 03:00'],
  ['2026-03-29T21:59:00Z', 'Sun 29 23:59'],
  ['2026-03-29T22:00:00Z', 'Mon 30 00:00'],
] as const

async function start(settings: Partial<Settings> = {}) {
  const catalogue = createCatalogue({ anime: 160, manga: 10, wall })
  const edges = { timeZone: () => zone }
  const given = { syncMinutes: 0, ...settings }
  const one = await startSignedIn('anilist', {
    wall,
    catalogue,
    entries: 0,
    settings: given,
    edges,
  })
  const series = someAnime(catalogue, broadcasts.length)
  emptyLists(one.sandbox, 'anilist')
  for (const [nth, [first]] of broadcasts.entries()) {
    const each = series[nth]
    if (!each) throw new Error('an empty catalogue')
    putOnAir(each, Date.parse(first) / 1000 - weekS)
    putOnList(one.sandbox, 'anilist', [each], { status: 'CURRENT', progress: 1 })
  }
  await one.app.handlers['sync:now'](one.account.id, true)
  await one.clock.advance(3600_000)
  return { ...one, app: one.app, heard: hear(one) }
}

/** What a clock on a wall in Berlin shows, by the system of this test and not by our own. */
function local(ms: number): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(ms)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('weekday')} ${part('day')} ${part('hour')}:${part('minute')}`
}

describe('where clocks are set forward', { timeout }, () => {
  test('the week is told whole, from one midnight of the zone to another', async () => {
    const { app, account } = await start()
    // 167 hours: the day of the change has 23.
    const [from, until] = ['2026-03-25T23:00:00Z', '2026-04-01T22:00:00Z'].map(
      (iso) => Date.parse(iso) / 1000,
    )

    const week = await app.handlers['airing:between'](account.id, from ?? 0, until ?? 0, 'mine')

    expect(week.map(({ airingAt }) => local((airingAt ?? 0) * 1000))).toEqual(
      broadcasts.map(([, place]) => place),
    )
  })

  test('each is announced when it airs, and once', async () => {
    const { clock, heard } = await start()

    await clock.advance(5 * 24 * 3600_000)

    expect(heard.map(({ at }) => local(at))).toEqual(broadcasts.map(([, place]) => place))
  })

  test('quiet hours end, and the digest of the day comes, by the clock of the zone on both days', async () => {
    const quiet = await start({ quietHours: true, quietFrom: 22 * 60, quietTo: 8 * 60 })
    await quiet.clock.advance(5 * 24 * 3600_000)
    expect(quiet.heard.map(({ at }) => local(at))).toEqual(['Sun 29 08:00', 'Mon 30 08:00'])

    const daily = await start({ dailyDigest: true, dailyDigestAt: 18 * 60 })
    await daily.clock.advance(5 * 24 * 3600_000)
    expect(daily.heard.map(({ at }) => local(at))).toEqual(['Sun 29 18:00', 'Mon 30 18:00'])
  })
})
