import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { needMs } from '../../../../src/main/backup/difference/estimate'
import { createBucket } from '../../../../src/main/queue/bucket'
import { lastStartAt, type Filling } from '../../../../src/main/queue/foresee'

const now = 1_000_000
const perMinute = { windows: [{ max: 30, ms: 60_000 }], spacingMs: 700 }
const free: Filling = { ended: [], inFlight: 0, notBefore: -Infinity }
const inMs = (requests: number, filling: Partial<Filling> = {}, limits = perMinute) =>
  lastStartAt(requests, limits, { ...free, ...filling }, now) - now

describe('at a limit that is free', () => {
  test.each([0, 1, 2, 30, 31, 60, 61, 200])(
    '%i requests take what the limit asks for',
    (requests) => {
      expect(inMs(requests)).toBe(needMs(requests, { ...perMinute, inFlight: 2 }))
    },
  )

  test('the strictest of several windows counts', () => {
    const both = {
      windows: [
        { max: 10, ms: 1_000 },
        { max: 15, ms: 3_600_000 },
      ],
      spacingMs: 0,
    }
    expect(inMs(15, {}, both)).toBe(1_000)
    expect(inMs(16, {}, both)).toBe(3_600_000)
  })
})

describe('at a limit that is used', () => {
  test('busy slots put off what no longer fits beside them', () => {
    const ended = Array.from({ length: 20 }, () => now - 10_000)

    expect(inMs(10, { ended })).toBe(9 * 700)
    expect(inMs(11, { ended })).toBe(50_000)
  })

  test('one that is full makes even the first wait', () => {
    const ended = Array.from({ length: 30 }, (_, at) => now - 30_000 + at * 700)

    expect(inMs(1, { ended })).toBe(30_000)
    expect(inMs(2, { ended })).toBe(30_700)
  })

  test('what is under way counts from now, for it must end first', () => {
    expect(inMs(29, { inFlight: 1 })).toBe(28 * 700)
    expect(inMs(30, { inFlight: 1 })).toBe(60_000)
  })

  test('slots that have been free for long do not matter', () => {
    const ended = Array.from({ length: 30 }, () => now - 60_000)

    expect(inMs(30, { ended })).toBe(29 * 700)
  })

  test('a pause puts all of it off, and nothing waits for nothing', () => {
    expect(inMs(1, { notBefore: now + 90_000 })).toBe(90_000)
    expect(inMs(31, { notBefore: now + 90_000 })).toBe(90_000 + 60_000)
    expect(inMs(0, { notBefore: now + 90_000 })).toBe(0)
  })

  test('a limit without windows asks for the spacing only', () => {
    expect(inMs(4, { inFlight: 9 }, { windows: [], spacingMs: 700 })).toBe(2_100)
  })
})

test('it comes true: a bucket lets the last one start when it was foreseen', () => {
  const limits = fc.record({
    max: fc.integer({ min: 1, max: 6 }),
    ms: fc.integer({ min: 100, max: 5_000 }),
    spacingMs: fc.integer({ min: 0, max: 300 }),
    before: fc.integer({ min: 0, max: 8 }),
    apartMs: fc.integer({ min: 0, max: 900 }),
    requests: fc.integer({ min: 1, max: 15 }),
  })
  fc.assert(
    fc.property(limits, ({ max, ms, spacingMs, before, apartMs, requests }) => {
      const store = { read: () => null, write: () => undefined }
      const given = { windows: [{ max, ms }], spacingMs, inFlight: 100 }
      const bucket = createBucket('api', given, store, now)
      let at = now
      const one = () => {
        at += bucket.waitMs(at)
        bucket.start(at)
        bucket.end(at)
      }
      for (let i = 0; i < before; i += 1) {
        one()
        at += apartMs
      }
      const foreseen = at + bucket.foreseeMs(at, requests, at)
      for (let i = 0; i < requests; i += 1) one()

      expect(at).toBe(foreseen)
    }),
  )
})
