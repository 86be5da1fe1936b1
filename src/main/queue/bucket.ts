import type { BucketStore } from '../db/buckets'
import type { BucketLimits, LimitNews } from '../providers/provider'

export type Bucket = ReturnType<typeof createBucket>

/**
 * One limit of a service. A slot is busy from the start of its request until a full window after
 * its end, so that the service, which counts arrivals, never sees one too many, whatever the
 * latency. All times are monotonic ms. Every start is written down before the request leaves: after
 * a restart each slot that may still be busy counts as busy for a full window.
 */
export function createBucket(name: string, limits: BucketLimits, store: BucketStore, now: number) {
  const longestMs = Math.max(...limits.windows.map((window) => window.ms))
  let max = limits.windows.map((window) => window.max)
  let inFlight = 0
  let lastStart = -Infinity
  let previousStart = -Infinity
  let pausedUntil = 0
  /** When each ended slot ended, oldest first. */
  let ended: number[] = []
  restore()

  function restore() {
    const stored = store.read(name)
    if (!stored) return
    // The machine may have been restarted: then its clock began anew, and all of it has passed.
    const passed = now >= stored.savedAt ? now - stored.savedAt : now
    pausedUntil = now + Math.max(0, stored.pauseMs - passed)
    if (passed < longestMs) ended = Array.from({ length: stored.busy }, () => now)
  }

  function save(at: number) {
    prune(at)
    store.write(name, {
      busy: inFlight + ended.length,
      pauseMs: Math.max(0, pausedUntil - at),
      savedAt: at,
    })
  }

  function prune(at: number) {
    const gone = ended.findIndex((end) => end + longestMs > at)
    if (gone !== 0) ended = gone < 0 ? [] : ended.slice(gone)
  }

  function windowWait(at: number) {
    return Math.max(
      0,
      ...limits.windows.map(({ ms }, index) => {
        const busy = ended.filter((end) => end + ms > at)
        const tooMany = inFlight + busy.length + 1 - max[index]!
        if (tooMany <= 0) return 0
        if (tooMany > busy.length) return Infinity
        return busy[tooMany - 1]! + ms - at
      }),
    )
  }

  return {
    name,
    /** ms until a request may start; `Infinity` while one that is under way must end first. */
    waitMs(at: number): number {
      if (inFlight >= limits.inFlight) return Infinity
      return Math.max(windowWait(at), lastStart + limits.spacingMs - at, pausedUntil - at, 0)
    },
    start(at: number) {
      inFlight += 1
      previousStart = lastStart
      lastStart = at
      save(at)
    },
    end(at: number) {
      inFlight -= 1
      ended.push(at)
    },
    /** A start after all from which nothing was sent. */
    unused(at: number) {
      inFlight -= 1
      lastStart = previousStart
      save(at)
    },
    /** Nothing leaves for so long; a shorter pause never ends a longer one. */
    pause(at: number, ms: number) {
      pausedUntil = Math.max(pausedUntil, at + ms)
      save(at)
    },
    /** Takes over what the service's headers say; what others used up counts as busy. */
    learn(at: number, { limit, remaining }: LimitNews) {
      if (limit > 0) max = max.map((own, index) => (index === 0 ? limit : own))
      if (remaining === null) return
      prune(at)
      const unseen = limit - remaining - inFlight - ended.length
      for (let i = 0; i < unseen; i += 1) ended.push(at)
    },
    state(at: number) {
      prune(at)
      const [window] = limits.windows
      return {
        name,
        max: max[0]!,
        windowMs: window!.ms,
        used: inFlight + ended.length,
        freeInMs: Math.max(windowWait(at), pausedUntil - at, 0),
      }
    },
    pausedForMs: (at: number) => Math.max(0, pausedUntil - at),
    inFlight: () => inFlight,
  }
}
