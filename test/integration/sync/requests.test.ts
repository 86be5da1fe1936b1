import { afterEach, describe, expect, test } from 'vitest'
import { createCatalogue, type Catalogue } from '../../../src/sandbox/world/catalogue'
import type { ServiceId } from '../../../src/shared/service'
import { startSignedIn, type SignedIn } from '../../support/signed-in'

const wall = Date.UTC(2026, 0, 15, 12)
const minute = 60_000
let shared: Catalogue | undefined
const catalogue = () => (shared ??= createCatalogue({ anime: 14_000, manga: 6_000, wall }))
const cleanUps: (() => void)[] = []
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp()
})

async function signedIn(service: ServiceId, anime: number, manga: number) {
  const entries = { anime, manga }
  const world = await startSignedIn(service, { catalogue: catalogue(), entries, others: 0 })
  cleanUps.push(world.profile.remove)
  return world
}

/** Requests about the list and its owner so far; what airing asks is counted elsewhere. */
function requests({ sandbox }: SignedIn, service: ServiceId): number {
  const counts = Object.entries(sandbox.inspect.requests(service))
  return counts
    .filter(([route]) => !/airing|Page.media$/.test(route))
    .reduce((sum, [, count]) => sum + count, 0)
}

async function another(world: SignedIn, service: ServiceId, whole: boolean): Promise<number> {
  const before = requests(world, service)
  await world.app.handlers['sync:now'](world.account.id, whole)
  await world.clock.advance(20 * minute)
  return requests(world, service) - before
}

describe('requests that reading a list costs (docs/services.md, "Requests for a list")', () => {
  test.each([
    [500, 350, 150, 3, 3],
    [5_000, 3_500, 1_500, 11, 11],
    [11_000, 8_000, 3_000, 23, 23],
    // At the cap it is read status by status, and from the second time on only so.
    [20_000, 14_000, 6_000, 65, 43],
  ])('AniList, %i entries', { timeout: 0 }, async (total, anime, manga, first, later) => {
    const world = await signedIn('anilist', anime, manga)

    expect(requests(world, 'anilist')).toBe(first)
    expect(await world.rows()).toHaveLength(total)
    expect(await another(world, 'anilist', false)).toBe(2)
    expect(await another(world, 'anilist', true)).toBe(later)
    expect(await world.rows()).toHaveLength(total)
  })

  test.each(['anilist-v1', 'anisearch'] as const)(
    '%s tells the whole list in one answer for each kind',
    { timeout: 0 },
    async (service) => {
      const world = await signedIn(service, 700, 300)

      expect(requests(world, service)).toBe(3)
      expect(await another(world, service, false)).toBe(3)
    },
  )

  test('the account itself is asked about once an hour', async () => {
    const world = await signedIn('anilist', 40, 10)
    const asked = () => world.sandbox.inspect.requests('anilist')['query Viewer']

    await another(world, 'anilist', false)
    expect(asked()).toBe(1)
    await world.clock.advance(60 * minute)
    await another(world, 'anilist', false)
    expect(asked()).toBe(2)
  })
})
