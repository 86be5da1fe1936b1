import { expect, test } from 'vitest'
import { AppError, assertNever, toFailure } from '../../../src/shared/failure'

test('what was thrown on purpose is the failure that it carries', () => {
  const failure = { code: 'refused', detail: 'Too high.', reason: 'score-range' } as const

  expect(toFailure(new AppError(failure))).toBe(failure)
})

test.each([
  [new TypeError('x is undefined'), 'x is undefined'],
  ['a text', 'a text'],
  [undefined, 'undefined'],
  [null, 'null'],
  [42, '42'],
])('anything else (%s) is unexpected, with its words', (thrown, detail) => {
  expect(toFailure(thrown)).toEqual({ code: 'unexpected', detail })
})

test('an error says the words of the service, or its code where there are none', () => {
  expect(new AppError({ code: 'outage', detail: 'Down.' }).message).toBe('Down.')
  expect(new AppError({ code: 'outage' }).message).toBe('outage')
})

test('an error keeps what lies beneath it, and is told from others', () => {
  const cause = new Error('reset')
  const error = new AppError({ code: 'offline' }, { cause })

  expect(error.cause).toBe(cause)
  expect(error).toBeInstanceOf(Error)
  expect(error.name).toBe('AppError')
})

test('a branch that cannot be says what came to it', () => {
  expect(() => assertNever('novel' as never)).toThrow('No branch for "novel"')
})
