import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { SandboxAnswer } from '../../../../src/sandbox/core/wire'
import { isFault } from '../../../../src/sandbox/core/wire'
import { createAsk } from '../ask'

type Ask = ReturnType<typeof createAsk>
type Service = 'anilist' | 'anilist-v1' | 'anisearch'

const back = 'http://127.0.0.1:51000/callback'
const verifier = 'v'.repeat(64)
const challenge = createHash('sha256').update(verifier).digest('base64url')

async function ask(
  { handle }: Ask,
  service: Service,
  method: string,
  path: string,
  fields: Record<string, string> = {},
  headers: Record<string, string> = {},
) {
  const encoded = new URLSearchParams(fields).toString()
  const answer: SandboxAnswer = await handle({
    service,
    method,
    path: method === 'GET' ? `/${path}?${encoded}` : `/${path}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: method === 'GET' ? '' : encoded,
  })
  if (isFault(answer)) throw new Error(answer.fault)
  const text = String(answer.body)
  const isJson = answer.headers['content-type']?.includes('json')
  const location = answer.headers.location ? new URL(answer.headers.location) : null
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const json: any = isJson ? JSON.parse(text) : null
  return { status: answer.status, text, json, location }
}

function clientOf({ sandbox }: Ask, service: Service) {
  const account = sandbox.accounts[service]
  return { client_id: account?.clientId ?? '', client_secret: account?.clientSecret ?? '' }
}

const approve = { decision: 'approve' }
const deny = { decision: 'deny' }

describe('signing in at AniList', () => {
  const path = 'api/v2/oauth/authorize'
  const asked = (own: Ask, more: Record<string, string>) => ({
    client_id: clientOf(own, 'anilist').client_id,
    ...more,
  })

  it('shows a page that asks', async () => {
    const own = createAsk()
    const fields = asked(own, { response_type: 'token', redirect_uri: back })
    const { status, text } = await ask(own, 'anilist', 'GET', path, fields)
    expect(status).toBe(200)
    expect(text).toContain('<strong>Tsuzuki</strong>')
    expect(text).toContain('value="approve"')
    expect(text).toContain('mika')
  })

  it('writes nothing of the address into the page unescaped', async () => {
    const own = createAsk()
    const fields = asked(own, { response_type: 'token', state: '"><script>alert(1)</script>' })
    const { text } = await ask(own, 'anilist', 'GET', path, fields)
    expect(text).not.toContain('<script>alert')
  })

  it('with the implicit grant brings a token of a year behind the #', async () => {
    const own = createAsk()
    const fields = asked(own, { response_type: 'token', redirect_uri: back, ...approve })
    const { location } = await ask(own, 'anilist', 'POST', path, fields)
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
    const { location } = await ask(own, 'anilist', 'POST', path, fields)
    expect(location?.pathname).toBe('/anilist/api/v2/oauth/pin')
    const page = await ask(own, 'anilist', 'GET', 'api/v2/oauth/pin')
    expect(page.text).toContain('access_token')
  })

  it('can be done as somebody else', async () => {
    const own = createAsk()
    const user = String(own.userId + 2)
    const fields = asked(own, { response_type: 'token', redirect_uri: back, ...approve, user })
    const { location } = await ask(own, 'anilist', 'POST', path, fields)
    const token = new URLSearchParams(location?.hash.slice(1)).get('access_token')
    const { json } = await own.graph('{ Viewer { id } }', {}, { authorization: `Bearer ${token}` })
    expect(String(json.data.Viewer.id)).toBe(user)
  })

  it('with a code exchanges it once, for the right address and secret', async () => {
    const own = createAsk()
    const codeFor = async () => {
      const wanted = { response_type: 'code', redirect_uri: back, state: 's1', ...approve }
      const { location } = await ask(own, 'anilist', 'POST', path, asked(own, wanted))
      expect(location?.searchParams.get('state')).toBe('s1')
      return location?.searchParams.get('code') ?? ''
    }
    const exchange = (code: string, more: Record<string, string> = {}) =>
      ask(own, 'anilist', 'POST', 'api/v2/oauth/token', {
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
    const denied = await ask(own, 'anilist', 'POST', path, { ...fields, ...deny })
    expect(denied.location?.searchParams.get('error')).toBe('access_denied')
    const unknown = await ask(own, 'anilist', 'GET', path, { ...fields, client_id: '1' })
    expect([unknown.status, unknown.json.error]).toEqual([401, 'invalid_client'])
    const elsewhere = { ...fields, redirect_uri: 'https://evil.example/' }
    expect((await ask(own, 'anilist', 'GET', path, elsewhere)).status).toBe(401)
    const kind = await ask(own, 'anilist', 'GET', path, { ...fields, response_type: 'id' })
    expect(kind.json.error).toBe('unsupported_grant_type')
  })

  it('has no client credentials and no refresh', async () => {
    const own = createAsk()
    for (const grant_type of ['client_credentials', 'refresh_token']) {
      const fields = { grant_type, ...clientOf(own, 'anilist') }
      const { json } = await ask(own, 'anilist', 'POST', 'api/v2/oauth/token', fields)
      expect(json.error).toBe('unsupported_grant_type')
    }
  })

  it('costs nothing of the limit', async () => {
    const own = createAsk({ limits: { anilist: { api: { max: 0 } } } })
    const fields = asked(own, { response_type: 'token' })
    expect((await ask(own, 'anilist', 'GET', path, fields)).status).toBe(200)
  })
})

describe('signing in at AniList v1', () => {
  const path = 'api/auth/authorize'
  const tokenPath = 'api/auth/access_token'

  async function pin(own: Ask) {
    const { client_id } = clientOf(own, 'anilist-v1')
    const fields = { grant_type: 'authorization_pin', client_id, response_type: 'pin' }
    expect((await ask(own, 'anilist-v1', 'GET', path, fields)).text).toContain('approve')
    const { text } = await ask(own, 'anilist-v1', 'POST', path, { ...fields, ...approve })
    return /<code id="code">(\w+)<\/code>/.exec(text)?.[1] ?? ''
  }

  it('shows a pin of 40 signs that works once', async () => {
    const own = createAsk()
    const code = await pin(own)
    expect(code).toHaveLength(40)
    const fields = { grant_type: 'authorization_pin', ...clientOf(own, 'anilist-v1'), code }
    const { json } = await ask(own, 'anilist-v1', 'POST', tokenPath, fields)
    expect(json).toMatchObject({ token_type: 'bearer', expires_in: 3600 })
    expect(json.expires).toBe(Math.floor(own.clock.wall() / 1000) + 3600)
    expect((await own.v1('GET', 'user', {}, json.access_token)).status).toBe(200)
    expect((await ask(own, 'anilist-v1', 'POST', tokenPath, fields)).status).toBe(400)
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
    const { location } = await ask(own, 'anilist-v1', 'POST', path, { ...fields, ...approve })
    expect(location?.searchParams.get('state')).toBe('abc')
    const code = location?.searchParams.get('code') ?? ''
    const exchange = { grant_type: 'authorization_code', ...clientOf(own, 'anilist-v1'), code }
    const elsewhere = await ask(own, 'anilist-v1', 'POST', tokenPath, exchange)
    expect(elsewhere.status).toBe(400)
    const right = { ...exchange, redirect_uri: back }
    expect((await ask(own, 'anilist-v1', 'POST', tokenPath, right)).status).toBe(200)
    const evil = { ...fields, redirect_uri: 'https://evil.example/' }
    expect((await ask(own, 'anilist-v1', 'GET', path, evil)).status).toBe(401)
    const denied = await ask(own, 'anilist-v1', 'POST', path, { ...fields, ...deny })
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
    expect((await ask(own, 'anilist-v1', 'POST', asked)).status).toBe(200)
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
      ask(own, 'anilist-v1', 'POST', tokenPath, {
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
    const { json } = await ask(own, 'anilist-v1', 'POST', tokenPath, {
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
    ask(own, 'anisearch', 'POST', 'oauth/authorize', { ...asked(own, more), ...approve })
  const codeFor = async (own: Ask) =>
    (await authorize(own)).location?.searchParams.get('code') ?? ''
  const exchange = (own: Ask, code: string, more: Record<string, string> = {}) =>
    ask(own, 'anisearch', 'POST', 'oauth/token', {
      grant_type: 'authorization_code',
      ...clientOf(own, 'anisearch'),
      redirect_uri: back,
      code_verifier: verifier,
      code,
      ...more,
    })
  const refresh = (own: Ask, refresh_token: string) =>
    ask(own, 'anisearch', 'POST', 'oauth/token', {
      grant_type: 'refresh_token',
      ...clientOf(own, 'anisearch'),
      refresh_token,
    })

  it('goes through a code, PKCE and the state', async () => {
    const own = createAsk()
    const page = await ask(own, 'anisearch', 'GET', 'oauth/authorize', asked(own))
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
    const blank = await ask(own, 'anisearch', 'GET', 'oauth/authorize', without)
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
    const bare = await ask(own, 'anisearch', 'POST', 'oauth/revoke', fields)
    expect(bare.status).toBe(401)
    const right = await ask(own, 'anisearch', 'POST', 'oauth/revoke', fields, headers)
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
