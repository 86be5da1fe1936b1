import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BucketStore, StoredBucket } from '../../../../src/main/db/buckets'
import type { BucketLimits } from '../../../../src/main/providers/provider'
import { createBucket } from '../../../../src/main/queue/bucket'

const limits: BucketLimits = { windows: [{ max: 3, ms: 60_000 }], spacingMs: 700, inFlight: 2 }

function memoryStore(first: StoredBucket | null = null) {
  let stored = first
  const store: BucketStore = {
    read: () => stored,
    write: (_name, bucket) => void (stored = bucket),
  }
  return { store, stored: () => stored }
}

const bucketWith = (more: Partial<BucketLimits> = {}, now = 0, { store } = memoryStore()) =>
  createBucket('api', { ...limits, ...more }, store, now)

describe('a slot', () => {
  test('is busy for a whole window after its request has ended', () => {
    const bucket = bucketWith({ spacingMs: 0 })
    for (const at of [0, 1_000, 2_000]) {
      bucket.start(at)
      bucket.end(at + 500)
    }
    expect(bucket.waitMs(2_500)).toBe(58_000)
    expect(bucket.waitMs(60_499)).toBe(1)
    expect(bucket.waitMs(60_500)).toBe(0)
  })

  test('waits for the end of one under way, however long that takes', () => {
    const bucket = bucketWith({ spacingMs: 0, inFlight: 9 })
    for (const at of [0, 0, 0]) bucket.start(at)
    expect(bucket.waitMs(100_000)).toBe(Infinity)
    bucket.end(100_000)
    expect(bucket.waitMs(100_000)).toBe(60_000)
  })

  test('keeps its distance from the one before', () => {
    const bucket = bucketWith()
    bucket.start(0)
    bucket.end(100)
    expect(bucket.waitMs(100)).toBe(600)
    expect(bucket.waitMs(700)).toBe(0)
  })

  test('from which nothing was sent is free again at once', () => {
    const bucket = bucketWith()
    bucket.start(0)
    bucket.unused(0, 0)
    expect(bucket.waitMs(0)).toBe(0)
    expect(bucket.state(0)).toMatchObject({ used: 0 })
  })

  test('that another one followed before it proved unused leaves the distance to that one', () => {
    const bucket = bucketWith()
    bucket.start(0)
    bucket.start(700)
    bucket.unused(800, 0)
    expect(bucket.waitMs(800)).toBe(600)
    expect(bucket.state(800)).toMatchObject({ used: 1 })
  })

  test('is not given while as many are under way as may be', () => {
    const bucket = bucketWith({ spacingMs: 0 })
    bucket.start(0)
    expect(bucket.waitMs(0)).toBe(0)
    bucket.start(0)
    expect(bucket.waitMs(0)).toBe(Infinity)
    expect(bucket.inFlight()).toBe(2)
  })
})

test('several windows are kept at the same time', () => {
  const windows = [
    { max: 3, ms: 60_000 },
    { max: 1, ms: 5_000 },
  ]
  const bucket = bucketWith({ windows, spacingMs: 0 })
  bucket.start(0)
  bucket.end(0)
  expect(bucket.waitMs(0)).toBe(5_000)
  for (const at of [5_000, 10_000]) {
    bucket.start(at)
    bucket.end(at)
  }
  expect(bucket.waitMs(10_000)).toBe(50_000)
})

describe('a pause', () => {
  test('is kept to the millisecond, and a shorter one never ends a longer one', () => {
    const bucket = bucketWith()
    bucket.pause(0, 90_000)
    bucket.pause(1_000, 2_000)
    expect(bucket.waitMs(1_000)).toBe(89_000)
    expect(bucket.pausedForMs(89_999)).toBe(1)
    expect(bucket.waitMs(90_000)).toBe(0)
  })

  test('of more than a day outlives the program, and the machine', () => {
    const kept = memoryStore()
    bucketWith({}, 1_000_000, kept).pause(1_000_000, 100_000_000)

    const sameBoot = bucketWith({}, 31_000_000, kept)
    expect(sameBoot.pausedForMs(31_000_000)).toBe(70_000_000)
    // The machine was started anew: only the time since then is known to have passed.
    const nextBoot = bucketWith({}, 5_000, kept)
    expect(nextBoot.pausedForMs(5_000)).toBe(99_995_000)
  })
})

describe('after a restart', () => {
  test('every slot that was busy is busy for a full window', () => {
    const kept = memoryStore()
    const before = bucketWith({ spacingMs: 0 }, 0, kept)
    for (const at of [0, 1_000]) {
      before.start(at)
      before.end(at)
    }
    const after = bucketWith({ spacingMs: 0 }, 30_000, kept)
    expect(after.state(30_000)).toMatchObject({ used: 2 })
    after.start(30_000)
    after.end(30_000)
    expect(after.waitMs(30_000)).toBe(60_000)
  })

  test('one that may have been under way until long after its start is counted too', () => {
    const kept = memoryStore()
    bucketWith({}, 0, kept).start(0)
    expect(bucketWith({}, 85_000, kept).state(85_000).used).toBe(1)
    expect(bucketWith({}, 91_000, kept).state(91_000).used).toBe(0)
  })

  test('on a machine that was restarted meanwhile too', () => {
    const kept = memoryStore()
    bucketWith({}, 5_000_000, kept).start(5_000_000)
    expect(bucketWith({}, 40_000, kept).state(40_000).used).toBe(1)
  })
})

describe('what the service tells', () => {
  test('is its limit from now on', () => {
    const bucket = bucketWith({ spacingMs: 0 })
    bucket.learn(0, { limit: 2, remaining: null }, 0)
    expect(bucket.state(0)).toMatchObject({ max: 2, windowMs: 60_000 })
    bucket.start(0)
    bucket.end(0)
    bucket.start(0)
    bucket.end(0)
    expect(bucket.waitMs(0)).toBe(60_000)
  })

  test('shows what others have used up', () => {
    const bucket = bucketWith({ spacingMs: 0 })
    bucket.start(0)
    bucket.learn(0, { limit: 3, remaining: 0 }, 0)
    bucket.end(0)
    expect(bucket.state(0)).toMatchObject({ used: 3, freeInMs: 60_000 })
  })

  test('takes no slot of ours for another when it was freed while the answer was on its way', () => {
    const bucket = bucketWith({ spacingMs: 0 })
    bucket.start(0)
    bucket.end(0)
    bucket.start(59_000)
    // The service counted both when it wrote this; the first is out of the window since.
    bucket.learn(61_000, { limit: 3, remaining: 1 }, 59_000)
    bucket.end(61_000)
    expect(bucket.state(61_000)).toMatchObject({ used: 1, freeInMs: 0 })
  })

  test('never frees what is busy here', () => {
    const bucket = bucketWith({ spacingMs: 0 })
    for (let i = 0; i < 3; i += 1) {
      bucket.start(0)
      bucket.end(0)
    }
    bucket.learn(1, { limit: 3, remaining: 3 }, 0)
    expect(bucket.state(1)).toMatchObject({ used: 3 })
  })
})

describe('a disk that refuses', () => {
  const broken: BucketStore = {
    read: () => null,
    write: () => {
      throw new Error('full')
    },
  }

  test('lets nothing start', () => {
    const bucket = createBucket('api', limits, broken, 0)
    expect(() => bucket.start(0)).toThrow('full')
    expect(bucket.inFlight()).toBe(0)
    expect(bucket.waitMs(0)).toBe(0)
  })

  test('does not make a pause forgotten', () => {
    const bucket = createBucket('api', limits, broken, 0)
    bucket.pause(0, 5_000)
    expect(bucket.waitMs(0)).toBe(5_000)
  })
})

test('a server that counts arrivals never sees one too many, whatever the latency', () => {
  const latencies = fc.array(fc.nat(20_000), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(latencies, fc.integer({ min: 1, max: 4 }), (delays, inFlight) => {
      const bucket = bucketWith({ inFlight, spacingMs: 100 })
      const arrivals: number[] = []
      const flying: number[] = []
      let at = 0
      for (const [index, delay] of delays.entries()) {
        for (;;) {
          const ended = flying.filter((end) => end <= at)
          for (const end of ended) {
            flying.splice(flying.indexOf(end), 1)
            bucket.end(end)
          }
          const waitMs = bucket.waitMs(at)
          if (waitMs === 0) break
          at = Math.min(at + waitMs, ...flying)
        }
        bucket.start(at)
        // It arrives anywhere between its start and its end.
        arrivals.push(at + (delay * ((index * 7) % 10)) / 10)
        flying.push(at + delay)
        flying.sort((a, b) => a - b)
      }
      for (const arrival of arrivals) {
        const inWindow = arrivals.filter((other) => other >= arrival && other < arrival + 60_000)
        expect(inWindow.length).toBeLessThanOrEqual(3)
      }
    }),
  )
})
