import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLimiter, type LimitRule } from '../../../../src/sandbox/core/limits'
import { createVirtualClock } from '../../../support/virtual-clock'

async function arrivals(rule: LimitRule, gaps: readonly number[]) {
  const clock = createVirtualClock()
  const limiter = createLimiter(clock, { api: rule })
  const verdicts = []
  for (const gap of gaps) {
    await clock.advance(gap)
    verdicts.push({ at: clock.monotonic(), verdict: limiter.arrive('api') })
    limiter.ended('api')
  }
  return { limiter, verdicts, accepted: verdicts.filter(({ verdict }) => verdict.kind === 'ok') }
}

describe('the limits of a service', () => {
  it('count arrivals in a window that rolls', async () => {
    const { verdicts } = await arrivals({ max: 2, windowMs: 1000 }, [0, 600, 300, 100])
    expect(verdicts.map(({ verdict }) => verdict.kind)).toEqual(['ok', 'ok', 'over', 'over'])
  })

  it('let a request in exactly when the oldest has left the window', async () => {
    const { verdicts } = await arrivals({ max: 1, windowMs: 1000 }, [0, 1000])
    expect(verdicts.map(({ verdict }) => verdict.kind)).toEqual(['ok', 'ok'])
  })

  it('refuse everything for a minute after one too many', async () => {
    const rule = { max: 1, windowMs: 10_000, penaltyMs: 60_000 }
    const { verdicts, limiter } = await arrivals(rule, [0, 1, 58_000, 1999, 1])
    expect(verdicts.map(({ verdict }) => verdict)).toEqual([
      { kind: 'ok', remaining: 0 },
      { kind: 'over', retryAfter: 60, inside: false },
      { kind: 'over', retryAfter: 2, inside: true },
      { kind: 'over', retryAfter: 1, inside: true },
      { kind: 'ok', remaining: 0 },
    ])
    expect(limiter.violations()).toEqual({
      overLimit: 1,
      insideRetryAfter: 2,
      tooManyAtOnce: 0,
    })
  })

  it('tell how long to wait until a slot is free', async () => {
    const { verdicts } = await arrivals({ max: 1, windowMs: 60_000 }, [0, 12_500])
    expect(verdicts.at(-1)?.verdict).toMatchObject({ retryAfter: 48 })
  })

  it('count those at once apart', () => {
    const limiter = createLimiter(createVirtualClock(), {
      put: { max: 100, windowMs: 1000, flight: 2 },
    })
    const kinds = [1, 2, 3].map(() => limiter.arrive('put').kind)
    expect(kinds).toEqual(['ok', 'ok', 'over'])
    expect(limiter.violations().tooManyAtOnce).toBe(1)
  })

  it('know a burst that is shorter than the window', async () => {
    const rule = { max: 100, windowMs: 60_000, burst: { max: 2, windowMs: 1000 } }
    const { verdicts } = await arrivals(rule, [0, 10, 10, 1500])
    expect(verdicts.map(({ verdict }) => verdict.kind)).toEqual(['ok', 'ok', 'over', 'ok'])
  })

  it('refuse as long as an unexpected 429 said', async () => {
    const clock = createVirtualClock()
    const limiter = createLimiter(clock, { api: { max: 30, windowMs: 60_000 } })
    limiter.refuse('api', 90)
    await clock.advance(89_999)
    expect(limiter.arrive('api').kind).toBe('over')
    await clock.advance(1)
    expect(limiter.arrive('api').kind).toBe('ok')
    expect(limiter.violations().insideRetryAfter).toBe(1)
  })

  it('never let in more than allowed in any window, however requests come', async () => {
    const gap = fc.integer({ min: 0, max: 900 })
    await fc.assert(
      fc.asyncProperty(fc.array(gap, { maxLength: 80 }), async (gaps) => {
        const { accepted } = await arrivals({ max: 5, windowMs: 2000 }, gaps)
        for (const { at } of accepted) {
          const inWindow = accepted.filter((other) => other.at > at - 2000 && other.at <= at)
          expect(inWindow.length).toBeLessThanOrEqual(5)
        }
      }),
      { seed: 1, numRuns: 100 },
    )
  })
})
