import type { BucketStore } from '../db/buckets'
import type { BucketLimits, LimitNews } from '../providers/provider'
import { lastStartAt } from './foresee'

export type Bucket = ReturnType<typeof createBucket>

/** No request is under way for longer, in ms: so much later than its start a slot may have ended. */
const longestFlightMs = 31_000

/**
 * One limit of a service. A slot is busy from the start of its request until a full window after
 * its end, so that the service, which counts arrivals, never sees one too many, whatever the
 * latency. All times are monotonic ms. Every start is written down before the request leaves: after
 * a restart each slot that may still be busy counts as busy for a full window.
 */
export function createBucket(name: string, limits: BucketLimits, store: BucketStore, now: number) {
  const windows = limits.windows.map(({ max, ms }) => ({ max, ms }))
  const longestMs = Math.max(...windows.map(({ ms }) => ms))
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
    if (passed < longestMs + longestFlightMs) {
      ended = Array.from({ length: stored.busy }, () => now)
    }
  }

  /** Failure: whatever the disk says. */
  function save(at: number) {
    prune(at)
    store.write(name, {
      busy: inFlight + busyAt(at, longestMs),
      pauseMs: Math.max(0, pausedUntil - at),
      savedAt: at,
    })
  }

  /** What a disk refuses now is written down with the next start, and without that none leaves. */
  function trySave(at: number) {
    try {
      save(at)
    } catch {
      // Counted in memory all the same.
    }
  }

  /** What has been free for long: answers to what left before that tell of it still. */
  function prune(at: number) {
    const gone = ended.findIndex((end) => end + longestMs + longestFlightMs > at)
    if (gone !== 0) ended = gone < 0 ? [] : ended.slice(gone)
  }

  /** Ended slots that a window of so many ms still counts. */
  function busyAt(at: number, windowMs: number) {
    return ended.filter((end) => end + windowMs > at).length
  }

  function windowWait(at: number) {
    return Math.max(
      0,
      ...windows.map(({ max, ms }) => {
        const busy = ended.filter((end) => end + ms > at)
        const tooMany = inFlight + busy.length + 1 - max
        if (tooMany <= 0) return 0
        const freed = busy[tooMany - 1]
        return freed === undefined ? Infinity : freed + ms - at
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
    /** Failure: whatever the disk says; then nothing has started. */
    start(at: number) {
      inFlight += 1
      try {
        save(at)
      } catch (error) {
        inFlight -= 1
        throw error
      }
      previousStart = lastStart
      lastStart = at
    },
    end(at: number) {
      inFlight -= 1
      ended.push(at)
    },
    /** The start at `startedAt` was none after all: nothing was sent. */
    unused(at: number, startedAt: number) {
      inFlight -= 1
      // Another may have started since; then its distance counts.
      if (lastStart === startedAt) lastStart = previousStart
      trySave(at)
    },
    /** Nothing leaves for so long; a shorter pause never ends a longer one. */
    pause(at: number, ms: number) {
      pausedUntil = Math.max(pausedUntil, at + ms)
      trySave(at)
    },
    /**
     * Takes over what the headers of an answer say; what others used up counts as busy. They were
     * true at some time since `askedAt`, so all that was busy since then is ours.
     */
    learn(at: number, { limit, remaining }: LimitNews, askedAt: number) {
      const [first] = windows
      if (first && limit > 0) first.max = limit
      if (remaining === null) return
      prune(at)
      const unseen = limit - remaining - inFlight - busyAt(askedAt, longestMs)
      for (let i = 0; i < unseen; i += 1) ended.push(at)
    },
    state(at: number) {
      const [window] = windows
      const freeInMs = Math.max(windowWait(at), pausedUntil - at, 0)
      return {
        name,
        max: window?.max ?? 0,
        windowMs: window?.ms ?? 0,
        used: inFlight + busyAt(at, longestMs),
        freeInMs: freeInMs === Infinity ? null : freeInMs,
      }
    },
    /** ms until the last of so many requests can start, if nothing else is sent, none before `from`. */
    foreseeMs(at: number, requests: number, from: number): number {
      const notBefore = Math.max(lastStart + limits.spacingMs, pausedUntil, from)
      const filling = { ended, inFlight, notBefore }
      return lastStartAt(requests, { windows, spacingMs: limits.spacingMs }, filling, at) - at
    },
    pausedForMs: (at: number) => Math.max(0, pausedUntil - at),
    inFlight: () => inFlight,
  }
}
