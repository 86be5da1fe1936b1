import { describe, expect, test } from 'vitest'
import { TransportError, type HttpAnswer } from '../../../../src/main/http/transport'
import type { Grant } from '../../../../src/main/providers/provider'
import { answerOf, ask, callOf, codeOf, failed, ok, open } from './way-out'

describe('no answer', () => {
  test.each([
    ['not-sent', 'read', 'offline'],
    ['not-sent', 'write', 'offline'],
    ['lost', 'read', 'offline'],
    ['lost', 'write', 'outcome-unknown'],
    ['cancelled', 'read', 'cancelled'],
    ['cancelled', 'write', 'cancelled'],
  ] as const)('(%s) to a %s is %s', async (kind, effect, code) => {
    const { execute } = open({ answer: () => new TransportError(kind, 'nothing came') })

    expect(await codeOf(execute.run(callOf({ effect }), ask))).toBe(code)
  })

  test('pauses the service, but not when nobody waited any more', async () => {
    const lost = open({ answer: () => new TransportError('lost', 'reset') })
    await failed(lost.execute.run(callOf(), ask))
    expect(lost.circuit.pause()).toMatchObject({ code: 'offline', goesOnInMs: 5_000 })

    const left = open({ answer: () => new TransportError('cancelled', 'left') })
    await failed(left.execute.run(callOf(), ask))
    expect(left.circuit.pause()).toBeNull()
  })
})

describe('an answer that is a failure', () => {
  test('says what the service said, without what must stay secret', async () => {
    const { execute } = open({ answer: () => answerOf(400, 'no such s3cret') })

    expect(await failed(execute.run(callOf(), ask))).toEqual({
      code: 'refused',
      detail: 'no such …',
    })
  })

  test('is judged by the call itself where it knows better', async () => {
    const { execute } = open({ answer: () => answerOf(404) })

    expect(await execute.run(callOf({ failureOf: () => null }), ask)).toBe('')
  })

  test('is told which scope was needed and which there are', async () => {
    const grants: unknown[] = []
    const failureOf = (_: HttpAnswer, grant?: Grant) => (grants.push(grant), null)
    const { execute } = open({ failureOf, bearer: { granted: () => ['read'] } })
    await execute.run(callOf({ scope: 'write' }), ask)
    await execute.run(callOf(), ask)

    expect(grants).toEqual([{ needed: 'write', granted: ['read'] }, undefined])
  })

  test('does not guess scopes that nobody told', async () => {
    const grants: unknown[] = []
    const failureOf = (_: HttpAnswer, grant?: Grant) => (grants.push(grant), null)
    const { execute } = open({ failureOf })
    await execute.run(callOf({ scope: 'write' }), ask)

    expect(grants).toEqual([undefined])
  })

  test('that nobody foresaw is unexpected, and stops nothing', async () => {
    const { execute, circuit } = open()
    const parse = () => {
      throw new TypeError('x is undefined')
    }

    expect(await codeOf(execute.run(callOf({ parse }), ask))).toBe('unexpected')
    expect(circuit.pause()).toBeNull()
  })

  test('of a read stops the service at once, of one row only the second time', async () => {
    const wishes = { answer: () => answerOf(502) }
    const read = open(wishes)
    await failed(read.execute.run(callOf(), ask))
    expect(read.circuit.pause()).toMatchObject({ code: 'bad-answer' })

    const write = open(wishes)
    const of = (subject: string) => ({ ...ask, subject })
    await failed(write.execute.run(callOf({ effect: 'write' }), of('one')))
    await failed(write.execute.run(callOf({ effect: 'write' }), of('one')))
    expect(write.circuit.pause()).toBeNull()
    await failed(write.execute.run(callOf({ effect: 'write' }), of('two')))
    expect(write.circuit.pause()).toMatchObject({ code: 'bad-answer' })
  })

  test('asks whom to blame only when there is one, and names the call where nobody says', async () => {
    let asked = 0
    const subject = () => `row ${(asked += 1)}`
    const { execute, circuit } = open({ answer: (_, count) => (count === 1 ? ok : answerOf(500)) })
    const write = callOf({ effect: 'write' })
    await execute.run(write, { ...ask, subject })
    expect(asked).toBe(0)
    await failed(execute.run(write, ask))
    await failed(execute.run(write, ask))
    expect(circuit.pause()).toBeNull()
  })
})

describe('a limit', () => {
  test('is paused for as long as was told, and a second that rounding may have cut', async () => {
    const { execute, gate } = open({ answer: () => answerOf(429, '', { 'retry-after': '90' }) })

    expect(await codeOf(execute.run(callOf(), ask))).toBe('rate-limited')
    expect(gate.pausedForMs()).toBe(91_000)
  })

  test('is paused as well where a service that does not work says for how long', async () => {
    const { execute, gate } = open({ answer: () => answerOf(503, '', { 'retry-after': '600' }) })

    expect(await codeOf(execute.run(callOf(), ask))).toBe('bad-answer')
    expect(gate.pausedForMs()).toBe(601_000)

    const silent = open({ answer: () => answerOf(503) })
    await failed(silent.execute.run(callOf(), ask))
    expect(silent.gate.pausedForMs()).toBe(0)
  })

  test('that does not say how long is left alone for longer each time, an hour at most', async () => {
    const { execute, gate, clock } = open({ answer: () => answerOf(429) })
    const pauses: number[] = []
    for (let i = 0; i < 8; i += 1) {
      await failed(execute.run(callOf(), ask))
      pauses.push(gate.pausedForMs() / 1_000 - 1)
      await clock.advance(2 * 3_600_000)
    }

    expect(pauses).toEqual([60, 120, 240, 480, 960, 1_920, 3_600, 3_600])
  })

  test('begins anew with a minute after something went well', async () => {
    const answers = [429, 429, 200, 429]
    const { execute, gate, clock } = open({
      answer: (_, count) => answerOf(answers[count - 1] ?? 200),
    })
    for (let i = 0; i < 4; i += 1) {
      await clock.advance(2 * 3_600_000)
      await failed(execute.run(callOf(), ask))
    }

    expect(gate.pausedForMs()).toBe(61_000)
  })

  test('is learnt from the headers of an answer, but not from those of a refusal', async () => {
    const { execute, gate } = open({
      answer: (_, count) => answerOf(count === 1 ? 200 : 429, '', { 'x-limit': '90' }),
    })
    await execute.run(callOf(), ask)
    expect(gate.states()[0]?.max).toBe(90)

    const refused = open({ answer: () => answerOf(429, '', { 'x-limit': '90' }) })
    await failed(refused.execute.run(callOf(), ask))
    expect(refused.gate.states()[0]?.max).toBe(3)
  })

  test('counts what failed like what went well', async () => {
    const { execute, gate } = open({ answer: () => answerOf(400) })
    await failed(execute.run(callOf(), ask))

    expect(gate.states()[0]?.used).toBe(1)
  })
})

describe('a network that answers in the place of the service', () => {
  const portals = [
    ['by the status made for it', answerOf(511, '<html>Sign in')],
    ['by sending elsewhere', answerOf(302, '', { location: 'http://login.hotel.test/?to=x' })],
  ] as const

  test.each(portals)('%s is no connection, and the whole service waits', async (_how, answer) => {
    const { execute, circuit } = open({ answer: () => answer })
    const write = callOf({ effect: 'write', method: 'POST' })

    expect(await failed(execute.run(write, ask))).toEqual({ code: 'offline', reason: 'portal' })
    expect(circuit.pause()).toMatchObject({ code: 'offline', goesOnInMs: 5_000 })
  })

  test.each([
    ['within the service', answerOf(302, '', { location: '/elsewhere' })],
    ['to nowhere', answerOf(304)],
    ['to what is no address', answerOf(302, '', { location: 'http://[' })],
    ['to the same host without encryption', answerOf(301, '', { location: 'http://service.test' })],
  ])('is not seen in a redirect %s', async (_where, answer) => {
    const { execute } = open({ answer: () => answer })

    expect(await codeOf(execute.run(callOf(), ask))).toBe('bad-answer')
  })

  test('is not seen where the service itself has a reason to send away', async () => {
    const failureOf = () => ({ code: 'bad-answer', reason: 'retired' }) as const
    const answer = answerOf(301, '', { location: 'https://new.test/' })
    const { execute } = open({ answer: () => answer, failureOf })

    expect(await failed(execute.run(callOf(), ask))).toMatchObject({ reason: 'retired' })
  })
})
