import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ServiceId } from '../../../src/shared/service'
import { createActs } from '../../support/sign-in-acts'
import { startSignInApp, type SignInApp } from '../../support/sign-in-app'

const each = [
  ['anilist', 'browser'],
  ['anilist-v1', 'browser'],
  ['anisearch', 'browser'],
] as const

const dayMs = 24 * 60 * 60_000

let here: SignInApp

beforeEach(async () => {
  here = await startSignInApp({ entries: { anime: 60, manga: 4 } })
  here.profile.kept.settings = { ...here.profile.kept.settings, holdSeconds: 0 }
})
afterEach(() => here.stop())

const acts = createActs(() => here)
const { enter, animeOf, tokenOf, listed, edit, notesThere, unsent, nothingWaits } = acts
const accountIds = async () => (await here.app.handlers['accounts:list']()).map(({ id }) => id)

describe.each(each)('a sign-in at %s that the service does not take any more', (service, way) => {
  test('leaves the account signed out, with what waits', async () => {
    const account = await enter(service, way)
    acts.endSignIn(service, account)
    const out = acts.somebodyOut()

    await edit(account)

    await out
    expect(await unsent()).toBe(1)
  })

  test('goes on after the same person signed in again: same account, list and queue', async () => {
    const account = await enter(service, way)
    acts.endSignIn(service, account)
    const out = acts.somebodyOut()
    const title = await edit(account)
    await out
    const sent = nothingWaits()

    const again = await here.accountOf(await here.signIn(service, way))

    await sent
    expect(again.id).toBe(account.id)
    expect(await accountIds()).toEqual([account.id])
    expect(notesThere(service, title)).toBe('changed 0')
  })

  test('is not taken over by somebody else, who gets an account of their own', async () => {
    const account = await enter(service, way)
    acts.endSignIn(service, account)
    const out = acts.somebodyOut()
    const title = await edit(account)
    await out
    const before = notesThere(service, title)

    const other = await enter(service, way, account.userId + 1)

    expect(other.id).not.toBe(account.id)
    expect(other.userId).not.toBe(account.userId)
    expect((await listed(account))?.signedIn).toBe(false)
    expect(await unsent()).toBe(1)
    expect(notesThere(service, title)).toBe(before)
    expect(tokenOf(other)?.accessToken).not.toBe(tokenOf(account)?.accessToken)
  })
})

describe('several accounts', () => {
  test('stand side by side, and switching asks nobody', async () => {
    const first = await enter('anilist', 'browser')
    const second = await enter('anisearch', 'browser')
    const asked = () => Object.values(here.sandbox.inspect.requests('anilist')).length
    const before = asked()

    await here.app.handlers['accounts:open'](first.id)

    expect(here.profile.kept.settings.activeAccount).toBe(first.id)
    expect((await animeOf(first)).length).toBeGreaterThan(0)
    expect((await animeOf(second)).length).toBeGreaterThan(0)
    expect(asked()).toBe(before)
  })

  test('lose nothing when one of them goes', async () => {
    const first = await enter('anilist', 'browser')
    const second = await enter('anisearch', 'browser')
    const kept = (await animeOf(first)).length

    await here.app.handlers['accounts:remove'](second.id)

    expect(await accountIds()).toEqual([first.id])
    expect((await animeOf(first)).length).toBe(kept)
    expect(here.profile.kept.settings.activeAccount).toBe(first.id)
    expect(tokenOf(second)).toBeUndefined()
    expect(tokenOf(first)).toBeDefined()
  })
})

describe.each(each)('an account of %s that is removed', (service, way) => {
  test('leaves a file with what still waits, and nothing else', async () => {
    const account = await enter(service, way)
    await here.app.handlers['queue:hold'](true)
    await edit(account)

    const { savedTo } = await here.app.handlers['accounts:remove'](account.id)

    expect(savedTo && existsSync(savedTo)).toBe(true)
    expect(readFileSync(savedTo ?? '', 'utf8')).toContain('changed 0')
    expect(readFileSync(savedTo ?? '', 'utf8')).not.toContain('our-s3cret')
    expect(await accountIds()).toEqual([])
    expect(tokenOf(account)).toBeUndefined()
    expect(await unsent()).toBe(0)
    await expect(animeOf(account)).rejects.toThrow('gone')
  })
})

describe('signing out', () => {
  test('keeps list and queue, forgets the token and tells aniSearch so', async () => {
    const account = await enter('anisearch', 'browser')
    const { accessToken, refreshToken } = tokenOf(account) ?? {}
    await here.app.handlers['queue:hold'](true)
    await edit(account)

    await here.app.handlers['accounts:sign-out'](account.id)

    expect(tokenOf(account)).toBeUndefined()
    expect(await listed(account)).toMatchObject({ signedIn: false })
    expect((await animeOf(account)).length).toBeGreaterThan(0)
    expect(await unsent()).toBe(1)
    await here.arrived('anisearch', 'POST oauth/revoke')
    expect(await isTakenBy('anisearch', accessToken)).toBe(false)
    expect(await refreshes(refreshToken)).toBe(false)
  })

  test('works where nobody can be told', async () => {
    const account = await enter('anisearch', 'browser')
    await here.sandbox.control.setOnline(false)

    await here.app.handlers['accounts:sign-out'](account.id)

    expect(tokenOf(account)).toBeUndefined()
    await here.sandbox.control.setOnline(true)
  })

  test('of an account that is not there is told', async () => {
    await expect(async () => here.app.handlers['accounts:sign-out'](99)).rejects.toThrow('gone')
  })
})

async function isTakenBy(service: ServiceId, token = ''): Promise<boolean> {
  const answer = await fetch(`${here.server.origin}${service}/v1/my/profile`, {
    headers: { authorization: `Bearer ${token}`, 'user-agent': 'Tsuzuki/0 (+https://a.example)' },
  })
  return answer.ok
}

async function refreshes(refreshToken: string | null = ''): Promise<boolean> {
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: refreshToken ?? '',
    client_id: 'our-program',
    client_secret: 'our-s3cret',
  })
  return (await fetch(`${here.server.origin}anisearch/oauth/token`, { method: 'POST', body })).ok
}

describe('after the app started anew', () => {
  test('an account whose token is there is signed in', async () => {
    const account = await enter('anilist', 'browser')
    await here.restart()

    expect(await listed(account)).toMatchObject({ signedIn: true })
  })

  test('one whose token ended with the last run says so, and finds it again if it comes back', async () => {
    const account = await enter('anilist', 'browser')
    const tokens = tokenOf(account)
    here.profile.secrets.clear()
    await here.restart()
    expect(await listed(account)).toMatchObject({ signedIn: false })
    if (tokens) here.profile.secrets.set(`account:${account.id}`, tokens)

    await here.restart()

    expect(await listed(account)).toMatchObject({ signedIn: true })
  })
})

test('the end of a sign-in at AniList is the one that stands in its token', async () => {
  const account = await enter('anilist', 'browser')
  const claims = tokenOf(account)?.accessToken.split('.')[1] ?? ''
  const { exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { exp: number }

  expect(account.signInEndsAt).toBe(exp * 1000)
})

test('a sign-in at aniSearch ends a month after it was renewed last', async () => {
  const before = Date.now()
  const account = await enter('anisearch', 'browser')
  expect(account.signInRenews).toBe(true)
  expect(account.signInEndsAt).toBeGreaterThanOrEqual(before + 30 * dayMs)

  const moved = here.heard(
    'accounts:changed',
    ([now]) => (now?.signInEndsAt ?? 0) > (account.signInEndsAt ?? 0),
  )
  here.sandbox.control.expireTokens('anisearch')
  await edit(account)

  expect((await moved)[0]?.signedIn).toBe(true)
})

test('how long a sign-in at AniList v1 renews itself is not known', async () => {
  const account = await enter('anilist-v1', 'browser')

  expect(account).toMatchObject({ signInRenews: false, signInEndsAt: null })
})
