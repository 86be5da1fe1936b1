import type { Clock } from '../../shared/clock'

/** At most `max` arrivals in any `windowMs`; `flight` requests at once. */
export interface LimitRule {
  max: number
  windowMs: number
  flight?: number
  /** How long everything is refused once the limit is passed; without it, until a slot is free. */
  penaltyMs?: number
  /** A second, shorter window on top, whose size nobody is told. */
  burst?: { max: number; windowMs: number }
}

export type Verdict =
  | { kind: 'ok'; remaining: number }
  /** Refused. `inside` when it came while an earlier refusal still told to wait. */
  | { kind: 'over'; retryAfter: number; inside: boolean }

export interface Violations {
  /** Requests that passed a limit. */
  overLimit: number
  /** Requests that came before a Retry-After had run out. */
  insideRetryAfter: number
  /** Requests beyond those allowed at once. */
  tooManyAtOnce: number
}

export interface Limiter {
  /** Counts an arrival now; on `ok` call `ended` when it has been answered. */
  arrive(bucket: string): Verdict
  ended(bucket: string): void
  /** Refuses all of the bucket for so many seconds, as an unexpected 429 does. */
  refuse(bucket: string, seconds: number): void
  change(bucket: string, rule: Partial<LimitRule>): void
  rule(bucket: string): LimitRule | undefined
  buckets(): string[]
  violations(): Violations
}

interface Bucket {
  rule: LimitRule
  arrivals: number[]
  inFlight: number
  refusedUntil: number
}

/** Rolling windows over arrivals, on the monotonic clock. */
export function createLimiter(clock: Clock, rules: Readonly<Record<string, LimitRule>>): Limiter {
  const buckets = new Map<string, Bucket>()
  for (const [name, rule] of Object.entries(rules)) {
    buckets.set(name, { rule, arrivals: [], inFlight: 0, refusedUntil: 0 })
  }
  const violations: Violations = { overLimit: 0, insideRetryAfter: 0, tooManyAtOnce: 0 }

  function arrive(name: string): Verdict {
    const bucket = buckets.get(name)
    if (!bucket) return { kind: 'ok', remaining: Infinity }
    const now = clock.monotonic()
    if (now < bucket.refusedUntil) {
      violations.insideRetryAfter++
      return { kind: 'over', retryAfter: secondsUntil(bucket.refusedUntil, now), inside: true }
    }
    const wait = waitFor(bucket, now)
    const tooMany = bucket.inFlight >= (bucket.rule.flight ?? Infinity)
    if (wait > 0 || tooMany) {
      violations[wait > 0 ? 'overLimit' : 'tooManyAtOnce']++
      const retryAfter = Math.max(1, Math.ceil((bucket.rule.penaltyMs ?? wait) / 1000))
      bucket.refusedUntil = now + retryAfter * 1000
      return { kind: 'over', retryAfter, inside: false }
    }
    bucket.arrivals.push(now)
    bucket.inFlight++
    return { kind: 'ok', remaining: bucket.rule.max - bucket.arrivals.length }
  }

  return {
    arrive,
    ended(name) {
      const bucket = buckets.get(name)
      if (bucket) bucket.inFlight--
    },
    refuse(name, seconds) {
      const bucket = buckets.get(name)
      if (bucket) bucket.refusedUntil = clock.monotonic() + seconds * 1000
    },
    change(name, rule) {
      const bucket = buckets.get(name)
      if (bucket) bucket.rule = { ...bucket.rule, ...rule }
    },
    rule: (name) => buckets.get(name)?.rule,
    buckets: () => [...buckets.keys()],
    violations: () => ({ ...violations }),
  }
}

/** How long the windows are still full, in ms; 0 when a slot is free. Forgets old arrivals. */
function waitFor(bucket: Bucket, now: number): number {
  const { rule, arrivals } = bucket
  const old = arrivals.findIndex((at) => at > now - rule.windowMs)
  arrivals.splice(0, old < 0 ? arrivals.length : old)
  return Math.max(
    waitOfWindow(arrivals, rule.max, rule.windowMs, now),
    rule.burst ? waitOfWindow(arrivals, rule.burst.max, rule.burst.windowMs, now) : 0,
  )
}

function waitOfWindow(arrivals: number[], max: number, windowMs: number, now: number): number {
  const oldestThatCounts = arrivals.at(-max)
  if (max <= 0) return windowMs
  return oldestThatCounts === undefined ? 0 : Math.max(0, oldestThatCounts + windowMs - now)
}

function secondsUntil(time: number, now: number): number {
  return Math.max(1, Math.ceil((time - now) / 1000))
}
