import { describe, expect, test } from 'vitest'
import type { BucketLimits } from '../../../../src/main/providers/provider'
import { createCircuit } from '../../../../src/main/queue/circuit'
import { createGate } from '../../../../src/main/queue/gate'
import type { Planned, Work } from '../../../../src/main/queue/plan'
import type { Realm } from '../../../../src/main/queue/realm'
import { doneInMs, requestsFor } from '../../../../src/main/services/estimate'
import { createVirtualClock } from '../../../support/virtual-clock'

const minute = 60_000
const slow: BucketLimits = { windows: [{ max: 10, ms: minute }], spacingMs: 0, inFlight: 2 }
const quick: BucketLimits = { windows: [{ max: 100, ms: 2 * minute }], spacingMs: 0, inFlight: 10 }

interface Service {
  batchSize?: number
  /** How many titles one read tells of; none: all of them. */
  readSize?: number
  buckets?: Record<string, BucketLimits>
  lanes?: Record<Work, string>
}

/** A service with limits that count, of which nothing else is asked here. */
function serviceOf(wishes: Service = {}) {
  const { batchSize = 25, readSize, buckets = { all: slow }, lanes } = wishes
  const clock = createVirtualClock()
  const circuit = createCircuit(clock, () => 0)
  const store = { read: () => null, write: () => undefined }
  const gate = createGate({ clock, buckets, store, circuit })
  const someEntries = readSize === undefined ? undefined : { size: readSize }
  const provider = { capabilities: { batchSize }, someEntries }
  const bucketOf = (work: Work) => lanes?.[work] ?? 'all'
  const realm = { gate, circuit, provider, bucketOf } as unknown as Realm
  return { clock, circuit, gate, realm }
}

let key = 0
const rowOf = (more: Partial<Planned> = {}): Planned => ({
  key: (key += 1),
  account: 1,
  state: 'waiting',
  origin: 'user',
  attempts: 0,
  removal: false,
  unsure: false,
  dueAt: 0,
  busy: null,
  single: false,
  ...more,
})
const rowsOf = (count: number, more: Partial<Planned> = {}) =>
  Array.from({ length: count }, () => rowOf(more))

describe('the requests of what waits', () => {
  const of = (so: Partial<Record<'shared' | 'single' | 'removals', number>>, service: Service) =>
    requestsFor({ shared: 0, single: 0, removals: 0, ...so }, serviceOf(service).realm)

  test('are full batches, and reads before them', () => {
    expect(of({ shared: 51 }, { readSize: 50 })).toEqual({ read: 2, write: 3, remove: 0 })
  })

  test('are one read of all where single titles cannot be asked for', () => {
    expect(of({ shared: 300 }, { batchSize: 1 })).toEqual({ read: 1, write: 300, remove: 0 })
  })

  test('are one each for what goes alone and for removals', () => {
    const so = { shared: 25, single: 3, removals: 2 }
    expect(of(so, { readSize: 50 })).toEqual({ read: 1, write: 4, remove: 2 })
  })

  test('are none for nothing', () => {
    expect(of({}, {})).toEqual({ read: 0, write: 0, remove: 0 })
    expect(of({}, { readSize: 50 })).toEqual({ read: 0, write: 0, remove: 0 })
  })
})

describe('when all will have been sent', () => {
  test('is at once while the limit has room', () => {
    const { realm } = serviceOf({ readSize: 50 })

    expect(doneInMs(rowsOf(20), () => realm)).toBe(0)
  })

  test('is when the limit lets the last request start', () => {
    // 25 rows are 25 requests and one read: 26 at ten a minute.
    const { realm } = serviceOf({ batchSize: 1 })

    expect(doneInMs(rowsOf(25), () => realm)).toBe(2 * minute)
  })

  test('is later by what fills the limit already', async () => {
    const { realm, gate, clock } = serviceOf({ batchSize: 1 })
    for (let i = 0; i < 10; i += 1) {
      gate.release('all', await gate.acquire({ bucket: 'all', priority: 'screen' }), true)
    }
    await clock.advance(20_000)

    expect(doneInMs(rowsOf(1), () => realm)).toBe(40_000)
  })

  test('counts each limit by itself, and the slowest decides', () => {
    const lanes = { read: 'reads', write: 'writes', remove: 'reads' }
    const { realm } = serviceOf({ batchSize: 1, buckets: { reads: slow, writes: quick }, lanes })

    expect(doneInMs(rowsOf(150), () => realm)).toBe(2 * minute)
    expect(doneInMs(rowsOf(150, { removal: true }), () => realm)).toBe(15 * minute)
  })

  test('is not before a pause of the service is over', () => {
    const { realm, gate } = serviceOf()
    gate.pause('all', 26 * 3_600_000)

    expect(doneInMs(rowsOf(1), () => realm)).toBe(26 * 3_600_000)
  })

  test('is not before the service is tried again', () => {
    const { realm, circuit } = serviceOf()
    circuit.failed({ code: 'outage' }, null)

    expect(doneInMs(rowsOf(1), () => realm)).toBe(minute)
  })

  test('counts what the limit asks for from when the service is tried again', () => {
    const { realm, circuit } = serviceOf({ batchSize: 1 })
    circuit.failed({ code: 'outage' }, null)

    expect(doneInMs(rowsOf(25), () => realm)).toBe(3 * minute)
  })

  test('cannot be told while a service waits for the user', () => {
    const { realm, circuit } = serviceOf()
    circuit.failed({ code: 'blocked' }, null)

    expect(doneInMs(rowsOf(1), () => realm)).toBeNull()
  })

  test('is when the slowest of several services is done', () => {
    const [one, other] = [serviceOf(), serviceOf({ batchSize: 1 })]
    const rows = [...rowsOf(1), ...rowsOf(15, { account: 2 })]

    expect(doneInMs(rows, (account) => (account === 1 ? one : other).realm)).toBe(minute)
  })

  test('does not count what waits for the user, nor accounts that are gone', () => {
    const { realm } = serviceOf({ batchSize: 1 })
    const parked = [...rowsOf(90, { state: 'attention' }), ...rowsOf(90, { state: 'conflict' })]

    expect(doneInMs([...parked, rowOf()], () => realm)).toBe(0)
    expect(doneInMs(parked, () => realm)).toBeNull()
    expect(doneInMs(rowsOf(3), () => null)).toBeNull()
    expect(doneInMs([], () => realm)).toBeNull()
  })
})
