import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createAnisearchOAuth } from '../../../src/main/providers/anisearch/oauth'
import { createHttpTransport } from '../../../src/main/http/request'
import { systemClock } from '../../../src/sandbox/system-clock'
import { agreeAt, startOidcServer, type OidcServer } from '../../support/oidc-server'
import { followTo } from '../../support/person'
import { startSignInApp, type SignInApp } from '../../support/sign-in-app'

const request = { service: 'anisearch', way: 'browser' } as const

let server: OidcServer
let here: SignInApp

async function begin(secret: string | null) {
  // The port has to be known before the server knows the address.
  const env: Record<string, string> = {}
  here = await startSignInApp({ app: { env } })
  server = await startOidcServer({ redirectUri: `http://127.0.0.1:${here.port}/sign-in`, secret })
  env['TSUZUKI_ANISEARCH_URL'] = `${server.origin}/v1/`
  await here.register('anisearch')
  if (secret === null) await here.app.handlers['accounts:forget-secret']('anisearch')
}

beforeEach(() => {
  // It warns that it is set up for tests, which it is.
  vi.spyOn(console, 'warn').mockReturnValue()
  vi.spyOn(console, 'info').mockReturnValue()
})
afterEach(async () => {
  vi.restoreAllMocks()
  await here.stop()
  await server.stop()
})

/** Signs in with the app's own code, through the server's own pages, and lets the list be read. */
async function signIn(accountId = 77) {
  const ended = here.until((state) => state?.phase === 'done' || state?.phase === 'failed')
  const read = here.heard('sync:changed', ({ phase }) => phase === 'idle')
  await here.app.handlers['accounts:sign-in'](request)
  await followTo(await agreeAt(here.opened.at(-1) ?? '', accountId))
  const state = await ended
  if (state?.phase === 'done') await read
  return state
}

const tokens = () => here.profile.secrets.get('account:1')

/** Reads the list with an access token that has ended. */
async function renew() {
  const now = tokens()
  if (now) here.profile.secrets.set('account:1', { ...now, accessToken: 'ended' })
  // The last reading has told its end, but may not have put its things away yet.
  await new Promise((resolve) => setImmediate(resolve))
  const read = here.heard('sync:changed', ({ phase }) => phase === 'idle')
  await here.app.handlers['sync:now'](1, true)
  return (await read).failure
}

describe.each([
  ['with a secret', 'our-s3cret'],
  ['without a secret', null],
])('at a server that nobody here wrote, a program %s', (_what, secret) => {
  beforeEach(() => begin(secret))

  test('signs in by code with PKCE', async () => {
    const state = await signIn()

    expect(state).toMatchObject({ phase: 'done', failure: null })
    expect(await here.accountOf(state)).toMatchObject({ userId: 77, userName: 'person 77' })
    expect(tokens()?.refreshToken).toBeTruthy()
    expect(tokens()?.scopes).toEqual(
      expect.arrayContaining(['user.profile', 'ratings.anime', 'ratings.manga']),
    )
  })

  test('renews with the last refresh token, again and again', async () => {
    await signIn()
    const seen = new Set([tokens()?.refreshToken])
    for (let round = 0; round < 3; round += 1) {
      expect(await renew()).toBeNull()
      seen.add(tokens()?.refreshToken)
    }

    expect(seen.size).toBe(4)
    expect((await here.app.handlers['accounts:list']())[0]?.signedIn).toBe(true)
  })

  test('is signed out when a refresh token is shown twice', async () => {
    await signIn()
    const first = tokens()
    await renew()
    if (first) here.profile.secrets.set('account:1', first)

    await renew()

    expect((await here.app.handlers['accounts:list']())[0]?.signedIn).toBe(false)
  })

  test('gives its tokens back', async () => {
    await signIn()
    const given = tokens()?.accessToken ?? ''
    expect(await server.knows(given)).toBe(true)

    await here.app.handlers['accounts:sign-out'](1)

    while (await server.knows(given)) await new Promise((resolve) => setImmediate(resolve))
    expect(server.heard).toContain('POST /oauth/revoke')
  })

  test('is told of a code that was used before', async () => {
    const ended = here.until((state) => state?.phase === 'done' || state?.phase === 'failed')
    await here.app.handlers['accounts:sign-in'](request)
    const target = await agreeAt(here.opened.at(-1) ?? '', 77)
    await followTo(target)
    await ended
    const code = new URL(target).searchParams.get('code') ?? ''
    const oauth = createAnisearchOAuth({ clock: systemClock })
    const call = oauth.exchange(new URL(`${server.origin}/oauth/`), {
      way: 'browser',
      client: { id: 'our-program', secret },
      code,
      redirectUri: `http://127.0.0.1:${here.port}/sign-in`,
      verifier: 'v'.repeat(43),
    })
    const { method, path, headers = {}, body = '' } = call
    const answer = await createHttpTransport()({
      method,
      url: path,
      headers,
      body,
      timeoutMs: 5_000,
    })

    expect(call.failureOf?.(answer)).toMatchObject({ reason: 'sign-in-code-expired' })
  })
})

describe('that server', () => {
  beforeEach(() => begin('our-s3cret'))

  test('refuses a page without a challenge, so that ours is not for show', async () => {
    await here.app.handlers['accounts:sign-in'](request)
    const url = new URL(here.opened.at(-1) ?? '')
    url.searchParams.delete('code_challenge')
    url.searchParams.delete('code_challenge_method')

    const target = new URL(await agreeAt(url.href, 77))

    expect(target.searchParams.get('error')).toBe('invalid_request')
  })

  test('refuses another verifier', async () => {
    const ended = here.until((state) => state?.phase === 'done' || state?.phase === 'failed')
    await here.app.handlers['accounts:sign-in'](request)
    const url = new URL(here.opened.at(-1) ?? '')
    url.searchParams.set('code_challenge', 'x'.repeat(43))

    await followTo(await agreeAt(url.href, 77))

    expect((await ended)?.failure).toMatchObject({ reason: 'sign-in-code-expired' })
  })

  test('refuses a wrong secret, and we say so', async () => {
    here.desk.clipboard = 'another-secret'
    await here.app.handlers['accounts:paste-secret']('anisearch')

    expect((await signIn())?.failure).toMatchObject({ reason: 'sign-in-wrong-client' })
  })
})
