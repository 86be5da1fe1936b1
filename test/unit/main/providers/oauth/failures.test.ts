import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { failureOfOAuth, refusal } from '../../../../../src/main/providers/oauth-failures'
import { jwtExpiry } from '../../../../../src/main/providers/jwt'
import { failureCodes } from '../../../../../src/shared/failure'
import { signInReasons } from '../../../../../src/shared/sign-in'
import { answerOf, failureFrom, wallMs, webPage } from '../support'
import { anilist, anilistV1, anisearch, client, exchanged, jwtWith } from './support'

const failureOf = (...answer: Parameters<typeof answerOf>) =>
  failureOfOAuth(answerOf(...answer), wallMs)

describe('what a token endpoint says', () => {
  test.each([
    // As AniList words them.
    [{ error: 'invalid_client', message: 'Client authentication failed' }, 401, 'wrong-client'],
    [
      {
        error: 'invalid_request',
        message: 'Malformed.',
        hint: 'Cannot decrypt the authorization code',
      },
      400,
      'code-expired',
    ],
    [{ error: 'unsupported_grant_type', message: 'Not supported.', hint: 'Check' }, 400, 'refused'],
    // As v1 does.
    [
      { error: 'invalid_request', error_description: 'The refresh token is invalid.' },
      400,
      'code-expired',
    ],
    // As the standard does.
    [{ error: 'invalid_grant' }, 400, 'code-expired'],
    [
      { error: 'invalid_grant', error_description: 'redirect_uri does not match' },
      400,
      'wrong-redirect',
    ],
    [{ error: 'invalid_scope' }, 400, 'wrong-scope'],
    [{ error: 'unauthorized_client' }, 400, 'wrong-client'],
    [{ error: 'something_else' }, 400, 'refused'],
    [{ error: 'invalid_grant' }, 200, 'code-expired'],
  ])('%j with %i', (body, status, reason) => {
    expect(failureOf(body, status)).toMatchObject({ code: 'refused', reason: `sign-in-${reason}` })
  })

  test('a no of the user is no fault', () => {
    expect(refusal('access_denied', null)).toMatchObject({
      code: 'cancelled',
      reason: 'sign-in-denied',
    })
  })

  test('keeps the service’s own words', () => {
    expect(
      failureOf({ error: 'invalid_request', message: 'Bad.', hint: 'Look.' }, 400)?.detail,
    ).toBe('Bad. · Look.')
  })

  test('a 401 without words is a program that is not known', () => {
    expect(failureOf('', 401)).toMatchObject({ code: 'refused', reason: 'sign-in-wrong-client' })
  })

  test.each([
    [webPage, 200, 'bad-answer'],
    [webPage, 404, 'bad-answer'],
    ['{}', 404, 'bad-answer'],
    ['', 500, 'bad-answer'],
    [{ error: 'server_error' }, 503, 'bad-answer'],
    ['', 403, 'blocked'],
    ['', 302, 'bad-answer'],
  ])('%j with %i is %s', (body, status, code) => {
    expect(failureOf(body, status)?.code).toBe(code)
  })

  test('a limit tells how long to wait', () => {
    expect(failureOf({ error: 'slow_down' }, 429, { 'retry-after': '7' })).toMatchObject({
      code: 'rate-limited',
      retryAfterMs: 7_000,
    })
  })

  test('tokens are fine', () => {
    expect(failureOf({ access_token: 'a' })).toBeNull()
  })
})

describe('hostile answers', () => {
  const at = new URL('https://service.example/oauth/')
  const calls = [
    anilist.exchange(at, { ...exchanged, way: 'code' }),
    anilistV1.exchange(at, { ...exchanged, way: 'pin' }),
    anisearch.refresh?.(at, client, 'r'),
  ]

  test.each([
    '{"access_token":""}',
    '{"access_token":7}',
    '{"access_token":["a"]}',
    '[]',
    'null',
    '"token"',
    '{"access_token":"a"',
    'access_token=a&token_type=bearer',
  ])('%s gives no tokens', (text) => {
    for (const call of calls) {
      expect(failureFrom(() => call?.parse(answerOf(text))).code).toBe('bad-answer')
    }
  })

  test('an end beyond all bounds is no end that a date could not hold', () => {
    const issued = calls[0]?.parse(answerOf({ access_token: 'a', expires_in: 1e300 }))

    expect(Number.isNaN(new Date(issued?.expiresAt ?? NaN).getTime())).toBe(false)
  })

  test('whatever comes, it is tokens or a failure of ours', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 100, max: 599 }), (body, status) => {
        for (const call of calls) {
          try {
            const issued = call?.parse(answerOf(JSON.stringify(body), status))
            expect(issued?.accessToken).toBeTruthy()
          } catch (error) {
            const failure = failureFrom(() => {
              throw error
            })
            expect(failureCodes).toContain(failure.code)
            if (failure.reason) expect(signInReasons).toContain(failure.reason)
          }
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the end that a token tells', () => {
  test('is read in seconds', () => {
    expect(jwtExpiry(jwtWith({ exp: 1_800_000_000.5 }))).toBe(1_800_000_000_500)
  })

  test.each([
    ['not a token', 'abc'],
    ['no claims', jwtWith(null)],
    ['an end that is no number', jwtWith({ exp: '2027-01-01' })],
    ['an end in milliseconds', jwtWith({ exp: 1_800_000_000_000 })],
    ['an end before all time', jwtWith({ exp: -1 })],
    ['broken claims', 'eyJh.!!!.x'],
    ['claims that are no JSON', `eyJh.${btoa('{exp')}.x`.replaceAll('=', '')],
  ])('is unknown for %s', (_what, token) => {
    expect(jwtExpiry(token)).toBeNull()
  })

  test('is read where the claims hold signs of base64url', () => {
    // These names make `-` and `_` in base64url.
    const token = jwtWith({ exp: 1_800_000_000, name: '???>>>ÿÿÿ' })

    expect(token).toMatch(/[-_]/)
    expect(jwtExpiry(token)).toBe(1_800_000_000_000)
  })
})
