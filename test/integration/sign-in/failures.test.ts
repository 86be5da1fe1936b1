import { createServer } from 'node:net'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { patienceMs } from '../../../src/main/services/sign-in/flow'
import { createVirtualClock } from '../../support/virtual-clock'
import { isTaken } from '../../support/free-port'
import { decideAt, followTo } from '../../support/person'
import { allWays, startSignInApp, type SignInApp } from '../../support/sign-in-app'
import type { SignInRequest } from '../../../src/shared/sign-in'

let here: SignInApp

beforeEach(async () => {
  here = await startSignInApp()
})
afterEach(() => here.stop())

const byCode = { service: 'anisearch', way: 'browser' } as const
const start = (request: SignInRequest) => here.app.handlers['accounts:sign-in'](request)
const ended = () => here.until((state) => state?.phase === 'done' || state?.phase === 'failed')
const accounts = () => here.app.handlers['accounts:list']()

/** The failure of a start that is refused. */
async function refusedStart(request: SignInRequest) {
  return Promise.resolve(start(request)).then(
    () => null,
    (error: { failure?: unknown }) => error.failure,
  )
}

/** Opens the page, agrees, and keeps what the browser would be sent to. */
async function agreed(request: SignInRequest = byCode) {
  await here.register(request.service)
  await start(request)
  return decideAt(here.opened.at(-1) ?? '')
}

describe('before the browser opens', () => {
  test.each(allWays)('%s by %s needs a program', async (service, way) => {
    expect(await refusedStart({ service, way })).toMatchObject({ reason: 'sign-in-no-client' })
    expect(here.opened).toEqual([])
  })

  test.each(allWays.filter(([service, way]) => service === 'anilist-v1' || way === 'code'))(
    '%s by %s needs its secret',
    async (service, way) => {
      await here.register(service)
      await here.app.handlers['accounts:forget-secret'](service)

      expect(await refusedStart({ service, way })).toMatchObject({ reason: 'sign-in-no-secret' })
    },
  )

  test('a way or a site that there is not is refused', async () => {
    await here.register('anisearch')

    for (const request of [
      { service: 'anisearch', way: 'pin' },
      { ...byCode, site: 'www.evil.example' },
    ] as const)
      expect(await refusedStart(request)).toMatchObject({ reason: 'sign-in-unknown-way' })
  })

  test('a port that another program has is told with its number', async () => {
    await here.register('anisearch')
    const other = createServer().listen(here.port, '127.0.0.1')
    await once(other, 'listening')

    expect(await refusedStart(byCode)).toMatchObject({
      reason: 'sign-in-port-busy',
      detail: expect.stringContaining(String(here.port)) as string,
    })
    expect(here.opened).toEqual([])
    expect(await here.app.handlers['accounts:sign-in-state']()).toBeNull()
    other.close()
  })

  test('a user who does not let the page open has cancelled', async () => {
    await here.register('anisearch')
    here.desk.refuses = true

    expect(await refusedStart(byCode)).toEqual({ code: 'cancelled' })
    expect(await isTaken(here.port)).toBe(false)
    expect(await here.app.handlers['accounts:sign-in-state']()).toBeNull()
  })

  test('a desktop without a browser is told', async () => {
    await here.stop()
    const openExternal = () => Promise.reject(new Error('no browser'))
    const { createNoDesktop } = await import('../../../src/main/plain/no-desktop')
    here = await startSignInApp({
      app: {
        desktop: {
          ...createNoDesktop(),
          openExternal,
          readClipboard: () => Promise.resolve('our-s3cret'),
        },
      },
    })
    await here.register('anisearch')

    expect(await refusedStart(byCode)).toMatchObject({ reason: 'sign-in-no-browser' })
    expect(await isTaken(here.port)).toBe(false)
  })

  test('a real service is not asked by an app without a homepage', async () => {
    await here.stop()
    here = await startSignInApp({ app: { env: {} } })
    await here.register('anisearch')

    expect(await refusedStart(byCode)).toMatchObject({ code: 'blocked', reason: 'no-homepage' })
  })
})

describe('at the service', () => {
  test.each(allWays.filter(([, way]) => way !== 'pin'))(
    'a no at %s by %s is a no',
    async (service, way) => {
      await here.register(service)

      expect(await here.signIn(service, way, { decision: 'deny' })).toMatchObject({
        phase: 'failed',
        failure: { code: 'cancelled', reason: 'sign-in-denied' },
      })
      expect(await accounts()).toEqual([])
      expect(await isTaken(here.port)).toBe(false)
    },
  )

  test.each([
    ['anilist', 'code'],
    ['anilist-v1', 'browser'],
    ['anisearch', 'browser'],
  ] as const)('a code of %s that has ended is told', async (service, way) => {
    const target = await agreed({ service, way })
    here.sandbox.control.advance(11 * 60_000)
    const end = ended()

    await followTo(target)

    expect((await end)?.failure).toMatchObject({ code: 'refused', reason: 'sign-in-code-expired' })
  })

  test.each([
    ['anilist', 'code'],
    ['anilist-v1', 'browser'],
    ['anilist-v1', 'pin'],
    ['anisearch', 'browser'],
  ] as const)('a wrong secret at %s by %s is told', async (service, way) => {
    await here.register(service)
    here.desk.clipboard = 'not-the-secret'
    await here.app.handlers['accounts:paste-secret'](service)

    expect((await here.signIn(service, way)).failure).toMatchObject({
      code: 'refused',
      reason: 'sign-in-wrong-client',
    })
  })

  test('a challenge that does not fit its verifier is refused there', async () => {
    const target = await agreed()
    // Somebody else's page, with a challenge of its own but our state.
    const asked = new URL(here.opened.at(-1) ?? '')
    asked.searchParams.set('code_challenge', 'x'.repeat(43))
    const stolen = await decideAt(asked.href)
    const end = ended()
    expect(stolen).not.toBe(target)

    await followTo(stolen)

    expect((await end)?.failure).toMatchObject({ reason: 'sign-in-code-expired' })
  })

  test('a service that is gone by then is told as such', async () => {
    const target = await agreed()
    await here.sandbox.control.setOnline(false, 'anisearch')
    const end = ended()

    await followTo(target)

    expect((await end)?.phase).toBe('failed')
    expect(await accounts()).toEqual([])
  })

  test('a token that the service does not take is told, not a sign-out', async () => {
    await here.register('anilist')
    await start({ service: 'anilist', way: 'pin' })
    const end = ended()
    here.desk.clipboard = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiI3In0.x'

    await here.app.handlers['accounts:paste']()

    expect((await end)?.failure).toMatchObject({
      code: 'refused',
      reason: 'sign-in-token-refused',
    })
  })

  test('a token that has ended already is told before anybody is asked', async () => {
    await here.register('anilist')
    await start({ service: 'anilist', way: 'pin' })
    const end = ended()
    here.desk.clipboard = `eyJhbGciOiJub25lIn0.${btoa('{"exp":1500000000}').replaceAll('=', '')}.x`

    await here.app.handlers['accounts:paste']()

    expect((await end)?.failure).toMatchObject({ reason: 'sign-in-token-ended' })
    expect(here.sandbox.inspect.arrivals('anilist')).toEqual([])
  })
})

describe('a sign-in that is given up', () => {
  test('hears nothing more', async () => {
    const target = await agreed()

    await here.app.handlers['accounts:cancel-sign-in']()

    await expect(followTo(target)).rejects.toThrow('fetch failed')
    expect(await here.app.handlers['accounts:sign-in-state']()).toBeNull()
    expect(here.app.told('accounts:sign-in-changed').at(-1)).toBeNull()
  })

  test('takes nothing from the clipboard any more', async () => {
    await agreed()
    await here.app.handlers['accounts:cancel-sign-in']()
    here.desk.clipboard = 'something of the user’s'

    await expect(here.app.handlers['accounts:paste']()).rejects.toMatchObject({
      failure: { reason: 'sign-in-not-running' },
    })
    expect(here.desk.clipboard).toBe('something of the user’s')
  })

  test('for another one lets the other one through', async () => {
    await agreed()

    expect((await here.signIn('anisearch', 'browser')).phase).toBe('done')
  })

  test('ends with the app', async () => {
    await agreed()

    await here.stop()

    expect(await isTaken(here.port)).toBe(false)
  })
})

test('nobody waits for ever: after ten minutes it ends and says so', async () => {
  await here.stop()
  const clock = createVirtualClock()
  here = await startSignInApp({ app: { clock } })
  await agreed()
  await clock.advance(patienceMs - 1)
  expect((await here.app.handlers['accounts:sign-in-state']())?.phase).toBe('waiting')

  await clock.advance(1)

  expect(await here.app.handlers['accounts:sign-in-state']()).toMatchObject({
    phase: 'failed',
    failure: { code: 'cancelled', reason: 'sign-in-timeout' },
  })
  expect(await isTaken(here.port)).toBe(false)
})

test('whoever opens our address by hand is told that nothing came along', async () => {
  await agreed()

  const page = await followTo(`http://127.0.0.1:${here.port}/sign-in`)

  expect(page.status).toBe(404)
  expect((await here.app.handlers['accounts:sign-in-state']())?.phase).toBe('waiting')
})
