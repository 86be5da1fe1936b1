import { describe, expect, test } from 'vitest'
import { createHeadlessCalls } from '../../../../src/main/plain/headless-calls'
import { createJsonLines } from '../../../../src/main/plain/json-lines'
import type { Account } from '../../../../src/shared/account'
import { AppError, type Result } from '../../../../src/shared/failure'
import type { QueueStatus } from '../../../../src/shared/queue'
import { stubHandlers } from '../ipc/stub-handlers'

const idle: QueueStatus = {
  waiting: 0,
  sending: 0,
  attention: 0,
  conflicts: 0,
  held: false,
  services: [],
  doneInMs: 0,
}

function setUp(first: QueueStatus = idle) {
  const said: unknown[] = []
  const signedIn: unknown[] = []
  let quits = 0
  const own = createHeadlessCalls({
    app: {
      handlers: stubHandlers([], { 'queue:status': () => first }),
      signInWithToken(service, tokens) {
        signedIn.push({ service, tokens })
        if (tokens.accessToken === 'bad') {
          return Promise.reject(new AppError({ code: 'signed-out', detail: 'bad is no token' }))
        }
        return Promise.resolve({ id: 4, service } as Account)
      },
    },
    quit: () => (quits += 1),
  })
  const lines = createJsonLines({
    answer: (name, args) => Promise.resolve<Result<unknown>>({ ok: true, value: { name, args } }),
    findOwn: own.find,
    clean: (text) => text.replaceAll('bad', '■'),
    write: (line) => said.push(JSON.parse(line)),
  })
  return { lines, said, own, signedIn, quits: () => quits }
}

describe('calls', () => {
  test('are answered under their own id', async () => {
    const { lines, said } = setUp()

    lines.take('{"id":1,"call":"accounts:open","args":[3]}')
    lines.take('{"id":"two","call":"queue:status"}')
    await lines.settled()

    expect(said).toEqual([
      { id: 1, ok: true, value: { name: 'accounts:open', args: [3] } },
      { id: 'two', ok: true, value: { name: 'queue:status', args: [] } },
    ])
  })

  test.each([
    'nonsense',
    '[]',
    '{"call":"x"}',
    '{"id":1}',
    '{"id":1,"call":"x","args":{}}',
    'null',
  ])('a line such as %s is answered with words', (line) => {
    const { lines, said } = setUp()
    lines.take(line)
    expect(said).toEqual([
      { id: null, ok: false, failure: expect.objectContaining({ code: 'invalid-input' }) },
    ])
  })

  test('empty lines are passed over', () => {
    const { lines, said } = setUp()
    lines.take('  ')
    expect(said).toEqual([])
  })
})

describe('events', () => {
  test('come after the line that says ready, whenever they happened', () => {
    const { lines, said } = setUp()

    lines.event('app:navigate', '/a')
    lines.ready()
    lines.event('app:navigate', '/b')

    expect(said).toEqual([
      { event: 'ready' },
      { event: 'app:navigate', payload: '/a' },
      { event: 'app:navigate', payload: '/b' },
    ])
  })
})

describe('signing in with a token', () => {
  const call = (args: unknown) => JSON.stringify({ id: 1, call: 'headless:sign-in', args: [args] })

  test('adds the account and answers with it', async () => {
    const { lines, said, signedIn } = setUp()

    lines.take(call({ service: 'anisearch', token: 'good', refreshToken: 'r', expiresAt: 5 }))
    await lines.settled()

    expect(said).toEqual([{ id: 1, ok: true, value: { id: 4, service: 'anisearch' } }])
    expect(signedIn).toEqual([
      {
        service: 'anisearch',
        tokens: { accessToken: 'good', refreshToken: 'r', expiresAt: 5, scopes: [] },
      },
    ])
  })

  test('that the service refuses is a failure without the token in it', async () => {
    const { lines, said } = setUp()
    lines.take(call({ service: 'anilist', token: 'bad' }))
    await lines.settled()
    expect(said).toEqual([
      { id: 1, ok: false, failure: { code: 'signed-out', detail: '■ is no token' } },
    ])
  })

  test.each([{ service: 'myanimelist', token: 'x' }, { service: 'anilist' }, 'anilist', undefined])(
    'with %j is refused',
    async (args) => {
      const { lines, said, signedIn } = setUp()
      lines.take(call(args))
      await lines.settled()
      expect(said).toMatchObject([{ ok: false, failure: { code: 'invalid-input' } }])
      expect(signedIn).toEqual([])
    },
  )
})

describe('waiting for idleness', () => {
  const ask = '{"id":9,"call":"headless:idle"}'

  test('is answered at once when nothing waits', async () => {
    const { lines, said } = setUp()
    lines.take(ask)
    await lines.settled()
    expect(said).toEqual([{ id: 9, ok: true, value: idle }])
  })

  test('is answered when the last change has left', async () => {
    const { lines, said, own } = setUp({ ...idle, waiting: 2 })

    lines.take(ask)
    await Promise.resolve()
    own.queueChanged({ ...idle, sending: 1 })
    await new Promise(setImmediate)
    expect(said).toEqual([])

    own.queueChanged(idle)
    await lines.settled()
    expect(said).toEqual([{ id: 9, ok: true, value: idle }])
  })

  test('is answered with cancelled when the run ends first', async () => {
    const { lines, said, own } = setUp({ ...idle, waiting: 2 })

    lines.take(ask)
    await new Promise(setImmediate)
    own.stop()
    await lines.settled()

    expect(said).toEqual([{ id: 9, ok: false, failure: { code: 'cancelled' } }])
  })
})

test('asking to quit is answered and ends the run', async () => {
  const { lines, said, quits } = setUp()
  lines.take('{"id":1,"call":"headless:quit"}')
  await lines.settled()
  expect(said).toEqual([{ id: 1, ok: true, value: null }])
  expect(quits()).toBe(1)
})
