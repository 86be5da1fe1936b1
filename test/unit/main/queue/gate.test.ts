import { beforeEach, describe, expect, test } from 'vitest'
import type { BucketLimits } from '../../../../src/main/providers/provider'
import { createCircuit } from '../../../../src/main/queue/circuit'
import { createGate, priorities, type Priority } from '../../../../src/main/queue/gate'
import { toFailure } from '../../../../src/shared/failure'
import { createVirtualClock, settle } from '../../../support/virtual-clock'

const limits: BucketLimits = { windows: [{ max: 2, ms: 60_000 }], spacingMs: 0, inFlight: 1 }

function open(buckets: Record<string, BucketLimits> = { api: limits, other: limits }) {
  const clock = createVirtualClock()
  const circuit = createCircuit(clock, () => 0)
  const store = { read: () => null, write: () => undefined }
  return { clock, circuit, gate: createGate({ clock, buckets, store, circuit }) }
}

let gone: string[] = []
beforeEach(() => (gone = []))

/** Somebody who waits for a turn, and gives it back at once. */
async function passes(gate: ReturnType<typeof open>['gate'], name: string, turn: Turn = {}) {
  const startedAt = await gate.acquire({ bucket: 'api', priority: 'background', ...turn })
  gone.push(name)
  gate.release(turn.bucket ?? 'api', startedAt, true)
}

interface Turn {
  readonly bucket?: string
  readonly priority?: Priority
  readonly signal?: AbortSignal
}

describe('who goes first', () => {
  test('is the most urgent, whenever it came', async () => {
    const { gate, clock } = open()
    await gate.acquire({ bucket: 'api', priority: 'import' })
    for (const priority of priorities.toReversed()) void passes(gate, priority, { priority })
    gate.release('api', 0, true)
    await clock.advance(600_000)

    expect(gone).toEqual(['edit', 'screen', 'airing', 'background', 'import'])
  })

  test('is the one who came first among equals', async () => {
    const { gate, clock } = open()
    for (const name of ['a', 'b', 'c']) void passes(gate, name)
    await clock.advance(600_000)

    expect(gone).toEqual(['a', 'b', 'c'])
  })

  test('is nobody behind a more urgent one that its limit holds up, but another limit is free', async () => {
    const { gate, clock } = open()
    for (const name of ['1', '2', '3']) void passes(gate, name, { priority: 'edit' })
    void passes(gate, 'behind', { priority: 'import' })
    void passes(gate, 'elsewhere', { priority: 'import', bucket: 'other' })
    await settle()
    expect(gone.toSorted()).toEqual(['1', '2', 'elsewhere'])

    await clock.advance(60_000)
    expect(gone.slice(3)).toEqual(['3', 'behind'])
  })
})

describe('what nobody waits for any more', () => {
  test('gives its place up at once and takes no slot', async () => {
    const { gate, clock } = open()
    await gate.acquire({ bucket: 'api', priority: 'edit' })
    const stop = new AbortController()
    const left = passes(gate, 'left', { priority: 'screen', signal: stop.signal })
    void passes(gate, 'stays')
    stop.abort()

    await expect(left.catch((error: unknown) => toFailure(error).code)).resolves.toBe('cancelled')
    gate.release('api', 0, true)
    await clock.advance(1)
    expect(gone).toEqual(['stays'])
  })

  test('does not even line up when it was given up before', async () => {
    const { gate } = open()
    const turn = { signal: AbortSignal.abort() }

    await expect(passes(gate, 'never', turn)).rejects.toMatchObject({
      failure: { code: 'cancelled' },
    })
    expect(gate.waitingFor('api')).toBe(0)
  })
})

test('a slot from which nothing was sent is free again at once', async () => {
  const { gate } = open()
  for (let i = 0; i < 5; i += 1) {
    await gate.acquire({ bucket: 'api', priority: 'edit' })
    gate.release('api', 0, false)
  }
  expect(gate.states()[0]).toMatchObject({ used: 0, freeInMs: 0 })
})

test('while the service is not to be reached nobody goes, then one at a time tries', async () => {
  const { gate, clock, circuit } = open({ api: { ...limits, inFlight: 2 } })
  circuit.failed({ code: 'offline' }, null)
  void gate.acquire({ bucket: 'api', priority: 'edit' }).then(() => gone.push('first'))
  void passes(gate, 'second')
  await clock.advance(4_999)
  expect(gone).toEqual([])

  await clock.advance(1)
  expect(gone).toEqual(['first'])
  circuit.worked()
  await clock.advance(1)
  expect(gone).toEqual(['first', 'second'])
})
