import { expect, test } from 'vitest'
import type { HttpAnswer } from '../../../../../src/main/http/transport'
import { createAnilistV1 } from '../../../../../src/main/providers/anilist-v1/anilist-v1'
import { answerOf, clock, failureFrom, webPage } from '../support'

const v1 = createAnilistV1({ clock })

function failed(status: number, messages = ['Sorry.']): HttpAnswer {
  return answerOf({ error: { messages } }, status)
}

test.each<[string, HttpAnswer, string]>([
  ['a dead token', answerOf({ error: 'access_denied' }, 401), 'signed-out'],
  ['a refused value', failed(400), 'refused'],
  ['an unknown title', failed(404), 'gone'],
  ['an unknown title without words', answerOf('', 404), 'gone'],
  ['a refusal for who we are', failed(403), 'blocked'],
  ['too many requests', failed(429), 'rate-limited'],
  ['a broken server', answerOf(webPage, 500), 'bad-answer'],
  ['a service that does not answer', answerOf('', 504), 'bad-answer'],
])('%s is %s', (_name, answer, code) => {
  expect(v1.failureOf(answer)).toMatchObject({ code })
  expect(v1.failureOf(answer)?.reason).toBeUndefined()
})

test.each([
  ['a page that is not found', answerOf(webPage, 404)],
  ['a page in place of data', answerOf(webPage)],
  ['a redirect', answerOf('', 301)],
])('%s is what the retired service answers', (_name, answer) => {
  expect(v1.failureOf(answer)).toMatchObject({ code: 'bad-answer', reason: 'retired' })
})

test('the words of the service are kept, of both kinds of errors', () => {
  const oauth = {
    error: 'invalid_request',
    error_description: 'The refresh token is invalid.',
  }

  expect(v1.failureOf(failed(400, ['The id field is required.', 'And more.']))?.detail).toBe(
    'The id field is required. · And more.',
  )
  expect(v1.failureOf(answerOf(oauth, 400))?.detail).toBe('The refresh token is invalid.')
})

test('a pause is as long as the service says, else a minute', () => {
  expect(v1.failureOf(failed(429))?.retryAfterMs).toBe(60_000)
  expect(v1.failureOf({ ...failed(429), headers: { 'retry-after': '7' } })?.retryAfterMs).toBe(
    7_000,
  )
})

test('an error that came with a 200 counts by its own status', () => {
  const parse = (body: unknown) => failureFrom(() => v1.viewer().parse(answerOf(body))).code

  expect(parse({ error: { status: 404, messages: ['No such user.'] } })).toBe('gone')
  expect(parse({ error: { messages: ['Something broke.'] } })).toBe('bad-answer')
  expect(parse({ error: 7 })).toBe('bad-answer')
})
