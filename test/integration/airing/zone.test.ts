import { expect, test } from 'vitest'
import { createCatalogue } from '../../../src/sandbox/world/catalogue'
import { airingArguments } from '../../../src/main/ipc/arguments/airing'
import {
  emptyLists,
  hear,
  putOnAir,
  putOnList,
  someAnime,
  startSignedIn,
} from '../../support/airing-app'

const hour = 3600_000
/** Ten in the evening in Berlin, six in the morning in Tokyo. */
const wall = Date.UTC(2026, 0, 15, 21)

async function start(movedTo: string[]) {
  const catalogue = createCatalogue({ anime: 160, manga: 10, wall })
  const edges = {
    timeZone: () => 'Europe/Berlin',
    moveTo: (zone: string) => void movedTo.push(zone),
  }
  const settings = { quietHours: true, quietFrom: 22 * 60, quietTo: 8 * 60 }
  const one = await startSignedIn('anilist', { wall, catalogue, entries: 0, settings, edges })
  const [series] = someAnime(catalogue, 50)
  if (!series) throw new Error('an empty catalogue')
  putOnAir(series, wall / 1000 + 3 * 3600 - 3 * 7 * 24 * 3600)
  emptyLists(one.sandbox, 'anilist')
  putOnList(one.sandbox, 'anilist', [series], { status: 'CURRENT', progress: 3 })
  await one.app.handlers['sync:now'](one.account.id, true)
  await one.clock.advance(hour)
  return { ...one, app: one.app, heard: hear(one) }
}

test('quiet hours go by the zone that the window tells, from then on', async () => {
  const moved: string[] = []
  const { app, clock, heard } = await start(moved)
  await clock.advance(2.5 * hour)
  expect(heard).toEqual([])

  // Half past nine in the morning there.
  await app.handlers['airing:zone']('Asia/Tokyo')

  expect(heard.map(({ toast }) => toast.kind)).toEqual(['digest'])
  expect(moved).toEqual(['Asia/Tokyo'])
})

test('the same zone again is no news', async () => {
  const moved: string[] = []
  const { app } = await start(moved)

  await app.handlers['airing:zone']('Europe/Berlin')

  expect(moved).toEqual([])
})

test('only names of zones are taken', () => {
  const { success: isTaken } = airingArguments['airing:zone'].safeParse(['Europe/Berlin'])
  const { success: isRefused } = airingArguments['airing:zone'].safeParse(['Mars/Olympus'])

  expect([isTaken, isRefused]).toEqual([true, false])
})
