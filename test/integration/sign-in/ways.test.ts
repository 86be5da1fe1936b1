import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isTaken } from '../../support/free-port'
import { copiedFrom, decideAt } from '../../support/person'
import { allWays, startSignInApp, type SignInApp } from '../../support/sign-in-app'

let here: SignInApp

beforeEach(async () => {
  here = await startSignInApp()
})
afterEach(() => here.stop())

describe.each(allWays)('%s by %s', (service, way) => {
  beforeEach(() => here.register(service))

  test('leads into the account, and its list can be read', async () => {
    const state = await here.signIn(service, way)

    expect(state).toMatchObject({ service, way, phase: 'done', failure: null })
    const account = await here.accountOf(state)
    expect(account.userName).toBe(here.sandbox.accounts[service]?.user.name)
    expect(account).toMatchObject({ service, signedIn: true, sandbox: false })
    expect(here.profile.kept.settings.activeAccount).toBe(account.id)
  })

  test('keeps the token for the origin that issued it and with who asked', async () => {
    const { id } = await here.accountOf(await here.signIn(service, way))

    expect(here.profile.secrets.get(`account:${id}`)).toMatchObject({
      origin: new URL(here.server.origin).origin,
      issuedTo: { clientId: 'our-program' },
    })
  })

  test('listens no longer than it waits', async () => {
    expect(await isTaken(here.port)).toBe(false)
    await here.app.handlers['accounts:sign-in']({ service, way })
    expect(await isTaken(here.port)).toBe(way !== 'pin')

    await here.app.handlers['accounts:cancel-sign-in']()

    expect(await isTaken(here.port)).toBe(false)
  })

  test('is told as it goes', async () => {
    await here.signIn(service, way)

    expect(here.app.told('accounts:sign-in-changed').map((state) => state?.phase)).toEqual([
      'waiting',
      'checking',
      'done',
    ])
  })
})

describe('what was copied', () => {
  test.each(allWays.filter(([, way]) => way !== 'pin'))(
    'at %s by %s may be the address that the browser ended at',
    async (service, way) => {
      await here.register(service)
      await here.app.handlers['accounts:sign-in']({ service, way })
      const ended = here.until((state) => state?.phase === 'done' || state?.phase === 'failed')
      here.desk.clipboard = await decideAt(here.opened.at(-1) ?? '')

      await here.app.handlers['accounts:paste']()

      expect((await ended)?.phase).toBe('done')
      expect(here.desk.clipboard).toBe('')
      expect(await isTaken(here.port)).toBe(false)
    },
  )

  test('comes from an address of the user’s own, and then nothing listens', async () => {
    const ownRedirect = 'https://user.example/back'
    const change = { service: 'anisearch', clientId: 'our-program', ownRedirect } as const
    here.sandbox.control.setClient('anisearch', {
      id: 'our-program',
      name: 'Tsuzuki',
      secret: null,
      redirectUris: [ownRedirect],
    })
    await here.app.handlers['accounts:set-client'](change)
    await here.app.handlers['accounts:sign-in']({ service: 'anisearch', way: 'browser' })
    expect(await isTaken(here.port)).toBe(false)
    const ended = here.until((state) => state?.phase === 'done' || state?.phase === 'failed')
    here.desk.clipboard = await decideAt(here.opened.at(-1) ?? '')
    expect(here.desk.clipboard.startsWith(ownRedirect)).toBe(true)

    await here.app.handlers['accounts:paste']()

    expect((await ended)?.phase).toBe('done')
  })

  test('that is wrong is told, and the sign-in goes on', async () => {
    await here.register('anilist')
    await here.app.handlers['accounts:sign-in']({ service: 'anilist', way: 'pin' })
    here.desk.clipboard = 'p'.repeat(40)

    const told = await here.app.handlers['accounts:paste']()

    expect(told).toMatchObject({
      phase: 'waiting',
      failure: { code: 'invalid-input', reason: 'sign-in-pin-of-v1' },
    })
    expect(here.desk.clipboard).toBe('')
    const ended = here.until((state) => state?.phase === 'done' || state?.phase === 'failed')
    here.desk.clipboard = copiedFrom(await decideAt(here.opened.at(-1) ?? ''))
    await here.app.handlers['accounts:paste']()
    expect(await ended).toMatchObject({ phase: 'done', failure: null })
  })
})
