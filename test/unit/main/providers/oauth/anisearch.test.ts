import { describe, expect, test } from 'vitest'
import { answerOf } from '../support'
import { anisearch, asked, client, exchanged, fieldsOf, isOAuthCall } from './support'

const own = new URL('https://api.anisearch.com/v1/')
const at = anisearch.addressOf(own, null)

describe('where aniSearch lets people sign in', () => {
  test.each(['com', 'de', 'es', 'fr', 'it', 'jp'])('is the site in .%s too', (end) => {
    const site = `www.anisearch.${end}`

    expect(anisearch.sites).toContain(site)
    expect(anisearch.addressOf(own, site).href).toBe(`https://${site}/oauth/`)
  })

  test('is the English site where none was chosen, or one that is none', () => {
    expect(at.href).toBe('https://www.anisearch.com/oauth/')
    expect(anisearch.addressOf(own, 'anisearch.example').href).toBe(at.href)
  })

  test.each([
    ['de-CH', 'www.anisearch.de'],
    ['ja', 'www.anisearch.jp'],
    ['en-GB', 'www.anisearch.com'],
    ['pt-BR', 'www.anisearch.com'],
  ])('for somebody who speaks %s is %s', (language, site) => {
    expect(anisearch.siteFor(language)).toBe(site)
  })

  test('lies beside the API at an address that was named instead, whatever the site', () => {
    const named = new URL('http://127.0.0.1:4010/anisearch/v1/')

    expect(anisearch.addressOf(named, 'www.anisearch.de').href).toBe(
      'http://127.0.0.1:4010/anisearch/oauth/',
    )
  })
})

test('the page is asked with a challenge by S256 and all scopes', () => {
  const url = anisearch.authorizeUrl(at, { ...asked, way: 'browser' })

  expect(fieldsOf(url)).toEqual({
    response_type: 'code',
    client_id: 'id 7',
    redirect_uri: asked.redirectUri,
    scope: 'user.profile ratings.anime ratings.manga',
    state: 'the-state',
    code_challenge: 'the-challenge',
    code_challenge_method: 'S256',
  })
  expect(url).toContain('scope=user.profile%20ratings.anime')
})

describe('the token call', () => {
  const call = anisearch.exchange(at, { ...exchanged, way: 'browser' })

  test('carries the verifier and the credentials as a form', () => {
    expect(isOAuthCall(call)).toBe(true)
    expect(call.path).toBe('https://www.anisearch.com/oauth/token')
    expect(fieldsOf(call.body)).toEqual({
      grant_type: 'authorization_code',
      code: 'the code',
      redirect_uri: asked.redirectUri,
      code_verifier: 'the-verifier',
      client_id: 'id 7',
      client_secret: 's&cret',
    })
  })

  test('leaves the secret out where the program has none', () => {
    const without = { ...exchanged, way: 'browser', client: { id: 'id 7', secret: null } } as const

    expect(fieldsOf(anisearch.exchange(at, without).body)).not.toHaveProperty('client_secret')
  })

  test('reads the scopes that were granted', () => {
    const issued = call.parse(
      answerOf({ access_token: 'a', refresh_token: 'r', scope: 'user.profile ratings.anime' }),
    )

    expect(issued.scopes).toEqual(['user.profile', 'ratings.anime'])
    expect(call.parse(answerOf({ access_token: 'a' })).scopes).toBeNull()
  })
})

test('a refresh carries the refresh token', () => {
  const call = anisearch.refresh?.(at, client, 'the-refresh')

  expect(fieldsOf(call?.body)).toMatchObject({
    grant_type: 'refresh_token',
    refresh_token: 'the-refresh',
  })
})

describe('taking back', () => {
  test('names the refresh token, and the program by Basic', () => {
    const call = anisearch.revoke?.(at, client, 'the-refresh')

    expect(call?.path).toBe('https://www.anisearch.com/oauth/revoke')
    expect(fieldsOf(call?.body)).toEqual({
      token: 'the-refresh',
      token_type_hint: 'refresh_token',
    })
    // "id 7" and "s&cret", each encoded before they are joined.
    expect(call?.headers?.['authorization']).toBe(`Basic ${btoa('id%207:s%26cret')}`)
  })

  test('names a program without a secret in the form', () => {
    const call = anisearch.revoke?.(at, { id: 'id 7', secret: null }, 'the-refresh')

    expect(call?.headers).not.toHaveProperty('authorization')
    expect(fieldsOf(call?.body)).toMatchObject({ client_id: 'id 7' })
  })

  test('an empty answer is fine', () => {
    expect(anisearch.revoke?.(at, client, 'r').parse(answerOf(''))).toBeUndefined()
  })
})
