import { describe, expect, test } from 'vitest'
import { answerOf, wallMs } from '../support'
import { anilist, asked, client, exchanged, fieldsOf, isOAuthCall, jwtWith } from './support'

const at = anilist.addressOf(new URL('https://graphql.anilist.co/'), null)
const yearS = wallMs / 1000 + 31_536_000

describe('where AniList lets people sign in', () => {
  test('is its website, not its API', () => {
    expect(at.href).toBe('https://anilist.co/api/v2/oauth/')
  })

  test('lies below an address that was named instead', () => {
    const named = new URL('http://127.0.0.1:4010/anilist/')

    expect(anilist.addressOf(named, null).href).toBe('http://127.0.0.1:4010/anilist/api/v2/oauth/')
  })
})

describe('the page that asks', () => {
  test('is asked for a token without an address, as the document says', () => {
    const url = anilist.authorizeUrl(at, { ...asked, way: 'browser' })

    expect(url.startsWith('https://anilist.co/api/v2/oauth/authorize?')).toBe(true)
    expect(fieldsOf(url)).toEqual({
      client_id: 'id 7',
      response_type: 'token',
      state: 'the-state',
    })
  })

  test('is asked the same for the pin, which is the token', () => {
    expect(fieldsOf(anilist.authorizeUrl(at, { ...asked, way: 'pin' }))).toMatchObject({
      response_type: 'token',
    })
    expect(anilist.pageRedirect(at)).toBe('https://anilist.co/api/v2/oauth/pin')
  })

  test('is asked for a code with the address where a secret is there', () => {
    expect(fieldsOf(anilist.authorizeUrl(at, { ...asked, way: 'code' }))).toEqual({
      client_id: 'id 7',
      redirect_uri: asked.redirectUri,
      response_type: 'code',
      state: 'the-state',
    })
  })
})

test('a code is exchanged as JSON, with the secret', () => {
  const call = anilist.exchange(at, { ...exchanged, way: 'code' })

  expect(isOAuthCall(call)).toBe(true)
  expect(call.path).toBe('https://anilist.co/api/v2/oauth/token')
  expect(call.headers?.['content-type']).toBe('application/json')
  expect(JSON.parse(call.body ?? '')).toEqual({
    grant_type: 'authorization_code',
    client_id: client.id,
    client_secret: client.secret,
    redirect_uri: asked.redirectUri,
    code: 'the code',
  })
})

test('the end is read from the token, also where the answer tells another one', () => {
  const token = jwtWith({ sub: '7', exp: yearS })
  const issued = anilist
    .exchange(at, { ...exchanged, way: 'code' })
    .parse(answerOf({ token_type: 'Bearer', expires_in: 60, access_token: token }))

  expect(issued).toMatchObject({ accessToken: token, refreshToken: null, expiresAt: yearS * 1000 })
})

test('a token that is no JWT ends when the answer says', () => {
  const issued = anilist
    .exchange(at, { ...exchanged, way: 'code' })
    .parse(answerOf({ expires_in: 60, access_token: 'opaque' }))

  expect(issued.expiresAt).toBe(wallMs + 60_000)
})

test('a token from the page tells its own end', () => {
  expect(anilist.accept(jwtWith({ exp: yearS })).expiresAt).toBe(yearS * 1000)
  expect(anilist.accept('opaque').expiresAt).toBeNull()
})

test('there is nothing to renew and nothing to take back', () => {
  expect(anilist.refresh).toBeNull()
  expect(anilist.revoke).toBeNull()
})

test('a PIN of the first interface is told from a token by its 40 characters', () => {
  expect(anilist.mistaken('a'.repeat(40))).toBe('sign-in-pin-of-v1')
  expect(anilist.mistaken('a'.repeat(41))).toBeNull()
  expect(anilist.mistaken(jwtWith({ exp: 1 }))).toBeNull()
})
