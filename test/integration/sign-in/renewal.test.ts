import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Account } from '../../../src/shared/account'
import type { ServiceId } from '../../../src/shared/service'
import { createActs } from '../../support/sign-in-acts'
import { startSignInApp, type SignInApp } from '../../support/sign-in-app'

const renewable = [
  ['anilist-v1', 'browser'],
  ['anisearch', 'browser'],
] as const
const tokenRoutes: Partial<Record<ServiceId, string>> = {
  'anilist-v1': 'POST auth/access_token',
  anisearch: 'POST oauth/token',
}

let here: SignInApp

beforeEach(async () => {
  here = await startSignInApp({ entries: { anime: 60, manga: 4 } })
  here.profile.kept.settings = { ...here.profile.kept.settings, holdSeconds: 0 }
})
afterEach(() => here.stop())

const { enter, animeOf, tokenOf, listed, edit, notesThere, nothingWaits } = createActs(() => here)
const renewals = (service: ServiceId) =>
  here.sandbox.inspect.requests(service)[tokenRoutes[service] ?? ''] ?? 0

describe.each(renewable)('an access token of %s that has ended', (service, way) => {
  test('is renewed behind the scenes', async () => {
    const account = await enter(service, way)
    const before = tokenOf(account)
    const asked = renewals(service)
    here.sandbox.control.expireTokens(service)

    const sent = nothingWaits()
    const title = await edit(account)
    await sent

    expect(notesThere(service, title)).toBe('changed 0')
    expect(renewals(service) - asked).toBe(1)
    expect(tokenOf(account)?.accessToken).not.toBe(before?.accessToken)
    expect((await listed(account))?.signedIn).toBe(true)
  })

  test('is renewed again and again, with whatever refresh token came last', async () => {
    if (service === 'anilist-v1') here.sandbox.control.setBehaviour({ v1Rotation: 'always' })
    const account = await enter(service, way)
    const seen = new Set([tokenOf(account)?.refreshToken])
    for (const at of [0, 1, 2]) {
      here.sandbox.control.expireTokens(service)
      const sent = nothingWaits()
      await edit(account, at)
      await sent
      seen.add(tokenOf(account)?.refreshToken)
    }

    expect(seen.size).toBe(4)
  })

  test('signs nobody out while the service cannot be reached', async () => {
    const account = await enter(service, way)
    here.sandbox.control.expireTokens(service)
    await here.sandbox.control.setOnline(false, service)
    const failed = here.heard('sync:changed', ({ failure }) => failure !== null)

    await here.app.handlers['sync:now'](account.id, true)

    expect((await failed).failure?.code).not.toBe('signed-out')
    expect((await listed(account))?.signedIn).toBe(true)
  })
})

test('AniList v1 hands out no new refresh token, and the old one goes on', async () => {
  here.sandbox.control.setBehaviour({ v1Rotation: 'never' })
  const account = await enter('anilist-v1', 'browser')
  const { refreshToken } = tokenOf(account) ?? {}
  here.sandbox.control.expireTokens('anilist-v1')
  const sent = nothingWaits()
  await edit(account)
  await sent

  expect(refreshToken).toBeTruthy()
  expect(tokenOf(account)?.refreshToken).toBe(refreshToken)
})

describe.each(renewable)('another program named for %s', (service, way) => {
  const named = (clientId: string) =>
    here.app.handlers['accounts:set-client']({ service, clientId, ownRedirect: '' })

  async function sendsWithAnEndedToken(account: Account) {
    here.sandbox.control.expireTokens(service)
    const sent = nothingWaits()
    const title = await edit(account)
    await sent
    return notesThere(service, title) === 'changed 0'
  }

  test('leaves the accounts of the former one renewing, over a new start too', async () => {
    const account = await enter(service, way)
    await named('second-program')

    expect(await sendsWithAnEndedToken(account)).toBe(true)
    await here.restart()
    here.sandbox.control.expireTokens(service)
    const read = here.heard('sync:changed', ({ phase }) => phase === 'idle')
    await here.app.handlers['sync:now'](account.id, true)
    expect((await read).failure).toBeNull()
    expect((await listed(account))?.signedIn).toBe(true)
  })

  test('keeps the former secret no longer than an account needs it', async () => {
    const account = await enter(service, way)
    await named('second-program')
    expect([...here.profile.secrets.keys()]).toContain(`client:${service}:our-program`)

    await here.app.handlers['accounts:remove'](account.id)

    expect([...here.profile.secrets.keys()]).toEqual([])
  })
})

test('a count that the service keeps from nobody is had with a renewed token', async () => {
  const account = await enter('anilist-v1', 'pin')
  here.sandbox.control.expireTokens('anilist-v1')
  const asked = renewals('anilist-v1')
  const look = { accountId: account.id, ticket: 1, want: 'anew' } as const

  const seen = await here.app.handlers['social:unread'](look)

  expect(seen?.value).toEqual(expect.any(Number))
  expect(renewals('anilist-v1') - asked).toBe(1)
})

test('50 edits that leave together with an ended token make one refresh', async () => {
  const account = await enter('anisearch', 'browser')
  const rows = await animeOf(account)
  const asked = renewals('anisearch')
  here.sandbox.control.expireTokens('anisearch')
  const sent = nothingWaits()

  await here.app.handlers['library:edit-many'](
    rows.slice(0, 50).map(({ entry }) => ({ accountId: account.id, title: entry.title })),
    { do: 'set', patch: { notes: 'all at once' } },
    null,
  )
  await sent

  const changed = here.sandbox.inspect
    .entries('anisearch', 'anime')
    .filter(({ notes }) => notes === 'all at once')
  expect(changed).toHaveLength(50)
  expect(renewals('anisearch') - asked).toBe(1)
})
