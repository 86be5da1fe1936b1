import { expect, test } from 'vitest'
import type { HttpAnswer } from '../../../../../src/main/http/transport'
import { createAnisearch } from '../../../../../src/main/providers/anisearch/anisearch'
import { answerOf, clock, failureFrom, webPage } from '../support'

const anisearch = createAnisearch({ clock })
const needed = 'ratings.manga'

test.each<[string, HttpAnswer, string]>([
  ['an expired token', answerOf({ error: 'invalid_token' }, 401), 'signed-out'],
  ['an unknown title', answerOf({}, 404), 'gone'],
  ['a refused value', answerOf({ message: 'status is required' }, 422), 'refused'],
  ['a bad request', answerOf({ message: 'no' }, 400), 'refused'],
  ['a User-Agent that is not liked', answerOf({}, 403), 'blocked'],
  ['a User-Agent that is locked out', answerOf('', 423), 'blocked'],
  ['a locked page', answerOf(webPage, 423), 'blocked'],
  ['too many requests', answerOf({}, 429), 'rate-limited'],
  ['a broken server', answerOf(webPage, 503), 'bad-answer'],
  ['a page that is not found', answerOf(webPage, 404), 'bad-answer'],
  ['a redirect', answerOf('', 302), 'bad-answer'],
])('%s is %s', (_name, answer, code) => {
  expect(anisearch.failureOf(answer)?.code).toBe(code)
})

test('a 403 is a missing scope where the token lacks what the call needs', () => {
  const answer = answerOf({ message: 'Forbidden' }, 403)

  expect(anisearch.failureOf(answer, { needed, granted: ['ratings.anime'] })).toMatchObject({
    code: 'scope',
    reason: 'scope',
  })
  expect(anisearch.failureOf(answer, { needed, granted: [needed] })).toMatchObject({
    code: 'blocked',
    reason: 'user-agent',
  })
})

test('a 403 that names the scope is one too', () => {
  const header = { 'www-authenticate': 'Bearer error="insufficient_scope"' }

  expect(anisearch.failureOf(answerOf({}, 403, header))?.code).toBe('scope')
  expect(anisearch.failureOf(answerOf({ error: 'insufficient_scope' }, 403))?.code).toBe('scope')
})

test('a lock is never taken for a missing scope', () => {
  expect(anisearch.failureOf(answerOf('', 423), { needed, granted: [] })?.code).toBe('blocked')
})

test('a pause is read from the header, else from the body, else it is a minute', () => {
  const body = { retry_after: 12.5 }

  expect(anisearch.failureOf(answerOf(body, 429, { 'retry-after': '30' }))?.retryAfterMs).toBe(
    30_000,
  )
  expect(anisearch.failureOf(answerOf(body, 429))?.retryAfterMs).toBe(12_500)
  expect(anisearch.failureOf(answerOf({ retry_after: 'soon' }, 429))?.retryAfterMs).toBe(60_000)
  expect(anisearch.failureOf(answerOf('', 429))?.retryAfterMs).toBe(60_000)
})

test.each([
  [{ error: 'invalid', error_description: 'The id is unknown.' }, 'The id is unknown.'],
  [{ message: 'No.', errors: { status: ['required'] } }, 'No. · {"status":["required"]}'],
  [{ error: 'no' }, 'no'],
  [{}, 'aniSearch answered 422.'],
  ['[]', 'aniSearch answered 422.'],
])('the words of the service are looked for: %j', (body, detail) => {
  expect(anisearch.failureOf(answerOf(body, 422))?.detail).toBe(detail)
})

test('a good answer is no failure, and reading one notices what is', () => {
  expect(anisearch.failureOf(answerOf([]))).toBeNull()
  expect(anisearch.limitNews(answerOf([]))).toBeNull()
  expect(failureFrom(() => anisearch.viewer().parse(answerOf({}, 401))).code).toBe('signed-out')
})
