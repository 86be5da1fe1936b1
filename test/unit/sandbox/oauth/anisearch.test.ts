import { describe, expect, it } from 'vitest'
import { createAsk } from '../ask'
import { approve, back, challenge, clientOf, send, verifier, type Ask, type Call } from './send'

function call(
  own: Ask,
  method: Call['method'],
  path: string,
  fields?: Record<string, string>,
  headers?: Record<string, string>,
) {
  return send(own, {
    service: 'anisearch',
    method,
    path,
    ...(fields && { fields }),
    ...(headers && { headers }),
  })
}

describe('signing in at aniSearch', () => {
  const asked = (own: Ask, more: Record<string, string> = {}) => ({
    response_type: 'code',
    client_id: clientOf(own, 'anisearch').client_id,
    redirect_uri: back,
    scope: 'user.profile ratings.anime',
    state: 'xyz',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...more,
  })
  const authorize = (own: Ask, more: Record<string, string> = {}) =>
    call(own, 'POST', 'oauth/authorize', { ...asked(own, more), ...approve })
  const codeFor = async (own: Ask) =>
    (await authorize(own)).location?.searchParams.get('code') ?? ''
  const exchange = (own: Ask, code: string, more: Record<string, string> = {}) =>
    call(own, 'POST', 'oauth/token', {
      grant_type: 'authorization_code',
      ...clientOf(own, 'anisearch'),
      redirect_uri: back,
      code_verifier: verifier,
      code,
      ...more,
    })
  const refresh = (own: Ask, refresh_token: string) =>
    call(own, 'POST', 'oauth/token', {
      grant_type: 'refresh_token',
      ...clientOf(own, 'anisearch'),
      refresh_token,
    })

  it('goes through a code, PKCE and the state', async () => {
    const own = createAsk()
    const page = await call(own, 'GET', 'oauth/authorize', asked(own))
    expect(page.text).toContain('user.profile, ratings.anime')
    const { location } = await authorize(own)
    expect(location?.searchParams.get('state')).toBe('xyz')
    const { json } = await exchange(own, location?.searchParams.get('code') ?? '')
    expect(json).toMatchObject({ token_type: 'Bearer', expires_in: 3600 })
    const headers = {
      'user-agent': 'Tsuzuki/1.0 (+https://example.org)',
      authorization: `Bearer ${json.access_token}`,
    }
    expect((await own.anisearch('GET', 'my/anime/ratings', null, headers)).status).toBe(200)
    expect((await own.anisearch('GET', 'my/manga/ratings', null, headers)).status).toBe(403)
  })

  it('shows a blank page without a challenge, and refuses a plain one', async () => {
    const own = createAsk()
    const { code_challenge: _challenge, ...without } = asked(own)
    const blank = await call(own, 'GET', 'oauth/authorize', without)
    expect([blank.status, blank.text]).toEqual([200, ''])
    const plain = await authorize(own, { code_challenge_method: 'plain' })
    expect(plain.location?.searchParams.get('error')).toBe('invalid_request')
  })

  it('refuses scopes that do not exist', async () => {
    const { location } = await authorize(createAsk(), { scope: 'everything' })
    expect(location?.searchParams.get('error')).toBe('invalid_scope')
  })

  it('refuses a wrong verifier, a wrong address, a wrong secret and a late code', async () => {
    const own = createAsk()
    const code = await codeFor(own)
    expect((await exchange(own, code, { code_verifier: 'w'.repeat(64) })).json.error).toBe(
      'invalid_grant',
    )
    expect((await exchange(own, code, { redirect_uri: `${back}2` })).status).toBe(400)
    expect((await exchange(own, code, { client_secret: 'guess' })).status).toBe(401)
    expect((await exchange(own, code)).status).toBe(200)
    const late = await codeFor(own)
    await own.clock.advance(10 * 60 * 1000)
    expect((await exchange(own, late)).status).toBe(400)
  })

  it('ends what came out of a code that is shown twice', async () => {
    const own = createAsk()
    const code = await codeFor(own)
    const { json } = await exchange(own, code)
    expect((await exchange(own, code)).status).toBe(400)
    expect((await refresh(own, json.refresh_token)).status).toBe(400)
  })

  it('gives a new pair at each refresh, and ends at a second use of the old', async () => {
    const own = createAsk()
    const first = own.sandbox.accounts.anisearch?.refreshToken ?? ''
    const { json } = await refresh(own, first)
    expect(json.refresh_token).not.toBe(first)
    expect((await refresh(own, first)).status).toBe(400)
    expect((await refresh(own, json.refresh_token)).status).toBe(400)
  })

  it('lets refresh tokens live for 30 days', async () => {
    const own = createAsk()
    const first = own.sandbox.accounts.anisearch?.refreshToken ?? ''
    await own.clock.advance(30 * 24 * 3600 * 1000)
    expect((await refresh(own, first)).status).toBe(400)
  })

  it('revokes with Basic, and takes a client without a secret where that is registered', async () => {
    const own = createAsk()
    const { client_id, client_secret } = clientOf(own, 'anisearch')
    const token = own.sandbox.accounts.anisearch?.refreshToken ?? ''
    const basic = Buffer.from(`${client_id}:${client_secret}`).toString('base64')
    const fields = { token, token_type_hint: 'refresh_token' }
    const headers = { authorization: `Basic ${basic}` }
    const bare = await call(own, 'POST', 'oauth/revoke', fields)
    expect(bare.status).toBe(401)
    const right = await call(own, 'POST', 'oauth/revoke', fields, headers)
    expect(right.status).toBe(200)
    expect((await refresh(own, token)).status).toBe(400)
    expect((await own.anisearch('GET', 'my/profile')).status).toBe(401)

    own.sandbox.control.setClient('anisearch', {
      id: 'public',
      name: 'Public',
      secret: null,
      redirectUris: ['https://example.org/back'],
    })
    const uri = 'https://example.org/back'
    const { location } = await authorize(own, { client_id: 'public', redirect_uri: uri })
    const code = location?.searchParams.get('code') ?? ''
    const open = { client_id: 'public', client_secret: '', redirect_uri: uri }
    expect((await exchange(own, code, open)).status).toBe(200)
    const elsewhere = await authorize(own, { client_id: 'public', redirect_uri: back })
    expect([elsewhere.status, elsewhere.location]).toEqual([400, null])
  })
})
