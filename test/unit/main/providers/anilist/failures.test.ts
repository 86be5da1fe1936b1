import { expect, test } from 'vitest'
import type { HttpAnswer } from '../../../../../src/main/http/transport'
import { createAnilist } from '../../../../../src/main/providers/anilist/anilist'
import { answerOf, clock, failureFrom, webPage } from '../support'

const anilist = createAnilist({ clock })
const viewer = anilist.viewer()

function failed(message: string, status: number, more: object = {}): HttpAnswer {
  const errors = [{ message, status, locations: [{ line: 1, column: 1 }], ...more }]
  return answerOf({ data: null, errors }, status)
}

const off =
  'The AniList API has been temporarily disabled due to severe stability issues. Please join our Discord.'

test.each<[string, HttpAnswer, string]>([
  ['a dead token', failed('Invalid token', 400), 'signed-out'],
  ['no token', failed('Unauthorized.', 401), 'signed-out'],
  ['a field that does not exist', failed('Cannot query field "x" on type "Y".', 400), 'refused'],
  [
    'a document that asks for too much',
    failed('Max query complexity should be 500 but got 646.', 400),
    'refused',
  ],
  ['a service that is switched off', failed(off, 403), 'outage'],
  ['a service that is switched off, without JSON', answerOf(off, 403), 'outage'],
  ['a refusal for who we are', failed('Forbidden', 403), 'blocked'],
  ['a refusal by a web page', answerOf(webPage, 403), 'blocked'],
  ['an unknown title', failed('Not Found.', 404), 'gone'],
  ['an unknown address', answerOf(webPage, 404), 'bad-answer'],
  ['too many requests', failed('Too Many Requests.', 429), 'rate-limited'],
  ['a broken server', failed('Internal Server Error', 500), 'bad-answer'],
  ['a server behind a proxy', answerOf(webPage, 502), 'bad-answer'],
  ['nothing', answerOf('', 503), 'bad-answer'],
  ['a redirect', answerOf('', 302), 'bad-answer'],
  ['an answer that no document knows', answerOf('', 418), 'refused'],
])('%s is %s', (_name, answer, code) => {
  expect(anilist.failureOf(answer)?.code).toBe(code)
})

test('a good answer is no failure, a web page in its place is', () => {
  expect(anilist.failureOf(answerOf({ data: {} }))).toBeNull()
  expect(anilist.failureOf(answerOf(webPage))?.code).toBe('bad-answer')
})

test('a refused value is told in the words of the service, field by field', () => {
  const validation = {
    notes: ['The notes may not be greater than 6000 characters.'],
    score: ['The score must be at least 0.', 'The score must be a number.'],
  }

  expect(anilist.failureOf(failed('validation', 400, { validation }))).toEqual({
    code: 'refused',
    detail:
      'validation · notes: The notes may not be greater than 6000 characters. · score: The score must be at least 0. The score must be a number.',
  })
})

test('a pause is as long as the service says, else a minute', () => {
  const told = { ...failed('Too Many Requests.', 429), headers: { 'retry-after': '38' } }
  const reset = {
    ...failed('Too Many Requests.', 429),
    headers: { 'x-ratelimit-reset': String(clock.wall() / 1000 + 20) },
  }

  expect(anilist.failureOf(told)).toMatchObject({ code: 'rate-limited', retryAfterMs: 38_000 })
  expect(anilist.failureOf(reset)?.retryAfterMs).toBe(20_000)
  expect(anilist.failureOf(failed('Too Many Requests.', 429))?.retryAfterMs).toBe(60_000)
})

test.each([
  [[{ message: 'Invalid token', status: 400 }], 'signed-out'],
  [[{ message: 'Not Found.', status: 404 }], 'gone'],
  [[{ message: 'validation', status: 400 }], 'refused'],
  [[{ message: 'Too Many Requests.', status: 429 }], 'rate-limited'],
  [[{ message: off, status: 403 }], 'outage'],
  [[{ message: 'Internal server error' }], 'bad-answer'],
  [[{ message: 'odd' }, { message: 'Not Found.', status: 404 }], 'gone'],
  [['odd', null, 7], 'bad-answer'],
])('errors that come with a 200 count by their own status: %j is %s', (errors, code) => {
  const answer = answerOf({ data: { Viewer: { id: 1, name: 'Kei' } }, errors })

  expect(failureFrom(() => viewer.parse(answer)).code).toBe(code)
})

test('an empty list of errors is none', () => {
  expect(
    viewer.parse(answerOf({ data: { Viewer: { id: 1, name: 'Kei' } }, errors: [] })).userId,
  ).toBe(1)
})

test('a long text of the service is cut', () => {
  expect(anilist.failureOf(failed('x'.repeat(10_000), 400))?.detail).toHaveLength(500)
})

test('the limit that is in force is read from the headers', () => {
  const headers = { 'x-ratelimit-limit': '30', 'x-ratelimit-remaining': '0' }

  expect(anilist.limitNews(answerOf({}, 200, headers))).toEqual({ limit: 30, remaining: 0 })
  expect(anilist.limitNews(answerOf({}, 200, { 'x-ratelimit-limit': '90' }))).toEqual({
    limit: 90,
    remaining: null,
  })
})

test.each([
  {},
  { 'x-ratelimit-limit': 'many' },
  { 'x-ratelimit-limit': '0' },
  { 'x-ratelimit-limit': '-1' },
])('headers that tell no limit change nothing: %j', (headers) => {
  expect(anilist.limitNews(answerOf({}, 200, headers))).toBeNull()
})
