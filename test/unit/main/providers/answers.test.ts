import { expect, test } from 'vitest'
import { z } from 'zod'
import type { AppError } from '../../../../src/shared/failure'
import { peekJson, readAs, readJson } from '../../../../src/main/providers/answers'
import { codeOfStatus, words } from '../../../../src/main/providers/failures'
import { answerOf, failureFrom, webPage } from './support'

test('an answer is read as JSON, and nothing else is', () => {
  expect(readJson(answerOf({ a: 1 }))).toEqual({ a: 1 })
  expect(failureFrom(() => readJson(answerOf(webPage)))).toEqual({
    code: 'bad-answer',
    detail: 'A web page came instead of data.',
  })
  expect(failureFrom(() => readJson(answerOf('{"a":')))).toEqual({
    code: 'bad-answer',
    detail: 'The answer is not whole JSON (5 characters).',
  })
})

test('what broke is kept as the cause', () => {
  try {
    readJson(answerOf('{'))
    expect.unreachable()
  } catch (error) {
    expect((error as AppError).cause).toBeInstanceOf(SyntaxError)
  }
})

test('a body of an error may be anything', () => {
  expect(peekJson(answerOf(webPage))).toBeUndefined()
  expect(peekJson(answerOf({ a: 1 }))).toEqual({ a: 1 })
})

test('a misfit is named by its place, not by its value', () => {
  const schema = z.object({ users: z.array(z.object({ id: z.number() })) })

  const failure = failureFrom(() => readAs(schema, { users: [{ id: 'SECRET' }] }, 'users'))

  expect(failure.code).toBe('bad-answer')
  expect(failure.detail).toMatch(/^users: .* at users\.0\.id$/)
  expect(failure.detail).not.toContain('SECRET')
})

test('words of a service fit on one line', () => {
  expect(words(' a\n\n b\t c ')).toBe('a b c')
  expect(words('')).toBeUndefined()
  expect(words('x'.repeat(501))).toBe(`${'x'.repeat(499)}…`)
})

test.each([
  [200, null],
  [204, null],
  [302, 'bad-answer'],
  [400, 'refused'],
  [401, 'signed-out'],
  [403, 'blocked'],
  [404, 'gone'],
  [408, 'bad-answer'],
  [409, 'refused'],
  [410, 'gone'],
  [422, 'refused'],
  [423, 'blocked'],
  [429, 'rate-limited'],
  [500, 'bad-answer'],
  [503, 'bad-answer'],
  [0, 'bad-answer'],
])('status %i is %s', (status, code) => {
  expect(codeOfStatus(status, true)).toBe(code)
})

test('a web page tells nothing about a title, but a closed door is a closed door', () => {
  expect(codeOfStatus(404, false)).toBe('bad-answer')
  expect(codeOfStatus(400, false)).toBe('bad-answer')
  expect(codeOfStatus(403, false)).toBe('blocked')
  expect(codeOfStatus(429, false)).toBe('rate-limited')
})
