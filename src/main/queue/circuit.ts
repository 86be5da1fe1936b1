import type { Clock } from '../../shared/clock'
import type { Failure, FailureCode } from '../../shared/failure'
import type { ServicePause } from '../../shared/queue'

export type Circuit = ReturnType<typeof createCircuit>

/** First and longest pause in ms; it doubles from one to the next. No entry: waits for the user. */
const pauses: Readonly<Partial<Record<FailureCode, readonly [number, number]>>> = {
  offline: [5_000, 5 * 60_000],
  'outcome-unknown': [5_000, 5 * 60_000],
  outage: [60_000, 15 * 60_000],
  'bad-answer': [15_000, 15 * 60_000],
}

/**
 * Keeps a whole service waiting while it cannot be reached or does not work, and lets one request
 * through at a time to see whether it has come back. What a limit says is not its matter.
 */
export function createCircuit(clock: Clock, random: () => number) {
  let failure: Failure | null = null
  let until = 0
  let trips = 0
  /** Subjects of bad answers in a row: one row that the service chokes on is no outage. */
  let suspects = new Set<string>()
  const listeners: (() => void)[] = []

  function changed() {
    for (const listener of listeners) listener()
  }

  function open(cause: Failure) {
    const now = clock.monotonic()
    const [first, longest] = pauses[cause.code] ?? [Infinity, Infinity]
    if (failure && now < until && failure.code === cause.code) return
    trips = failure?.code === cause.code ? trips + 1 : 0
    const ms = cause.retryAfterMs ?? Math.min(first * 2 ** trips, longest) * (1 + random() * 0.1)
    failure = cause
    until = now + ms
    changed()
  }

  return {
    onChange: (listener: () => void) => void listeners.push(listener),

    /** ms until a request may leave; while the service is suspect, one at a time. */
    waitMs(now: number, inFlight: number): number {
      if (!failure) return 0
      if (now < until) return until - now
      return inFlight > 0 ? Infinity : 0
    },

    /**
     * Tells of a failure. `subject` names what failed: a bad answer stops the service only when
     * two different subjects fail in a row, or a read (`null`) does.
     */
    failed(cause: Failure, subject: string | null) {
      if (cause.code === 'bad-answer' && subject !== null) {
        suspects.add(subject)
        if (suspects.size < 2 && !failure) return
      }
      if (cause.code in pauses || cause.code === 'blocked') open(cause)
    },

    worked() {
      suspects = new Set()
      if (!failure) return
      failure = null
      trips = 0
      changed()
    },

    /** The user, or the network coming back, asks to try at once. */
    tryNow() {
      if (!failure) return
      until = 0
      changed()
    },

    failure: () => failure,

    pause(): ServicePause | null {
      if (!failure) return null
      const left = until - clock.monotonic()
      return {
        code: failure.code,
        detail: failure.detail ?? null,
        goesOnInMs: left === Infinity ? null : Math.max(0, left),
      }
    },
  }
}
