import { describe, expect, it } from 'vitest'
import { createAsk } from '../ask'
import { approve, back, clientOf, deny, send, type Ask, type Call } from './send'

function call(own: Ask, method: Call['method'], path: string, fields?: Record<string, string>) {
  return send(own, { service: 'anilist', method, path, ...(fields && { fields }) })
}

describe('signing in at AniList', () => {
  const path = 'api/v2/oauth/authorize'
  const asked = (own: Ask, more: Record<string, string>) => ({
    client_id: clientOf(own, 'anilist').client_id,
    ...more,
  })

  it('shows a page that asks', async () => {
    const own = createAsk()
    const fields = asked(own, { response_type: 'token', redirect_uri: back })
    const { status, text } = await call(own, 'GET', path, fields)
    expect(status).toBe(200)
    expect(text).toContain('<strong>Tsuzuki</strong>')
    expect(text).toContain('value="approve"')
    expect(text).toContain('mika')
  })

  it('writes nothing of the address into the page unescaped', async () => {
    const own = createAsk()
    const fields = asked(own, { response_type: 'token', state: '"><script>alert(1)</script>' })
    const { text } = await call(own, 'GET', path, fields)
    expect(text).not.toContain('<script>alert')
  })

  it('with the implicit grant brings a token of a year behind the #', async () => {
    const own = createAsk()
    const fields = asked(own, { response_type: 'token', redirect_uri: back, ...approve })
    const { location } = await call(own, 'POST', path, fields)
    expect(location?.search).toBe('')
    const values = new URLSearchParams(location?.hash.slice(1))
    expect(values.get('expires_in')).toBe('31536000')
    const token = values.get('access_token') ?? ''
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    expect(claims.sub).toBe(String(own.userId))
    expect(claims.exp * 1000).toBe(own.clock.wall() + 365 * 24 * 3600 * 1000)
    const viewer = await own.graph('{ Viewer { id } }', {}, { authorization: `Bearer ${token}` })
    expect(viewer.status).toBe(200)
  })

  it('without an address leads to the pin page', async () => {
    const own = createAsk()
    const fields = asked(own, { response_type: 'token', ...approve })
    const { location } = await call(own, 'POST', path, fields)
    expect(location?.pathname).toBe('/anilist/api/v2/oauth/pin')
    const page = await call(own, 'GET', 'api/v2/oauth/pin')
    expect(page.text).toContain('access_token')
  })

  it('can be done as somebody else', async () => {
    const own = createAsk()
    const user = String(own.userId + 2)
    const fields = asked(own, { response_type: 'token', redirect_uri: back, ...approve, user })
    const { location } = await call(own, 'POST', path, fields)
    const token = new URLSearchParams(location?.hash.slice(1)).get('access_token')
    const { json } = await own.graph('{ Viewer { id } }', {}, { authorization: `Bearer ${token}` })
    expect(String(json.data.Viewer.id)).toBe(user)
  })

  it('with a code exchanges it once, for the right address and secret', async () => {
    const own = createAsk()
    const codeFor = async () => {
      const wanted = { response_type: 'code', redirect_uri: back, state: 's1', ...approve }
      const { location } = await call(own, 'POST', path, asked(own, wanted))
      expect(location?.searchParams.get('state')).toBe('s1')
      return location?.searchParams.get('code') ?? ''
    }
    const exchange = (code: string, more: Record<string, string> = {}) =>
      call(own, 'POST', 'api/v2/oauth/token', {
        grant_type: 'authorization_code',
        ...clientOf(own, 'anilist'),
        redirect_uri: back,
        code,
        ...more,
      })
    const code = await codeFor()
    expect((await exchange(code, { client_secret: 'guess' })).status).toBe(401)
    const wrong = await exchange(code, { redirect_uri: 'http://127.0.0.1:51000/other' })
    expect(wrong.json).toEqual({
      error: 'invalid_client',
      message: 'Client authentication failed',
    })
    const right = await exchange(code)
    expect(right.json).toMatchObject({ token_type: 'Bearer', expires_in: 31_536_000 })
    expect(right.json).not.toHaveProperty('refresh_token')
    expect((await exchange(code)).status).toBe(400)
    const late = await codeFor()
    await own.clock.advance(10 * 60 * 1000)
    expect((await exchange(late)).status).toBe(400)
  })

  it('says no where the person does, where the client is unknown, where the kind is', async () => {
    const own = createAsk()
    const fields = asked(own, { response_type: 'code', redirect_uri: back })
    const denied = await call(own, 'POST', path, { ...fields, ...deny })
    expect(denied.location?.searchParams.get('error')).toBe('access_denied')
    const unknown = await call(own, 'GET', path, { ...fields, client_id: '1' })
    expect([unknown.status, unknown.json.error]).toEqual([401, 'invalid_client'])
    const elsewhere = { ...fields, redirect_uri: 'https://evil.example/' }
    expect((await call(own, 'GET', path, elsewhere)).status).toBe(401)
    const kind = await call(own, 'GET', path, { ...fields, response_type: 'id' })
    expect(kind.json.error).toBe('unsupported_grant_type')
  })

  it('has no client credentials and no refresh', async () => {
    const own = createAsk()
    for (const grant_type of ['client_credentials', 'refresh_token']) {
      const fields = { grant_type, ...clientOf(own, 'anilist') }
      const { json } = await call(own, 'POST', 'api/v2/oauth/token', fields)
      expect(json.error).toBe('unsupported_grant_type')
    }
  })

  it('costs nothing of the limit', async () => {
    const own = createAsk({ limits: { anilist: { api: { max: 0 } } } })
    const fields = asked(own, { response_type: 'token' })
    expect((await call(own, 'GET', path, fields)).status).toBe(200)
  })
})
