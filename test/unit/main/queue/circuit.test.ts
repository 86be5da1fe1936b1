import { describe, expect, test } from 'vitest'
import { createCircuit } from '../../../../src/main/queue/circuit'
import { failureCodes, type FailureCode } from '../../../../src/shared/failure'
import { createVirtualClock } from '../../../support/virtual-clock'

const minute = 60_000

function open(random = () => 0) {
  const clock = createVirtualClock()
  const circuit = createCircuit(clock, random)
  const waitMs = (inFlight = 0) => circuit.waitMs(clock.monotonic(), inFlight)
  const fails = (code: FailureCode, subject: string | null = null) =>
    circuit.failed({ code }, subject)
  return { clock, circuit, waitMs, fails }
}

describe('which failures stop the whole service', () => {
  const stopping: readonly FailureCode[] = [
    'offline',
    'outcome-unknown',
    'outage',
    'blocked',
    'bad-answer',
  ]

  test.each(failureCodes.map((code) => [code, stopping.includes(code)] as const))(
    '%s: %s',
    (code, stops) => {
      const { waitMs, fails, circuit } = open()
      fails(code)

      expect(waitMs() > 0).toBe(stops)
      expect(circuit.failure()?.code ?? null).toBe(stops ? code : null)
    },
  )
})

describe('how long it stops', () => {
  test.each([
    ['offline', 5_000, 5 * minute],
    ['outcome-unknown', 5_000, 5 * minute],
    ['outage', minute, 15 * minute],
    ['bad-answer', 15_000, 15 * minute],
  ] as const)(
    '%s: first %i ms, twice as long each time, %i ms at most',
    async (code, first, most) => {
      const { clock, waitMs, fails } = open()
      const waits: number[] = []
      for (let i = 0; i < 10; i += 1) {
        fails(code)
        waits.push(waitMs())
        await clock.advance(waitMs())
      }

      expect(waits).toEqual(Array.from({ length: 10 }, (_, i) => Math.min(first * 2 ** i, most)))
    },
  )

  test('is a little different for everybody, by a tenth at most', () => {
    const { waitMs, fails } = open(() => 0.999)
    fails('offline')

    expect(waitMs()).toBeGreaterThan(5_000)
    expect(waitMs()).toBeLessThan(5_500)
  })

  test('is what the service says where it says so', () => {
    const { waitMs, circuit } = open(() => 0.5)
    circuit.failed({ code: 'outage', retryAfterMs: 2 * 3_600_000 }, null)

    expect(waitMs()).toBe(2 * 3_600_000)
  })

  test('has no end when it does not let us in', async () => {
    const { clock, waitMs, fails, circuit } = open()
    fails('blocked')
    expect(circuit.pause()).toEqual({ code: 'blocked', detail: null, goesOnInMs: null })
    await clock.advance(7 * 24 * 3_600_000)

    expect(waitMs()).toBe(Infinity)
  })

  test('does not grow by the failures of requests that were under way together', () => {
    const { waitMs, fails } = open()
    for (let i = 0; i < 5; i += 1) fails('offline')

    expect(waitMs()).toBe(5_000)
  })

  test('begins anew when it fails in another way', async () => {
    const { clock, waitMs, fails } = open()
    fails('offline')
    await clock.advance(5_000)
    fails('offline')
    fails('outage')

    expect(waitMs()).toBe(minute)
  })
})

describe('after the pause', () => {
  test('one request goes to see, and no other beside it', async () => {
    const { clock, waitMs, fails } = open()
    fails('offline')
    await clock.advance(5_000)

    expect(waitMs(0)).toBe(0)
    expect(waitMs(1)).toBe(Infinity)
  })

  test('all go when it worked, and a later failure begins small again', async () => {
    const { clock, waitMs, fails, circuit } = open()
    fails('offline')
    await clock.advance(5_000)
    fails('offline')
    await clock.advance(10_000)
    circuit.worked()
    expect(waitMs(9)).toBe(0)
    expect(circuit.pause()).toBeNull()

    fails('offline')
    expect(waitMs()).toBe(5_000)
  })

  test('it counts down, and never below nothing', async () => {
    const { clock, fails, circuit } = open()
    fails('offline')
    await clock.advance(2_000)
    expect(circuit.pause()?.goesOnInMs).toBe(3_000)
    await clock.advance(9_000)
    expect(circuit.pause()?.goesOnInMs).toBe(0)
  })
})

describe('bad answers', () => {
  test('to one row, however often, do not stop the others', () => {
    const { waitMs, fails } = open()
    for (let i = 0; i < 5; i += 1) fails('bad-answer', 'row 1')

    expect(waitMs()).toBe(0)
  })

  test('to two rows in a row do', () => {
    const { waitMs, fails } = open()
    fails('bad-answer', 'row 1')
    fails('bad-answer', 'row 2')

    expect(waitMs()).toBe(15_000)
  })

  test('to two rows between which something worked do not', () => {
    const { waitMs, fails, circuit } = open()
    fails('bad-answer', 'row 1')
    circuit.worked()
    fails('bad-answer', 'row 2')

    expect(waitMs()).toBe(0)
  })

  test('to one row go on counting while the service is suspect anyway', async () => {
    const { clock, waitMs, fails } = open()
    fails('bad-answer')
    await clock.advance(15_000)
    fails('bad-answer', 'row 1')

    expect(waitMs()).toBe(30_000)
  })
})

describe('trying now', () => {
  test('ends the pause, and what fails then stops it for longer, not for less', async () => {
    const { clock, waitMs, fails, circuit } = open()
    fails('outage')
    await clock.advance(1_000)
    circuit.tryNow()
    expect(waitMs()).toBe(0)
    fails('outage')

    expect(waitMs()).toBe(2 * minute)
  })

  test('lets one request through where we are not let in', () => {
    const { waitMs, fails, circuit } = open()
    fails('blocked')
    circuit.tryNow()

    expect([waitMs(0), waitMs(1)]).toEqual([0, Infinity])
  })

  test('is nothing while all is well', () => {
    const { circuit } = open()
    let told = 0
    circuit.onChange(() => (told += 1))
    circuit.tryNow()
    circuit.worked()

    expect(told).toBe(0)
  })
})

test('whoever waits is told of each change, once', async () => {
  const { clock, circuit, fails } = open()
  let told = 0
  circuit.onChange(() => (told += 1))
  fails('offline')
  fails('offline')
  expect(told).toBe(1)
  circuit.tryNow()
  expect(told).toBe(2)
  await clock.advance(1)
  circuit.worked()
  circuit.worked()
  expect(told).toBe(3)
})

test('the words of the service are shown with the pause', () => {
  const { circuit } = open()
  circuit.failed({ code: 'outage', detail: 'Down for maintenance.' }, null)

  expect(circuit.pause()).toMatchObject({ code: 'outage', detail: 'Down for maintenance.' })
  expect(circuit.failure()).toMatchObject({ detail: 'Down for maintenance.' })
})
