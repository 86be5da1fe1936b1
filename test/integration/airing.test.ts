import { expect, test } from 'vitest'
import { createSandbox } from '../../src/sandbox/sandbox'
import { idOf, titleKey } from '../../src/shared/media'
import { airingOf } from '../../src/sandbox/world/airing'
import {
  countRequests,
  emptyLists,
  hear,
  putOnAir,
  putOnList,
  someAnime,
  startSignedIn,
} from '../support/airing-app'

const hour = 3600_000
const day = 24 * hour

test('200 watched titles that air cost at most four requests a day', async () => {
  const one = await startSignedIn('anilist', { entries: 0, settings: { syncMinutes: 0 } })
  void createSandbox
  const { sandbox, catalogue, clock, app } = one
  const nowS = Math.floor(clock.wall() / 1000)
  const titles = someAnime(catalogue, 150)
  titles.forEach((series, at) => putOnAir(series, nowS - 3 * 604_800 + at * 4000))
  emptyLists(sandbox, 'anilist')
  putOnList(sandbox, 'anilist', titles, { status: 'CURRENT', progress: 1 })
  await app.handlers['sync:now'](one.account.id, true)
  await clock.advance(hour)

  const count = countRequests(sandbox, 'anilist')
  await clock.advance(10 * day)

  expect(sandbox.inspect.violations('anilist')).toEqual({
    overLimit: 0,
    insideRetryAfter: 0,
    tooManyAtOnce: 0,
  })
  expect(count(/./)).toBeLessThanOrEqual(40)
  expect(count(/airingSchedules/)).toBeGreaterThanOrEqual(10)
  void hear
  void idOf
  void titleKey
  void airingOf
})
