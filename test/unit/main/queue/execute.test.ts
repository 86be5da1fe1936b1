import { describe, expect, test } from 'vitest'
import { type HttpRequest } from '../../../../src/main/http/transport'
import type { Ask } from '../../../../src/main/queue/ask'
import { AppError } from '../../../../src/shared/failure'
import { answerOf, ask, callOf, codeOf, failed, ok, open } from './way-out'

describe('a call', () => {
  test('leaves with our name and the token, and its answer is read', async () => {
    const { execute, sent } = open()

    expect(await execute.run(callOf(), ask)).toBe('つづき')
    expect(sent).toEqual([
      expect.objectContaining({
        method: 'GET',
        url: 'https://service.test/api/word?of=day',
        timeoutMs: 30_000,
        headers: {
          accept: 'application/json',
          'user-agent': 'Tsuzuki/0',
          authorization: 'Bearer token-of-kei',
        },
      }),
    ])
    expect(sent[0]).not.toHaveProperty('body')
  })

  test('carries its own headers and its body', async () => {
    const { execute, sent } = open()
    const headers = { 'content-type': 'application/json' }
    await execute.run(callOf({ effect: 'write', method: 'POST', headers, body: '{}' }), ask)

    expect(sent[0]).toMatchObject({ method: 'POST', body: '{}', headers })
  })

  test.each([
    ['an anonymous one', callOf({ anonymous: true })],
    ['one to another origin', callOf({ path: 'https://other.test/word' })],
    ['one to another port', callOf({ path: 'https://service.test:8443/word' })],
    ['one without encryption', callOf({ path: 'http://service.test/api/word' })],
  ])('keeps the token here: %s', async (_what, call) => {
    const { execute, sent } = open()
    await execute.run(call, ask)

    expect(sent[0]?.headers).not.toHaveProperty('authorization')
  })

  test('of a signed-out account does not leave, and its slot is given back', async () => {
    const { execute, sent, gate } = open({ bearer: { current: () => null } })

    expect(await codeOf(execute.run(callOf(), ask))).toBe('signed-out')
    expect(sent).toEqual([])
    expect(gate.states()[0]?.freeInMs).toBe(0)
  })

  test.each([
    ['no address', { baseUrl: offline }, 'offline'],
    ['no name to give', { headers: blocked }, 'blocked'],
  ])('does not leave with %s', async (_what, wishes, code) => {
    const { execute, sent } = open(wishes)

    expect(await codeOf(execute.run(callOf(), ask))).toBe(code)
    expect(sent).toEqual([])
  })

  test('that the program no longer waits for is cancelled with it', async () => {
    const { execute, ending, sent } = open()
    await execute.run(callOf(), ask)
    ending.abort()

    expect(sent[0]?.signal?.aborted).toBe(true)
  })
})

function offline(): never {
  throw new AppError({ code: 'offline' })
}
function blocked(): never {
  throw new AppError({ code: 'blocked' })
}

describe('a turn', () => {
  test('for which there is nothing to send any more costs no slot', async () => {
    const { execute, gate, sent } = open()

    expect(await execute.atTurn('api', () => undefined, ask)).toBeUndefined()
    expect(sent).toEqual([])
    expect(gate.states()[0]?.used).toBe(0)
  })

  test('chooses its call when it has come, not before', async () => {
    const { execute, clock, sent } = open()
    for (let i = 0; i < 3; i += 1) await execute.run(callOf(), ask)
    let chosenAt = 0
    const late = execute.atTurn('api', (at) => ((chosenAt = at), callOf({ path: 'late' })), ask)
    const before = clock.monotonic()
    await clock.advance(59_000)
    expect(chosenAt).toBe(0)
    await clock.advance(1_000)
    await late

    expect(chosenAt).toBe(before + 60_000)
    expect(sent.at(-1)?.url).toBe('https://service.test/api/late')
  })

  test('is not waited for by the impatient while the service cannot be reached', async () => {
    const { execute, circuit, sent, clock } = open()
    circuit.failed({ code: 'offline', detail: 'no network' }, null)
    const impatient = { ...ask, impatient: true }
    expect(await failed(execute.run(callOf(), impatient))).toMatchObject({ code: 'offline' })
    const write = callOf({ effect: 'write' })
    expect(await codeOf(execute.run(write, impatient))).toBe('offline')
    expect(sent).toEqual([])

    await clock.advance(5_000)
    expect(await execute.run(callOf(), impatient)).toBe('つづき')
  })

  test('is waited for by all others', async () => {
    const { execute, circuit, clock } = open()
    circuit.failed({ code: 'offline' }, null)
    const patient = execute.run(callOf(), ask)
    await clock.advance(5_000)

    expect(await patient).toBe('つづき')
  })
})

describe('a dead token', () => {
  const refuses = (dead: string) => (request: HttpRequest) =>
    request.headers['authorization'] === `Bearer ${dead}` ? answerOf(401) : ok

  test('is renewed once and the call sent again', async () => {
    let token = 'old'
    const refresh = () => Promise.resolve(((token = 'new'), true))
    const { execute, sent, lost } = open({
      answer: refuses('old'),
      bearer: { current: () => token, refresh },
    })

    expect(await execute.run(callOf({ effect: 'write' }), ask)).toBe('つづき')
    expect(sent.map(({ headers }) => headers['authorization'])).toEqual([
      'Bearer old',
      'Bearer new',
    ])
    expect(lost).toEqual([])
  })

  test('that cannot be renewed is told of, with the failure', async () => {
    const { execute, lost, sent } = open({ answer: () => answerOf(401) })

    expect(await codeOf(execute.run(callOf(), ask))).toBe('signed-out')
    expect(lost).toEqual([{ code: 'signed-out' }])
    expect(sent).toHaveLength(1)
  })

  test('whose successor is dead as well is not renewed for ever', async () => {
    let renewals = 0
    const refresh = () => Promise.resolve(((renewals += 1), true))
    const { execute, sent } = open({ answer: () => answerOf(401), bearer: { refresh } })

    expect(await codeOf(execute.run(callOf(), ask))).toBe('signed-out')
    expect([renewals, sent.length]).toEqual([1, 2])
  })

  test('names the token that was sent, so that a newer one is not thrown away', async () => {
    const used: string[] = []
    const refresh = (_: number, token: string) => (used.push(token), Promise.resolve(false))
    const { execute } = open({ answer: () => answerOf(401), bearer: { refresh } })
    await failed(execute.run(callOf(), ask))

    expect(used).toEqual(['token-of-kei'])
  })
})

describe('a call that is not open to every grant', () => {
  const closed = callOf({ mayBeClosed: true, parse: ({ status, text }) => `${status} ${text}` })

  /** Refuses the tokens told; each renewal gives the next number. */
  function refusing(refused: (token: number) => boolean) {
    const state = { token: 1, renewals: 0 }
    const next = () => ((state.token += 1), (state.renewals += 1), true)
    const way = open({
      answer: ({ headers }) =>
        refused(Number(headers['authorization']?.slice('Bearer '.length))) ? answerOf(401) : ok,
      bearer: { current: () => String(state.token), refresh: () => Promise.resolve(next()) },
    })
    return { ...way, state }
  }

  test('signs nobody out where its token cannot be renewed, and is closed', async () => {
    const asked: string[] = []
    const refresh = (_: number, token: string) => (asked.push(token), Promise.resolve(false))
    const { execute, lost, sent } = open({ answer: () => answerOf(401), bearer: { refresh } })

    expect(await execute.run(closed, ask)).toBe('401 ')
    expect(await execute.run(closed, ask)).toBe('401 ')
    expect(lost).toEqual([])
    expect([asked.length, sent.length]).toEqual([1, 2])
  })

  test('renews once for an account, also when that gets other tokens later', async () => {
    const { execute, state, lost, sent } = refusing(() => true)
    expect(await execute.run(closed, ask)).toBe('401 ')

    state.token = 7

    expect(await execute.run(closed, ask)).toBe('401 ')
    expect([state.renewals, sent.length]).toEqual([1, 3])
    expect(lost).toEqual([])
  })

  test('is open again when it let a token through', async () => {
    const dead = new Set([1, 2, 4])
    const { clock, execute, state } = refusing((token) => dead.has(token))
    await execute.run(closed, ask)
    state.token = 3
    expect(await execute.run(closed, ask)).toBe('200 つづき')

    state.token = 4
    const last = execute.run(closed, ask)
    await clock.advance(60_000)

    expect(await last).toBe('200 つづき')
    expect(state.renewals).toBe(2)
  })

  test('is closed for the account that was refused and for no other', async () => {
    const { clock, execute, state } = refusing((token) => token < 4)
    await execute.run(closed, ask)
    state.token = 3
    const other = execute.run(closed, { ...ask, account: 2 })
    await clock.advance(60_000)

    expect(await other).toBe('200 つづき')
  })

  test('does not hide a dead token from the others', async () => {
    const { execute, lost } = open({ answer: () => answerOf(401) })
    await execute.run(closed, ask)

    expect(await codeOf(execute.run(callOf(), ask))).toBe('signed-out')
    expect(lost).toEqual([{ code: 'signed-out' }])
  })
})

describe('what nobody asks who is signed in', () => {
  const anybody: Ask = { priority: 'screen', account: null }

  test('leaves without a token where the service gives none', async () => {
    const { execute, sent } = open()
    await execute.run(callOf(), anybody)

    expect(sent[0]?.headers).not.toHaveProperty('authorization')
  })

  test('leaves with a token of nobody where there is one', async () => {
    const { execute, sent } = open({ nobody: () => Promise.resolve('nobodys') })
    await execute.run(callOf(), anybody)

    expect(sent[0]?.headers['authorization']).toBe('Bearer nobodys')
  })

  test('gets a new token of nobody once, when the old one is dead', async () => {
    const asked: (string | null)[] = []
    const nobody = (dead: string | null) => (
      asked.push(dead),
      Promise.resolve(dead === null ? 'old' : 'new')
    )
    const answer = ({ headers }: HttpRequest) =>
      headers['authorization'] === 'Bearer new' ? ok : answerOf(401)
    const { execute } = open({ nobody, answer })

    expect(await execute.run(callOf(), anybody)).toBe('つづき')
    expect(asked).toEqual([null, 'old'])
  })

  test('does not leave when it is of no use to nobody', async () => {
    const { execute, sent } = open()

    expect(await failed(execute.run(callOf({ needsUser: true }), anybody))).toEqual({
      code: 'signed-out',
      reason: 'needs-sign-in',
    })
    expect(sent).toEqual([])
  })
})
