import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OAuthWay } from '../../../../../src/main/providers/oauth'
import { isAnswer, readAnswer, readPasted } from '../../../../../src/main/services/sign-in/answer'
import { failureCodes } from '../../../../../src/shared/failure'
import { anilist, anilistV1, anisearch, jwtWith } from '../../providers/oauth/support'
import { failureFrom } from '../../providers/support'

function wayOf({ ways }: { ways: readonly OAuthWay[] }, name: string): OAuthWay {
  const way = ways.find((each) => each.way === name)
  if (!way) throw new Error(`No way ${name}`)
  return way
}

const state = 'our-state'
const implicit = { way: wayOf(anilist, 'browser'), state }
const tokenPage = { way: wayOf(anilist, 'pin'), state }
const code = { way: wayOf(anisearch, 'browser'), state }
const pin = { way: wayOf(anilistV1, 'pin'), state }
const jwt = jwtWith({ exp: 1_900_000_000 })
const fields = (text: string) => new URLSearchParams(text)

describe('what comes back with the browser', () => {
  test('is the code', () => {
    expect(readAnswer(fields('code=abc&state=our-state'), code)).toEqual({
      kind: 'code',
      value: 'abc',
    })
  })

  test('is the token, with or without a state at AniList', () => {
    expect(readAnswer(fields(`access_token=${jwt}`), implicit).value).toBe(jwt)
    expect(readAnswer(fields(`access_token=${jwt}&state=our-state`), implicit).value).toBe(jwt)
  })

  test.each([
    ['another state', 'code=abc&state=theirs', code],
    ['an empty state', 'code=abc&state=', code],
    ['no state where one was sent with a code', 'code=abc', code],
    ['no state at AniList’s code', 'code=abc', { way: wayOf(anilist, 'code'), state }],
    ['no state at v1', 'code=abc', { way: wayOf(anilistV1, 'browser'), state }],
    ['another state at AniList’s token', `access_token=${jwt}&state=theirs`, implicit],
    ['another state with a refusal', 'error=access_denied&state=theirs', code],
  ])('is not taken with %s', (_what, text, expected) => {
    expect(failureFrom(() => readAnswer(fields(text), expected))).toMatchObject({
      code: 'refused',
      reason: 'sign-in-wrong-state',
    })
  })

  test('is the user’s no', () => {
    const refused = fields('error=access_denied&state=our-state')

    expect(failureFrom(() => readAnswer(refused, code))).toMatchObject({
      code: 'cancelled',
      reason: 'sign-in-denied',
    })
  })

  test('is a refusal in the service’s own words', () => {
    const refused = fields('error=invalid_scope&error_description=No+such+scope&state=our-state')

    expect(failureFrom(() => readAnswer(refused, code))).toMatchObject({
      reason: 'sign-in-wrong-scope',
      detail: 'No such scope',
    })
  })

  test('is nothing of use where a code came and a token was asked for', () => {
    const reason = 'sign-in-unreadable'

    expect(failureFrom(() => readAnswer(fields('code=abc'), implicit))).toMatchObject({ reason })
    expect(failureFrom(() => readAnswer(fields('code=&state=our-state'), code))).toMatchObject({
      reason,
    })
  })

  test('is meant for us if it holds a code, a token or an error', () => {
    expect(
      ['code=a', 'access_token=a', 'error=a', 'state=a', ''].map((text) => isAnswer(fields(text))),
    ).toEqual([true, true, true, false, false])
  })
})

const paste = (text: string, expected: typeof code, oauth = anilist) =>
  readPasted(text, expected, oauth.mistaken)

describe('what is pasted', () => {
  test.each([
    [
      'the address with a code',
      'http://127.0.0.1:47823/sign-in?code=abc&state=our-state',
      code,
      'abc',
    ],
    [
      'an address of the user’s own',
      'https://user.example/?a=b&code=abc&state=our-state#x',
      code,
      'abc',
    ],
    [
      'the address with a token',
      `http://127.0.0.1:47823/sign-in#access_token=${jwt}`,
      implicit,
      jwt,
    ],
    [
      'the address of the pin page',
      `https://anilist.co/api/v2/oauth/pin#access_token=${jwt}`,
      tokenPage,
      jwt,
    ],
    ['the token itself', jwt, tokenPage, jwt],
    ['the token itself, after the browser way', jwt, implicit, jwt],
    [
      'a token that was broken into lines',
      `\n ${jwt.slice(0, 30)}\r\n${jwt.slice(30)} \n`,
      tokenPage,
      jwt,
    ],
    ['a pin', ` ${'p'.repeat(40)}\n`, pin, 'p'.repeat(40)],
  ])('may be %s', (_what, text, expected, value) => {
    const oauth = expected === pin ? anilistV1 : anilist

    expect(paste(text, expected, oauth).value).toBe(value)
  })

  test.each([
    ['nothing', ' \n', code, 'sign-in-nothing-pasted'],
    ['a code alone, where nobody could tell whose it is', 'abcdef', code, 'sign-in-whole-address'],
    [
      'an address with another state',
      'https://a.example/?code=a&state=theirs',
      code,
      'sign-in-wrong-state',
    ],
    ['an address without an answer', 'https://anilist.co/home', implicit, 'sign-in-unreadable'],
    ['a pin of v1 for a token', 'p'.repeat(40), tokenPage, 'sign-in-pin-of-v1'],
    [
      'a sentence for a token',
      'this is not the token that you wanted',
      tokenPage,
      'sign-in-unreadable',
    ],
    ['a word for a token', 'token', tokenPage, 'sign-in-unreadable'],
    ['Japanese for a token', '続き'.repeat(20), tokenPage, 'sign-in-unreadable'],
    ['a book for a pin', 'p'.repeat(5_000), pin, 'sign-in-unreadable'],
  ])('may not be %s', (_what, text, expected, reason) => {
    expect(failureFrom(() => paste(text, expected))).toMatchObject({ reason })
  })

  test('may not be a token of today for a pin of v1', () => {
    expect(failureFrom(() => paste(jwt, pin, anilistV1))).toMatchObject({
      reason: 'sign-in-token-of-v2',
    })
  })

  test('never makes anything but an answer or a failure of ours', () => {
    const expected = fc.constantFrom(implicit, tokenPage, code, pin)
    const text = fc.oneof(
      fc.string(),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
    )
    fc.assert(
      fc.property(expected, text, (asked, pasted) => {
        try {
          expect(paste(pasted, asked).value).not.toBe('')
        } catch (error) {
          const failure = failureFrom(() => {
            throw error
          })
          expect(failureCodes).toContain(failure.code)
          expect(failure.reason).toMatch(/^sign-in-/)
        }
      }),
      { numRuns: 500 },
    )
  })
})
