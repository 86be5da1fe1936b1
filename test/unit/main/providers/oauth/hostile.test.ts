import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OAuth, OAuthWay } from '../../../../../src/main/providers/oauth'
import type { ServiceCall } from '../../../../../src/main/providers/provider'
import { isAnswer, readAnswer, readPasted } from '../../../../../src/main/services/sign-in/answer'
import { AppError, failureCodes } from '../../../../../src/shared/failure'
import { hostileAnswers, runs } from '../hostile'
import { anilist, anilistV1, anisearch, client, exchanged, jwtWith } from './support'

const at = new URL('https://service.example/oauth/')
const oauths: readonly (readonly [string, OAuth])[] = [
  ['anilist', anilist],
  ['anilist-v1', anilistV1],
  ['anisearch', anisearch],
]

const calls = oauths.flatMap(([name, oauth]): [string, ServiceCall<unknown>][] => {
  const exchange = oauth.ways
    .filter(({ gives }) => gives === 'code')
    .map(({ way }) => oauth.exchange(at, { ...exchanged, way }))
  const others = [
    oauth.refresh?.(at, client, 'refresh'),
    oauth.revoke?.(at, client, 'refresh'),
    oauth.clientCredentials?.(at, client),
  ]
  return [...exchange, ...others.flatMap((call) => call ?? [])].map((call) => [name, call])
})

const good = [
  { access_token: 'a', refresh_token: 'r', expires_in: 3600, expires: '1700000000', scope: 'a b' },
  { access_token: 'a', refresh_token: null, expires_in: '3600', token_type: 'bearer' },
  { error: 'invalid_request', error_description: 'The refresh token is invalid.' },
  { error: 'invalid_client', message: 'Client authentication failed', hint: 'Check it' },
]

function isOurs(thrown: unknown) {
  expect(thrown).toBeInstanceOf(AppError)
  const { code, detail } = (thrown as AppError).failure
  expect(failureCodes).toContain(code)
  expect(detail?.length ?? 0).toBeLessThanOrEqual(500)
}

describe('whatever a token endpoint answers', () => {
  test.each(calls.map(([service, call], index) => ({ index, service, name: call.name, call })))(
    '$index $service $name reads whole tokens or fails with a code of ours',
    ({ call }) => {
      fc.assert(
        fc.property(hostileAnswers(good), (answer) => {
          try {
            const failure = call.failureOf?.(answer) ?? null
            if (failure !== null) expect(failureCodes).toContain(failure.code)
            const tokens = call.parse(answer)
            // A refused answer is never read as tokens.
            expect(failure).toBeNull()
            if (tokens !== undefined) isWhole(tokens)
          } catch (thrown) {
            isOurs(thrown)
          }
        }),
        runs,
      )
    },
  )
})

function isWhole(tokens: unknown) {
  const { accessToken, refreshToken, expiresAt, scopes } = tokens as Record<string, unknown>
  expect(typeof accessToken === 'string' && accessToken !== '').toBe(true)
  expect(refreshToken === null || typeof refreshToken === 'string').toBe(true)
  expect(expiresAt === null || Number.isSafeInteger(Math.round(Number(expiresAt)))).toBe(true)
  expect(scopes === null || Array.isArray(scopes)).toBe(true)
}

const claims = fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.record({ exp: fc.jsonValue() }))
const tokens = fc.oneof(
  claims.map(jwtWith),
  claims.map((value) => jwtWith(value).slice(0, 30)),
  fc.nat(20_000).map((depth) => `a.${btoa('['.repeat(depth))}.b`),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constant(`a.${'b'.repeat(300_000)}.c`),
)

test.each(oauths)('whatever token comes from %s, its end is a time or not known', (_id, oauth) => {
  fc.assert(
    fc.property(tokens, (token) => {
      const { accessToken, expiresAt } = oauth.accept(token)
      expect(accessToken).toBe(token)
      expect(expiresAt === null || Number.isFinite(expiresAt)).toBe(true)
    }),
    runs,
  )
})

const names = ['code', 'access_token', 'state', 'error', 'error_description', 'other']
const fieldLists = fc.array(
  fc.tuple(
    fc.constantFrom(...names),
    fc.oneof(
      fc.constantFrom('the-state', 'access_denied', '', 'x'.repeat(100_000)),
      fc.string({ unit: 'binary', maxLength: 60 }),
    ),
  ),
  { maxLength: 8 },
)
const ways = oauths.flatMap(([id, oauth]) => oauth.ways.map((way) => ({ id, oauth, way })))

describe('whatever comes back with a browser', () => {
  test.each(ways.map((each) => ({ ...each, name: each.way.way })))(
    'to $id by $name is an answer with our state or fails with a code of ours',
    ({ way }) => {
      fc.assert(
        fc.property(fieldLists, (list) => {
          const fields = new URLSearchParams(list)
          try {
            const { value } = readAnswer(fields, { way, state: 'the-state' })
            expect(isAnswer(fields)).toBe(true)
            expect(value).not.toBe('')
            expect(fields.has('error')).toBe(false)
            expect(stateIsRight(fields, way)).toBe(true)
          } catch (thrown) {
            isOurs(thrown)
          }
        }),
        runs,
      )
    },
  )
})

function stateIsRight(fields: URLSearchParams, { state }: OAuthWay) {
  const told = fields.get('state')
  return told === null ? state !== 'yes' : told === 'the-state'
}

const pasted = fc.oneof(
  tokens,
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fieldLists.map((list) => `http://127.0.0.1/x#${new URLSearchParams(list).toString()}`),
  fc.constantFrom('p'.repeat(40), ' ', '\n\n', `https://${'['.repeat(5_000)}`, 'http://', 'a:b'),
)

test.each(ways.map((each) => ({ ...each, name: each.way.way })))(
  'whatever is pasted for $id by $name is taken or fails with a code of ours',
  ({ oauth, way }) => {
    fc.assert(
      fc.property(pasted, (text) => {
        try {
          const { kind } = readPasted(text, { way, state: 'the-state' }, oauth.mistaken)
          expect(kind).toBe(way.gives)
        } catch (thrown) {
          isOurs(thrown)
        }
      }),
      runs,
    )
  },
)
