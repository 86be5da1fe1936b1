import { describe, expect, test } from 'vitest'
import { createCatalogue } from '../../../src/sandbox/world/catalogue'
import type { Series } from '../../../src/sandbox/world/series'
import type { ServiceId } from '../../../src/shared/service'
import type { Settings } from '../../../src/shared/settings'
import {
  countRequests,
  emptyLists,
  hear,
  putOnAir,
  putOnList,
  startSignedIn,
} from '../../support/airing-app'

const hour = 3600_000
const day = 24 * hour
const wall = Date.UTC(2026, 0, 15, 12)
/** Days are some thousand minutes, each looked at: long on a busy computer. */
const timeout = 60_000

interface Given {
  readonly settings?: Partial<Settings>
  /** Something is watched as well, so that broadcasts are asked about. */
  readonly watches?: boolean
}

/** A list on which the first of each pair is completed; the second follows it, but is not announced yet. */
async function start(service: ServiceId, pairs: number, { settings, watches }: Given = {}) {
  const catalogue = createCatalogue({ anime: 160, manga: 10, wall })
  const services = [...new Set<ServiceId>([service, 'anilist'])]
  const one = await startSignedIn(service, {
    wall,
    catalogue,
    services,
    entries: 0,
    settings: { syncMinutes: 0, ...settings },
  })
  const anime = catalogue.of('anime')
  // In the catalogue the second of four follows the first (sandbox/world/relations.ts).
  const found = Array.from({ length: pairs }, (_, nth) => [anime[nth * 4], anime[nth * 4 + 1]])
  const couples = found.flatMap(([first, next]) => (first && next ? [{ first, next }] : []))
  expect(couples).toHaveLength(pairs)
  for (const { first, next } of couples) {
    Object.assign(first, { adult: false, broadcast: null, status: 'FINISHED' })
    Object.assign(next, { adult: false, broadcast: null, status: 'FINISHED', start: null })
  }
  emptyLists(one.sandbox, service)
  const firsts = couples.map(({ first }) => first)
  putOnList(one.sandbox, service, firsts, { status: 'COMPLETED', progress: 12 })
  const other = anime[40]
  if (watches && other) {
    putOnAir(other, wall / 1000 + 6 * 86_400)
    putOnList(one.sandbox, service, [other], { status: 'CURRENT', progress: 0 })
  }
  await one.app.handlers['sync:now'](one.account.id, true)
  await one.clock.advance(hour)
  return { ...one, app: one.app, couples, heard: hear(one) }
}

type Started = Awaited<ReturnType<typeof start>>

function announce(series: Series | undefined) {
  Object.assign(series ?? {}, { status: 'NOT_YET_RELEASED' })
}

const told = ({ heard }: Pick<Started, 'heard'>) =>
  heard.map(({ toast }) =>
    toast.kind === 'digest' ? `digest ${toast.lines.length}` : `${toast.kind} ${toast.name}`,
  )

describe('a sequel of something completed', { timeout }, () => {
  test.each([true, false])(
    'is told once when it is announced (others watched: %s)',
    async (watches) => {
      const one = await start('anilist', 1, { watches })
      announce(one.couples[0]?.next)

      await one.clock.advance(2 * day)
      const name = `sequel ${one.couples[0]?.next.romaji}`
      expect(told(one)).toEqual([name])
      const app = await one.restart()
      const again = hear({ ...one, app })
      await one.clock.advance(3 * day)

      expect(again).toEqual([])
      const notices = await app.handlers['airing:notices'](null)
      expect(notices.map(({ kind, way }) => [kind, way])).toEqual([['sequel', 'toast']])
    },
  )

  test('that was announced before the list was read for the first time is old news', async () => {
    const catalogue = createCatalogue({ anime: 160, manga: 10, wall })
    const [first, next] = catalogue.of('anime')
    Object.assign(first ?? {}, { adult: false, broadcast: null, status: 'FINISHED' })
    Object.assign(next ?? {}, { adult: false, broadcast: null })
    announce(next)
    const one = await startSignedIn('anilist', { wall, catalogue, entries: 0 })
    emptyLists(one.sandbox, 'anilist')
    if (first) putOnList(one.sandbox, 'anilist', [first], { status: 'COMPLETED', progress: 12 })
    await one.app.handlers['sync:now'](one.account.id, true)
    const heard = hear(one)

    await one.clock.advance(3 * day)

    expect(told({ heard })).toEqual([])
  })

  test('is not told when it is on the list already, nor when what it follows is not completed', async () => {
    const one = await start('anilist', 2, { watches: true })
    const [a, b] = one.couples
    if (!a || !b) throw new Error('no couples')
    putOnList(one.sandbox, 'anilist', [a.next], { status: 'PLANNING', progress: 0 })
    putOnList(one.sandbox, 'anilist', [b.first], { status: 'DROPPED', progress: 3 })
    await one.app.handlers['sync:now'](one.account.id, true)
    announce(a.next)
    announce(b.next)

    await one.clock.advance(2 * day)

    expect(told(one)).toEqual([])
  })

  test('for adults is not spoken of while such titles are hidden, nor brought up later', async () => {
    const one = await start('anilist', 1, { watches: true })
    Object.assign(one.couples[0]?.next ?? {}, { adult: true })
    announce(one.couples[0]?.next)

    await one.clock.advance(2 * day)
    expect(told(one)).toEqual([])
    await one.app.handlers['settings:set']({ showAdult: true })
    await one.clock.advance(2 * day)

    expect(told(one)).toEqual([])
    expect(await one.app.handlers['airing:notices'](null)).toEqual([])
  })

  test('for adults is told where such titles are shown', async () => {
    const one = await start('anilist', 1, { settings: { showAdult: true } })
    Object.assign(one.couples[0]?.next ?? {}, { adult: true })
    announce(one.couples[0]?.next)

    await one.clock.advance(2 * day)

    expect(told(one)).toEqual([`sequel ${one.couples[0]?.next.romaji}`])
  })

  test('is not told when that is switched off', async () => {
    const one = await start('anilist', 1, { settings: { notifySequels: false }, watches: true })
    announce(one.couples[0]?.next)

    await one.clock.advance(2 * day)

    expect(told(one)).toEqual([])
  })

  test('is a line of a digest when there are many at once', async () => {
    const one = await start('anilist', 5)
    for (const { next } of one.couples) announce(next)

    await one.clock.advance(2 * day)

    expect(told(one)).toEqual(['digest 5'])
  })

  test('is told to an account at AniList v1, which does not tell itself', async () => {
    const one = await start('anilist-v1', 1)
    const next = one.couples[0]?.next
    announce(next)
    const count = countRequests(one.sandbox, 'anilist')

    await one.clock.advance(2 * day)

    expect(told(one)).toEqual([`sequel ${next?.romaji}`])
    const [said] = one.heard
    expect(said?.toast).toMatchObject({
      ref: { accountId: one.account.id, title: `anime:${next?.id}` },
    })
    expect(count(/./)).toBe(2)
  })

  test('costs one request a day', async () => {
    const one = await start('anilist', 1)
    const count = countRequests(one.sandbox, 'anilist')

    await one.clock.advance(3 * day)

    expect(count(/./)).toBe(3)
  })
})
