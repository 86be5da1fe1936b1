import { describe, expect, test } from 'vitest'
import { createAnswer } from '../../../../src/main/ipc/answer'
import { createSilentLog } from '../../../../src/main/log/silent'
import { AppError, type Result } from '../../../../src/shared/failure'
import { type CallName, callNames } from '../../../../src/shared/ipc'
import { goodArguments } from './good-arguments'
import { type Heard, stubHandlers } from './stub-handlers'

const ref = { accountId: 1, title: 'anime:1' }

function setUp(own: Parameters<typeof stubHandlers>[1] = {}) {
  const heard: Heard[] = []
  const log = createSilentLog()
  const answer = createAnswer({ handlers: stubHandlers(heard, own), log })
  return { answer, heard }
}

function failureOf(result: Result<unknown>) {
  if (result.ok) throw new Error('the call went well')
  return result.failure
}

describe('well-formed calls', () => {
  test.each(Object.keys(callNames) as CallName[])(
    '%s reaches its handler as sent',
    async (name) => {
      const { answer, heard } = setUp()

      const result = await answer(name, goodArguments[name])

      expect(result).toEqual({ ok: true, value: name })
      expect(heard).toEqual([{ name, args: goodArguments[name] }])
    },
  )
})

describe('calls that are not in the contract', () => {
  test.each([
    'db:query',
    'library:edit ',
    'LIBRARY:EDIT',
    'toString',
    'constructor',
    '__proto__',
    'hasOwnProperty',
    'electron-store-get-data',
    '',
  ])('%j is refused', async (name) => {
    const { answer, heard } = setUp()

    expect(failureOf(await answer(name, [])).code).toBe('invalid-input')
    expect(heard).toEqual([])
  })
})

describe('arguments that are not as agreed', () => {
  test.each(Object.keys(callNames) as CallName[])('%s refuses one argument more', async (name) => {
    const { answer, heard } = setUp()

    const failure = failureOf(await answer(name, [...goodArguments[name], 'more']))

    expect(failure.code).toBe('invalid-input')
    expect(heard).toEqual([])
  })

  const withArguments = (Object.keys(callNames) as CallName[]).filter(
    (name) => goodArguments[name].length > 0,
  )

  test.each(withArguments)('%s refuses one argument less', async (name) => {
    const { answer } = setUp()

    const failure = failureOf(await answer(name, goodArguments[name].slice(1)))

    expect(failure.code).toBe('invalid-input')
  })

  test.each(withArguments)('%s refuses an argument of another kind', async (name) => {
    const { answer } = setUp()

    for (const odd of [Number.NaN, 'text', { odd: true }, [[]], undefined, -1, 1.5]) {
      const args = [odd, ...goodArguments[name].slice(1)]
      expect(failureOf(await answer(name, args)).code, JSON.stringify(odd)).toBe('invalid-input')
    }
  })

  test.each<[string, unknown]>([
    ['a score above 100', { score: 101 }],
    ['a score below 0', { score: -1 }],
    ['half a point', { score: 70.5 }],
    ['a score as text', { score: '70' }],
    ['an unknown status', { status: 'watching' }],
    ['a status that every object has', { status: 'constructor' }],
    ['progress below 0', { progress: -1 }],
    ['endless progress', { progress: Number.POSITIVE_INFINITY }],
    ['the thirteenth month', { startedAt: 2017_13_01 }],
    ['the 30th of February', { startedAt: 2017_02_30 }],
    ['a 29th of February in a common year', { completedAt: 2023_02_29 }],
    ['a day without a month', { completedAt: 2017_00_15 }],
    ['a date of 0', { completedAt: 0 }],
    ['a Date', { completedAt: new Date(0) }],
    ['notes of more than 60,000 characters', { notes: 'x'.repeat(60_001) }],
    ['too many custom lists', { customLists: Array.from({ length: 201 }, () => 'a') }],
    ['a nameless custom list', { customLists: [''] }],
    ['an advanced score above 100', { advancedScores: { Story: 101 } }],
    ['a field that entries do not have', { score: 50, entryId: 7 }],
    ['a field that is undefined', { score: undefined }],
    ['nothing at all', {}],
    ['a list', []],
    ['null', null],
  ])('an edit with %s is refused', async (_what, patch) => {
    const { answer, heard } = setUp()

    expect(failureOf(await answer('library:edit', [ref, patch])).code).toBe('invalid-input')
    expect(heard).toEqual([])
  })

  test.each([2024_02_29, 2_29, 2017_00_00, 2017_07_00, 2017_12_31])(
    'an edit with the date %i is taken',
    async (startedAt) => {
      const { answer } = setUp()
      expect(await answer('library:edit', [ref, { startedAt }])).toMatchObject({ ok: true })
    },
  )

  test.each<[string, unknown]>([
    ['an unknown kind', { accountId: 1, title: 'film:1' }],
    ['no number', { accountId: 1, title: 'anime:' }],
    ['a number with a sign', { accountId: 1, title: 'anime:-1' }],
    ['zero', { accountId: 1, title: 'anime:0' }],
    ['a number with an exponent', { accountId: 1, title: 'anime:1e3' }],
    ['a number that no double holds', { accountId: 1, title: `anime:${'9'.repeat(17)}` }],
    ['more behind it', { accountId: 1, title: 'anime:1; DROP TABLE entries' }],
    ['a path', { accountId: 1, title: 'anime:../1' }],
    ['account 0', { accountId: 0, title: 'anime:1' }],
    ['a key too many', { accountId: 1, title: 'anime:1', service: 'anilist' }],
  ])('a title with %s is refused', async (_what, odd) => {
    const { answer } = setUp()
    expect(failureOf(await answer('library:row', [odd])).code).toBe('invalid-input')
  })

  test.each<[string, unknown]>([
    ['an unknown name', { colour: 'red' }],
    ['an unknown theme', { theme: 'pink' }],
    ['a wait above a minute', { holdSeconds: 61 }],
    ['a homepage without https', { homepage: 'http://tsuzuki.example' }],
    ['a homepage that runs code', { homepage: 'javascript:alert(1)' }],
    ['a port of the system', { signInPort: 80 }],
    ['half of the rules', { rules: { startOnFirst: true } }],
  ])('settings with %s are refused', async (_what, odd) => {
    const { answer } = setUp()
    expect(failureOf(await answer('settings:set', [odd])).code).toBe('invalid-input')
  })
})

describe('attacks on what holds the data', () => {
  test('a key that would reach the prototype is refused, however deep', async () => {
    const { answer, heard } = setUp()
    const odd: unknown = JSON.parse('{"library":{"__proto__":{"polluted":true}}}')

    const failure = failureOf(await answer('settings:set', [{ views: odd }]))

    expect(failure).toMatchObject({ code: 'invalid-input', detail: expect.stringMatching('key') })
    expect(heard).toEqual([])
    expect({}).not.toHaveProperty('polluted')
  })

  test.each(['__proto__', 'constructor', 'prototype'])(
    'a patch with the key %s is refused',
    async (key) => {
      const { answer } = setUp()
      const patch: unknown = JSON.parse(`{"score":50,"${key}":{"polluted":true}}`)

      expect(failureOf(await answer('library:edit', [ref, patch])).code).toBe('invalid-input')
    },
  )

  test('more refs than one call may name are refused', async () => {
    const { answer } = setUp()
    const refs = Array.from({ length: 4_001 }, () => ref)

    const failure = failureOf(await answer('library:edit-many', [refs, scoreOne, null]))

    expect(failure.code).toBe('invalid-input')
  })

  test('as many refs as one call may name are taken', async () => {
    const { answer } = setUp()
    const refs = Array.from({ length: 4_000 }, (_, n) => ({
      accountId: 1,
      title: `anime:${n + 1}`,
    }))

    expect(await answer('library:edit-many', [refs, scoreOne, null])).toMatchObject({ ok: true })
  })
})

const scoreOne = { do: 'set', patch: { score: 1 } }

describe('failures', () => {
  test('a failure of ours comes out as it is', async () => {
    const failure = { code: 'rate-limited', detail: 'wait', retryAfterMs: 60_000 } as const
    const { answer } = setUp({
      'queue:hold': () => {
        throw new AppError(failure)
      },
    })

    expect(await answer('queue:hold', [true])).toEqual({ ok: false, failure })
  })

  test('a bug comes out as unexpected, without its stack', async () => {
    const { answer } = setUp({
      'queue:hold': () => Promise.reject(new TypeError('x is not a function')),
    })

    expect(await answer('queue:hold', [true])).toEqual({
      ok: false,
      failure: { code: 'unexpected', detail: 'x is not a function' },
    })
  })

  test('a secret in the words of a failure is blackened', async () => {
    const log = { ...createSilentLog(), clean: (text: string) => text.replaceAll('s3cret', '■') }
    const handlers = stubHandlers([], {
      'queue:hold': () => Promise.reject(new Error('token s3cret refused')),
    })

    const result = await createAnswer({ handlers, log })('queue:hold', [true])

    expect(failureOf(result).detail).toBe('token ■ refused')
  })

  test('refused arguments are not repeated in the words of the failure', async () => {
    const { answer } = setUp()
    const failure = failureOf(await answer('accounts:try', ['TSUZUKI-CANARY-argument']))
    expect(failure.detail).not.toContain('CANARY')
  })
})
