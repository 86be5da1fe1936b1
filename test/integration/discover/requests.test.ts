import { afterEach, describe, expect, test } from 'vitest'
import { emptyBrowse } from '../../../src/shared/community/browse'
import { toFailure } from '../../../src/shared/failure'
import type { Look, Looked } from '../../../src/shared/looked-up'
import { createCatalogue } from '../../../src/sandbox/world/catalogue'
import type { ServiceId } from '../../../src/shared/service'
import { startSignedIn } from '../../support/signed-in'

const cleanups: (() => void)[] = []
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup()
})

const hour = 3_600_000

async function start(service: ServiceId) {
  const catalogue = createCatalogue({ anime: 220, manga: 120, wall: Date.UTC(2026, 0, 15, 12) })
  const world = await startSignedIn(service, { catalogue, behaviour: { nullSeries: false } })
  cleanups.push(world.profile.remove)
  const { sandbox, clock, account } = world
  let ticket = 0
  const count = () =>
    Object.values(sandbox.inspect.requests(service)).reduce((sum, each) => sum + each, 0)

  return {
    ...world,
    h: world.app.handlers,
    look: (want: Look['want'] = 'fresh'): Look => ({
      accountId: account.id,
      ticket: (ticket += 1),
      want,
    }),
    /** What was answered, and how many requests it cost. */
    async cost<T>(ask: () => T | Promise<T>) {
      const before = count()
      let done: { value: T } | { error: unknown } | null = null
      void Promise.resolve()
        .then(ask)
        .then(
          (value) => (done = { value }),
          (error: unknown) => (done = { error }),
        )
      await clock.advanceUntil(() => done !== null, hour)
      const ended = done as { value: T } | { error: unknown } | null
      if (!ended) throw new Error('it never ended')
      if ('error' in ended) throw ended.error
      return { value: ended.value, requests: count() - before }
    },
  }
}

const browseAnime = { ...emptyBrowse, kind: 'anime' } as const

describe.each([
  ['anilist', 1, 4],
  ['anilist-v1', 2, 5],
] as const)('%s', (service, mostForSeries, mostForBrowsing) => {
  test('a title is opened with few requests, and coming back costs none', async () => {
    const { cost, h, look, rows } = await start(service)
    const title = (await rows()).find((row) => row.title.startsWith('anime'))!.title
    const { value, requests } = await cost(() => h['series:page'](look(), title))
    expect(value?.value.media.key).toBe(title)
    expect(value?.value.cast.items.length).toBeGreaterThan(0)
    expect(requests).toBeLessThanOrEqual(mostForSeries)
    const again = await cost(() => h['series:page'](look(), title))
    expect(again).toMatchObject({ value: { isFresh: true }, requests: 0 })
  })

  test('200 cards are browsed with few requests, and coming back costs none', async () => {
    const { cost, h, look } = await start(service)
    async function browse() {
      const seen = new Set<string>()
      for (let page = 1; seen.size < 200; page += 1) {
        const found = await h['discover:browse'](look(), browseAnime, page)
        for (const { key } of found?.value.items ?? []) seen.add(key)
        if (!found?.value.hasNext) break
      }
      return seen.size
    }
    const first = await cost(browse)
    expect(first.value).toBeGreaterThanOrEqual(200)
    expect(first.requests).toBeLessThanOrEqual(mostForBrowsing)
    expect(await cost(browse)).toEqual({ value: first.value, requests: 0 })
  })

  test('a favourite is read before it is turned around, and the page tells it', async () => {
    const { cost, h, look, rows, account, clock, app } = await start(service)
    const { told } = app
    const [row] = await rows()
    const id = Number(row!.title.split(':')[1])
    const of = row!.title.startsWith('anime') ? 'anime' : 'manga'
    const before = (await cost(() => h['series:page'](look(), row!.title))).value?.value.favourite
    const turn = (wanted: boolean) => {
      const target = { type: 'favourite', of, id } as const
      return cost(async () => {
        await h['posts:send'](account.id, { type: 'toggle', target, wanted })
        const isDone = () => told('posts:done').length > dones
        const dones = told('posts:done').length
        while (!isDone()) await new Promise((resolve) => clock.after(1000, () => resolve(null)))
      })
    }
    expect((await turn(!before)).requests).toBe(2)
    const after = await cost(() => h['series:page'](look(), row!.title))
    expect(after.value?.value.favourite).toBe(!before)
    // It is so already: nothing may be turned around.
    expect((await turn(!before)).requests).toBe(1)
  })

  test('without a connection what is known is shown, and what is not says so', async () => {
    const { cost, h, look, rows, sandbox, clock } = await start(service)
    const [row, other] = await rows()
    await cost(() => h['series:page'](look(), row!.title))
    await Promise.resolve(sandbox.control.setOnline(false))
    await clock.advance(24 * hour)
    const known = await cost(() => h['series:page'](look('known'), row!.title))
    expect(known.value).toMatchObject({ isFresh: false, value: { media: { key: row!.title } } })
    const failed = await cost(() =>
      Promise.resolve(h['series:page'](look(), other!.title)).catch(toFailure),
    )
    expect(failed.value).toMatchObject({ code: 'offline' })
  })

  test('everything that can be looked up is answered', async () => {
    const { cost, h, look, rows } = await start(service)
    const title = (await rows()).find((row) => row.title.startsWith('anime'))!.title
    const page = (await cost(() => h['series:page'](look(), title))).value!.value
    const character = page.cast.items[0]!.character
    const staff = page.staff.items[0]!.staff
    const studio = page.studios[0]!.studio
    const asked: readonly (() => unknown)[] = [
      () => h['series:details'](look(), title),
      () => h['series:people'](look(), title, 'characters', 1),
      () => h['series:people'](look(), title, 'staff', 1),
      () => h['series:people'](look(), title, 'actors', 1),
      () => h['series:airings'](look(), title),
      () => h['people:character'](look(), character.id, 1),
      () => h['people:staff'](look(), staff.id, 1),
      () => h['people:studio'](look(), studio.id, 1),
      () => h['people:one-character'](look(), character.id),
      () => h['people:one-staff'](look(), staff.id, 'staff'),
      () => h['people:one-studio'](look(), studio.id),
      () => h['people:find-characters'](look(), character.name.full.slice(0, 3), 1),
      () => h['people:find-staff'](look(), staff.name.full.slice(0, 3), 1, 'staff'),
      () => h['people:find-studios'](look(), studio.name.slice(0, 3), 1),
      () => h['people:find-users'](look(), 'a', 1),
      () => h['discover:genres'](look()),
      () => h['discover:on-air'](look()),
      () => h['discover:find'](look(), 'anime', page.media.titles.romaji ?? 'a'),
    ]
    for (const ask of asked) {
      const { value, requests } = await cost(ask)
      expect(value).toMatchObject({ isFresh: true })
      expect([String(ask), requests]).toEqual([String(ask), 1])
    }
  })

  test('the window learns no address', async () => {
    const { cost, h, look, rows } = await start(service)
    const title = (await rows()).find((row) => row.title.startsWith('anime'))!.title
    const page = (await cost(() => h['series:page'](look(), title))).value!.value
    const staff = await cost(() => h['people:staff'](look(), page.staff.items[0]!.staff.id, 1))
    const studio = await cost(() => h['people:studio'](look(), page.studios[0]!.studio.id, 1))
    for (const told of [page, staff.value, studio.value]) {
      expect(JSON.stringify(told)).not.toMatch(/https?:/)
    }
  })
})

test('aniSearch has none of this and says so', async () => {
  const { cost, h, look, account } = await start('anisearch')
  expect(await h['discover:able'](account.id)).toBeNull()
  const failed = await cost(() =>
    Promise.resolve(h['series:page'](look(), 'anime:1') as Promise<Looked<unknown>>).catch(
      toFailure,
    ),
  )
  expect(failed).toMatchObject({
    value: { code: 'invalid-input', reason: 'ability-missing' },
    requests: 0,
  })
})
