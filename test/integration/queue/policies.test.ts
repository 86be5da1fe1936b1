import { afterEach, expect, test } from 'vitest'
import type { FaultRequest } from '../../../src/sandbox/core/faults'
import type { ListRow } from '../../../src/shared/entry'
import { idOf } from '../../../src/shared/media'
import type { ServiceId } from '../../../src/shared/service'
import { startSignedIn, type SignedIn } from '../../support/signed-in'

const minute = 60_000
const hour = 60 * minute
const cleanUps: (() => void)[] = []
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp()
})

/** Signed in, with titles to change, none of which was read lately. */
async function desk(service: ServiceId = 'anilist') {
  const world = await startSignedIn(service)
  cleanUps.push(world.profile.remove)
  await world.clock.advance(10 * minute)
  const [first, second] = (await world.rows()).filter(({ entry }) => entry.status === 'current')
  if (!first || !second) throw new Error('Two titles are wanted')
  return { world, first, second }
}

const mark = 4_321
const edit = ({ app, ref }: SignedIn, { title }: ListRow) =>
  app.handlers['library:edit'](ref(title), { progress: mark })
const arrived = ({ there }: SignedIn, { title }: ListRow) => there(title)?.progress === mark
const fails = ({ sandbox }: SignedIn, fault: Omit<FaultRequest, 'service'>, of: ServiceId) =>
  sandbox.control.faults.add({ ...fault, service: of })

async function pauseOf({ app }: SignedIn) {
  const { services } = await app.handlers['queue:status']()
  return services.find(({ pause }) => pause)?.pause ?? null
}

async function rowOf({ app, ref }: SignedIn, { title }: ListRow) {
  const { rows } = await app.handlers['queue:rows'](0)
  return rows.find((row) => row.ref.title === ref(title).title) ?? null
}

const saves = ({ sandbox }: SignedIn) =>
  sandbox.inspect.arrivals('anilist').filter(({ write }) => write).length

test('offline: waits, longer each time, and goes on by itself', async () => {
  const { world, first } = await desk()
  await world.sandbox.control.setOnline(false)
  await edit(world, first)
  await world.clock.advance(20 * minute)
  expect(await pauseOf(world)).toMatchObject({ code: 'offline' })
  expect((await pauseOf(world))?.goesOnInMs).toBeLessThanOrEqual(5.5 * minute)
  expect(await rowOf(world, first)).toMatchObject({ state: 'waiting' })

  await world.sandbox.control.setOnline(true)
  await world.clock.advance(6 * minute)
  expect(arrived(world, first)).toBe(true)
  expect(await pauseOf(world)).toBeNull()
})

test('a captive portal: nothing is taken for an answer, and all goes on once it lets through', async () => {
  const { world, first } = await desk()
  const off = fails(
    world,
    { kind: 'status', status: 511, body: '<html>Wi-Fi', times: 0 },
    'anilist',
  )
  await edit(world, first)
  await world.clock.advance(hour)
  expect(await pauseOf(world)).toMatchObject({ code: 'offline' })
  expect(await rowOf(world, first)).toMatchObject({ state: 'waiting', to: { progress: mark } })

  world.sandbox.control.faults.remove(off)
  await world.clock.advance(10 * minute)
  expect(arrived(world, first)).toBe(true)
  expect(saves(world)).toBe(1)
})

test.each(['drop-after', 'silence-after', 'half'] as const)(
  'outcome unknown (%s): what arrived is found by reading and not sent again',
  async (kind) => {
    const { world, first } = await desk()
    fails(world, { kind, match: { write: true } }, 'anilist')
    await edit(world, first)
    await world.clock.advance(10 * minute)

    expect(arrived(world, first)).toBe(true)
    expect(saves(world)).toBe(1)
    expect(await rowOf(world, first)).toBeNull()
  },
)

test.each([90, 100_000])(
  'rate limited for %i s: nothing leaves before, whatever button is pressed',
  { timeout: 0 },
  async (retryAfter) => {
    const { world, first } = await desk()
    fails(world, { kind: '429', retryAfter }, 'anilist')
    await edit(world, first)
    await world.clock.advance(10_000)
    expect(await pauseOf(world)).toMatchObject({ code: 'rate-limited' })
    const before = world.sandbox.inspect.arrivals('anilist').length

    await world.app.handlers['queue:send-now'](null)
    await world.clock.advance((retryAfter - 15) * 1_000)
    expect(world.sandbox.inspect.arrivals('anilist')).toHaveLength(before)
    await world.clock.advance(5 * minute)
    expect(arrived(world, first)).toBe(true)
    expect(world.sandbox.inspect.violations('anilist').insideRetryAfter).toBe(0)
  },
)

test('outage: says so, keeps everything and tries gently', async () => {
  const { world, first } = await desk()
  const off = fails(world, { kind: '403-disabled', times: 0 }, 'anilist')
  await edit(world, first)
  const before = world.sandbox.inspect.arrivals('anilist').length
  await world.clock.advance(2 * hour)
  expect(await pauseOf(world)).toMatchObject({ code: 'outage' })
  expect((await world.app.handlers['accounts:list']())[0]?.signedIn).toBe(true)
  expect(world.sandbox.inspect.arrivals('anilist').length - before).toBeLessThan(15)

  world.sandbox.control.faults.remove(off)
  await world.clock.advance(20 * minute)
  expect(arrived(world, first)).toBe(true)
})

test('blocked: stops until the user wants it tried', async () => {
  const { world, first } = await desk('anisearch')
  fails(world, { kind: 'status', status: 423 }, 'anisearch')
  await edit(world, first)
  await world.clock.advance(minute)
  expect(await pauseOf(world)).toMatchObject({ code: 'blocked', goesOnInMs: null })
  await world.clock.advance(5 * hour)
  expect(arrived(world, first)).toBe(false)

  await world.app.handlers['queue:send-now'](null)
  await world.clock.advance(minute)
  expect(arrived(world, first)).toBe(true)
})

test('a scope that is missing: the row waits for a new sign-in', async () => {
  const { world, first } = await desk('anisearch')
  const body = JSON.stringify({ error: 'insufficient_scope' })
  fails(world, { kind: 'status', status: 403, body, times: 1 }, 'anisearch')
  await edit(world, first)
  await world.clock.advance(hour)
  expect((await world.app.handlers['accounts:list']())[0]?.signedIn).toBe(false)
  expect(await rowOf(world, first)).toMatchObject({ state: 'waiting' })

  await world.signInAgain()
  await world.clock.advance(5 * minute)
  expect(arrived(world, first)).toBe(true)
})

test('signed out: rows wait for a sign-in and leave after it', async () => {
  const { world, first } = await desk()
  world.sandbox.control.expireTokens('anilist')
  await edit(world, first)
  await world.clock.advance(hour)
  expect((await world.app.handlers['accounts:list']())[0]?.signedIn).toBe(false)
  expect(await rowOf(world, first)).toMatchObject({ state: 'waiting' })
  expect(arrived(world, first)).toBe(false)
})

test('refused: that row needs attention with the words of the service, others go on', async () => {
  const { world, first, second } = await desk()
  const body = JSON.stringify({ data: null, errors: [{ message: 'Too high', status: 422 }] })
  fails(world, { kind: 'status', status: 422, body, match: { write: true }, times: 1 }, 'anilist')
  await edit(world, first)
  await world.clock.advance(minute)
  expect(await rowOf(world, first)).toMatchObject({
    state: 'attention',
    failure: { code: 'refused', detail: 'Too high' },
  })
  await edit(world, second)
  await world.clock.advance(minute)
  expect(arrived(world, second)).toBe(true)

  await world.app.handlers['queue:retry'](world.ref(first.title))
  await world.clock.advance(minute)
  expect(arrived(world, first)).toBe(true)
})

test('gone: the row needs attention, and dropping it takes the title off the list', async () => {
  const { world, first } = await desk()
  world.sandbox.control.remoteEdit('anilist', idOf(first.title), null)
  await edit(world, first)
  await world.clock.advance(minute)
  expect(await rowOf(world, first)).toMatchObject({ state: 'attention', failure: { code: 'gone' } })

  await world.app.handlers['queue:drop'](world.ref(first.title))
  expect(await world.app.handlers['library:row'](world.ref(first.title))).toBeNull()
  expect(await rowOf(world, first)).toBeNull()
})

test.each(['html', 'graphql-error'] as const)(
  'bad answer (%s): the row waits, and the service is not taken for down',
  async (kind) => {
    const { world, first, second } = await desk()
    fails(world, { kind, match: { write: true } }, 'anilist')
    await edit(world, first)
    await world.clock.advance(4_000)
    expect(await pauseOf(world)).toBeNull()
    await edit(world, second)
    await world.clock.advance(10 * minute)

    expect(arrived(world, first)).toBe(true)
    expect(arrived(world, second)).toBe(true)
  },
)

test('conflict: the same field on both sides asks, and nothing is overwritten', async () => {
  const { world, first } = await desk()
  world.sandbox.control.remoteEdit('anilist', idOf(first.title), { progress: 77 })
  await edit(world, first)
  await world.clock.advance(hour)
  expect(world.there(first.title)?.progress).toBe(77)
  expect(await rowOf(world, first)).toMatchObject({
    state: 'conflict',
    conflicts: [{ field: 'progress', mine: mark, theirs: 77 }],
  })

  await world.app.handlers['queue:resolve'](world.ref(first.title), { progress: 'higher' })
  await world.clock.advance(minute)
  expect(arrived(world, first)).toBe(true)
})
