import { describe, expect, it } from 'vitest'
import { createAsk } from '../ask'
import { approve, back, clientOf, deny, send, type Ask, type Call } from './send'

function call(own: Ask, method: Call['method'], path: string, fields?: Record<string, string>) {
  return send(own, { service: 'anilist-v1', method, path, ...(fields && { fields }) })
}

describe('signing in at AniList v1', () => {
  const path = 'api/auth/authorize'
  const tokenPath = 'api/auth/access_token'

  async function pin(own: Ask) {
    const { client_id } = clientOf(own, 'anilist-v1')
    const fields = { grant_type: 'authorization_pin', client_id, response_type: 'pin' }
    expect((await call(own, 'GET', path, fields)).text).toContain('approve')
    const { text } = await call(own, 'POST', path, { ...fields, ...approve })
    return /<code id="code">(\w+)<\/code>/.exec(text)?.[1] ?? ''
  }

  it('shows a pin of 40 signs that works once', async () => {
    const own = createAsk()
    const code = await pin(own)
    expect(code).toHaveLength(40)
    const fields = { grant_type: 'authorization_pin', ...clientOf(own, 'anilist-v1'), code }
    const { json } = await call(own, 'POST', tokenPath, fields)
    expect(json).toMatchObject({ token_type: 'bearer', expires_in: 3600 })
    expect(json.expires).toBe(Math.floor(own.clock.wall() / 1000) + 3600)
    expect((await own.v1('GET', 'user', {}, json.access_token)).status).toBe(200)
    expect((await call(own, 'POST', tokenPath, fields)).status).toBe(400)
  })

  it('brings a code to an address that is registered', async () => {
    const own = createAsk()
    const fields = {
      grant_type: 'authorization_code',
      client_id: clientOf(own, 'anilist-v1').client_id,
      response_type: 'code',
      redirect_uri: back,
      state: 'abc',
    }
    const { location } = await call(own, 'POST', path, { ...fields, ...approve })
    expect(location?.searchParams.get('state')).toBe('abc')
    const code = location?.searchParams.get('code') ?? ''
    const exchange = { grant_type: 'authorization_code', ...clientOf(own, 'anilist-v1'), code }
    const elsewhere = await call(own, 'POST', tokenPath, exchange)
    expect(elsewhere.status).toBe(400)
    const right = { ...exchange, redirect_uri: back }
    expect((await call(own, 'POST', tokenPath, right)).status).toBe(200)
    const evil = { ...fields, redirect_uri: 'https://evil.example/' }
    expect((await call(own, 'GET', path, evil)).status).toBe(401)
    const denied = await call(own, 'POST', path, { ...fields, ...deny })
    expect(denied.location?.searchParams.get('error')).toBe('access_denied')
  })

  it('takes its parameters from the query as well', async () => {
    const own = createAsk()
    const code = await pin(own)
    const query = new URLSearchParams({
      grant_type: 'authorization_pin',
      ...clientOf(own, 'anilist-v1'),
      code,
    })
    const asked = `${tokenPath}?${query.toString()}`
    expect((await call(own, 'POST', asked)).status).toBe(200)
  })

  it.each([
    ['weekly', 3600, false],
    ['weekly', 6.5 * 24 * 3600, true],
    ['always', 3600, true],
    ['never', 6.5 * 24 * 3600, false],
  ] as const)('rotates refresh tokens %s: after %i s %s', async (v1Rotation, age, isNew) => {
    const own = createAsk({ behaviour: { v1Rotation } })
    const old = own.sandbox.accounts['anilist-v1']?.refreshToken ?? ''
    const refresh = (refresh_token: string) =>
      call(own, 'POST', tokenPath, {
        grant_type: 'refresh_token',
        ...clientOf(own, 'anilist-v1'),
        refresh_token,
      })
    await own.clock.advance(age * 1000)
    const { json } = await refresh(old)
    expect('refresh_token' in json).toBe(isNew)
    expect((await own.v1('GET', 'user', {}, json.access_token)).status).toBe(200)
    expect((await refresh(old)).status).toBe(isNew ? 400 : 200)
    if (isNew) expect((await refresh(json.refresh_token)).status).toBe(200)
  })

  it('says which refresh token is dead', async () => {
    const own = createAsk()
    const { json } = await call(own, 'POST', tokenPath, {
      grant_type: 'refresh_token',
      ...clientOf(own, 'anilist-v1'),
      refresh_token: 'dead',
    })
    expect(json).toEqual({
      error: 'invalid_request',
      error_description: 'The refresh token is invalid.',
    })
  })
})
