import { describe, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '../../../../support/repository'
import { answerOf, wallMs } from '../support'
import { anilistV1, asked, client, exchanged, fieldsOf, isOAuthCall, jwtWith } from './support'

const at = anilistV1.addressOf(new URL('https://anilist.co/api/'), null)
const samples = JSON.parse(
  readFileSync(
    join(repositoryRoot, 'test/fixtures/services/anilist-v1/authentication.json'),
    'utf8',
  ),
) as Record<string, Record<string, string>>
const namesIn = (sample: string) => Object.keys(samples[sample] ?? {}).sort()

test('v1 lets people sign in below its base address', () => {
  const named = new URL('http://127.0.0.1:4010/anilist-v1/api/')

  expect(at.href).toBe('https://anilist.co/api/auth/')
  expect(anilistV1.addressOf(named, null).href).toBe('http://127.0.0.1:4010/anilist-v1/api/auth/')
})

describe('the page that asks', () => {
  test('wants the grant beside the kind of answer', () => {
    const fields = fieldsOf(anilistV1.authorizeUrl(at, { ...asked, way: 'browser' }))

    expect(fields).toMatchObject({ grant_type: 'authorization_code', response_type: 'code' })
    expect(Object.keys(fields).sort()).toEqual([...namesIn('authorize by code'), 'state'].sort())
  })

  test('wants another one for a pin', () => {
    const fields = fieldsOf(anilistV1.authorizeUrl(at, { ...asked, way: 'pin' }))

    expect(fields).toMatchObject({ grant_type: 'authorization_pin', response_type: 'pin' })
    expect(Object.keys(fields).sort()).toEqual(namesIn('authorize by pin'))
  })
})

describe('the token call', () => {
  const calls = {
    'token by code': anilistV1.exchange(at, { ...exchanged, way: 'browser' }),
    'token by pin': anilistV1.exchange(at, { ...exchanged, way: 'pin' }),
    'token by refresh': anilistV1.refresh?.(at, client, 'the-refresh'),
    'token by client credentials': anilistV1.clientCredentials(at, client),
  }

  test.each(Object.entries(calls))('sends what the document lists: %s', (sample, call) => {
    const fields = fieldsOf(call?.body)

    expect(call && isOAuthCall(call)).toBe(true)
    expect(call?.path).toBe('https://anilist.co/api/auth/access_token')
    expect(call?.headers?.['content-type']).toBe('application/x-www-form-urlencoded')
    expect(Object.keys(fields).sort()).toEqual(namesIn(sample))
    expect(fields['grant_type']).toBe(samples[sample]?.['grant_type'])
    expect(fields['client_secret']).toBe('s&cret')
  })

  test('reads the document’s own answers', () => {
    const issued = calls['token by code'].parse(answerOf(samples['answer to code']))

    expect(issued).toEqual({
      accessToken: 'ACXD3snrImEP5R6IHs6gGgqpnGgoZp54TDaWZkgc',
      refreshToken: 'X2Bxj1KzjsoaD4FCj6A0MGFWdY1Ggoc31L70eSAQ',
      expiresAt: wallMs + 3_600_000,
      scopes: null,
    })
  })

  test('a refresh that hands out no refresh token says so, and the old one still holds', () => {
    expect(
      calls['token by refresh']?.parse(answerOf(samples['answer to refresh'])).refreshToken,
    ).toBeNull()
  })

  test.each([
    [{ expires_in: '3600' }, wallMs + 3_600_000],
    [{ expires: 1_414_232_110 }, 1_414_232_110_000],
    [{ expires: '1414232110' }, 1_414_232_110_000],
    [{}, null],
    [{ expires_in: 'soon' }, null],
  ])('an end told as %j is read', (told, expected) => {
    const answer = answerOf({ access_token: 'a', ...told })

    expect(calls['token by code'].parse(answer).expiresAt).toBe(expected)
  })
})

test('a token of AniList of today is told from a pin', () => {
  expect(anilistV1.mistaken(jwtWith({ exp: 1 }))).toBe('sign-in-token-of-v2')
  expect(anilistV1.mistaken('a'.repeat(40))).toBeNull()
})
