import { describe, expect, test } from 'vitest'
import { TransportError } from '../../../../src/main/http/transport'
import { settle } from '../../../support/virtual-clock'
import { answerOf, ask, callOf, codeOf, ok, open } from './way-out'

describe('equal reads at once', () => {
  test('are one request, and one slot', async () => {
    const { execute, sent, gate } = open()
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => execute.run(callOf(), ask)))

    expect(answers).toEqual(Array(5).fill('つづき'))
    expect(sent).toHaveLength(1)
    expect(gate.states()[0]?.used).toBe(1)
  })

  test.each([
    ['address', callOf({ path: 'other' }), ask],
    ['body', callOf({ body: 'other' }), ask],
    ['header', callOf({ headers: { range: '0-1' } }), ask],
    ['call', callOf({ name: 'other' }), ask],
    ['account', callOf(), { ...ask, account: 2 }],
    ['token, which one has and one has not,', callOf({ anonymous: true }), ask],
  ])('are not equal with another %s', async (_what, call, of) => {
    const { execute, sent } = open()
    await Promise.all([execute.run(callOf(), ask), execute.run(call, of)])

    expect(sent).toHaveLength(2)
  })

  test('say when the request left that they share', async () => {
    const { execute, clock } = open({
      answer: () => new Promise((resolve) => void clock.after(2_000, () => resolve(ok))),
    })
    const leftAt = clock.monotonic()
    const early = execute.read(callOf(), ask)
    await clock.advance(1_500)
    const late = execute.read(callOf(), ask)
    await clock.advance(10_000)

    expect(await Promise.all([early, late])).toEqual(
      Array(2).fill({ value: 'つづき', askedAt: leftAt }),
    )
  })

  test('wait as long as the most urgent of them: it takes the others along', async () => {
    const { execute, clock, sent } = open()
    for (let i = 0; i < 3; i += 1) await execute.run(callOf(), ask)
    void execute.run(callOf({ path: 'first' }), { ...ask, priority: 'background' })
    void execute.run(callOf({ path: 'hurried' }), { ...ask, priority: 'import' })
    void execute.run(callOf({ path: 'hurried' }), { ...ask, priority: 'edit' })
    await clock.advance(60_000)

    expect(sent.slice(3).map(({ url }) => url.split('/').at(-1))).toEqual(['hurried', 'first'])
  })

  test('are left one by one; the request is cancelled by the last', async () => {
    const { execute, sent, gate } = open({ answer: () => new Promise(() => undefined) })
    const leaves = [new AbortController(), new AbortController()]
    const codes = Promise.all(
      leaves.map(({ signal }) => codeOf(execute.run(callOf(), { ...ask, signal }))),
    )
    await settle()
    leaves[0]?.abort()
    expect(sent[0]?.signal?.aborted).toBe(false)
    leaves[1]?.abort()

    expect(await codes).toEqual(['cancelled', 'cancelled'])
    expect(sent[0]?.signal?.aborted).toBe(true)
    expect(gate.waitingFor('api')).toBe(0)
  })

  test('are left while they wait for a slot, which nobody takes then', async () => {
    const { execute, gate } = open()
    for (let i = 0; i < 3; i += 1) await execute.run(callOf(), ask)
    const leave = new AbortController()
    const code = codeOf(execute.run(callOf(), { ...ask, signal: leave.signal }))
    await settle()
    expect(gate.waitingFor('api')).toBe(1)
    leave.abort()

    expect(await code).toBe('cancelled')
    expect(gate.waitingFor('api')).toBe(0)
  })

  test('are not shared across a write', async () => {
    const { execute, sent } = open({
      answer: async () => (await settle(), ok),
    })
    const before = execute.run(callOf(), ask)
    await settle()
    const write = execute.run(callOf({ effect: 'write', method: 'POST' }), ask)
    await settle()
    const after = execute.run(callOf(), ask)
    await Promise.all([before, write, after])

    expect(sent.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET'])
  })

  test('fail together and pause the service once', async () => {
    const { execute, circuit, sent } = open({ answer: () => new TransportError('lost', 'reset') })
    const codes = await Promise.all([1, 2, 3].map(() => codeOf(execute.run(callOf(), ask))))

    expect(codes).toEqual(['offline', 'offline', 'offline'])
    expect(sent).toHaveLength(1)
    expect(circuit.pause()?.goesOnInMs).toBe(5_000)
  })

  test('renew a dead token once for all', async () => {
    let token = 'old'
    let renewals = 0
    const { execute, sent } = open({
      answer: ({ headers }) => (headers['authorization'] === 'Bearer old' ? answerOf(401) : ok),
      bearer: {
        current: () => token,
        refresh: () => Promise.resolve(((renewals += 1), (token = 'new'), true)),
      },
    })
    const answers = await Promise.all([1, 2, 3].map(() => execute.run(callOf(), ask)))

    expect(answers).toEqual(Array(3).fill('つづき'))
    expect([renewals, sent.length]).toEqual([1, 2])
  })
})

test('equal writes are never one: each was meant', async () => {
  const { execute, sent } = open()
  const like = callOf({ effect: 'write', method: 'POST' })
  await Promise.all([execute.run(like, ask), execute.run(like, ask)])

  expect(sent).toHaveLength(2)
})
