import type { CancelTimer, Clock } from '../../shared/clock'
import { AppError } from '../../shared/failure'
import type { BucketState } from '../../shared/queue'
import type { BucketStore } from '../db/buckets'
import type { BucketLimits, LimitNews } from '../providers/provider'
import { storageFailure } from '../db/storage-failure'
import { createBucket, type Bucket } from './bucket'
import type { Circuit } from './circuit'

/** Who goes first when a slot is free. */
export const priorities = ['edit', 'screen', 'airing', 'background', 'import'] as const
export type Priority = (typeof priorities)[number]

export const isMoreUrgent = (a: Priority, b: Priority) =>
  priorities.indexOf(a) < priorities.indexOf(b)

export interface Turn {
  readonly bucket: string
  /** Read anew whenever a slot is free: it may become more urgent while it waits. */
  readonly priority: Priority
  readonly signal?: AbortSignal
}

interface Waiting {
  readonly turn: Turn
  readonly go: (startedAt: number) => void
  readonly refuse: (error: unknown) => void
  readonly leave: () => void
}

interface Options {
  clock: Clock
  buckets: Readonly<Record<string, BucketLimits>>
  store: BucketStore
  circuit: Circuit
}

export type Gate = ReturnType<typeof createGate>

/**
 * The one way out to a service, for all its accounts, reads included. A turn is given when its
 * limit has a free slot and nothing more urgent waits for the same limit.
 */
export function createGate({ clock, buckets, store, circuit }: Options) {
  const now = clock.monotonic()
  const all = new Map<string, Bucket>(
    Object.entries(buckets).map(([name, limits]) => [name, createBucket(name, limits, store, now)]),
  )
  const waiting: Waiting[] = []
  let cancelTimer: CancelTimer | undefined
  circuit.onChange(() => pump())

  /**
   * Waits for a slot; answers the monotonic ms of its start. The caller must give it back with
   * `release`. Failures: `cancelled`, `storage`.
   */
  function acquire(turn: Turn): Promise<number> {
    return new Promise<number>((resolve, reject) => {
      const abort = () => {
        waiting.splice(waiting.indexOf(entry), 1)
        entry.refuse(new AppError({ code: 'cancelled' }))
      }
      const leave = () => turn.signal?.removeEventListener('abort', abort)
      const entry: Waiting = { turn, go: resolve, refuse: reject, leave }
      if (turn.signal?.aborted) return reject(new AppError({ code: 'cancelled' }))
      turn.signal?.addEventListener('abort', abort, { once: true })
      waiting.push(entry)
      pump()
    })
  }

  /** Gives a slot back; one from which nothing was sent is free again at once. */
  function release(bucket: string, startedAt: number, used: boolean) {
    if (used) find(bucket).end(clock.monotonic())
    else find(bucket).unused(clock.monotonic(), startedAt)
    pump()
  }

  function pump() {
    cancelTimer?.()
    cancelTimer = undefined
    const at = clock.monotonic()
    let nextMs = Infinity
    const full = new Set<string>()
    for (const entry of waiting.toSorted(byUrgency)) {
      const { bucket: name } = entry.turn
      if (full.has(name)) continue
      const bucket = find(name)
      const waitMs = Math.max(bucket.waitMs(at), circuit.waitMs(at, inFlight()))
      if (waitMs > 0) {
        // Nobody behind may overtake at this limit.
        full.add(name)
        nextMs = Math.min(nextMs, waitMs)
        continue
      }
      waiting.splice(waiting.indexOf(entry), 1)
      entry.leave()
      if (!begin(bucket, entry, at)) continue
      if (bucket.waitMs(at) > 0) {
        full.add(name)
        nextMs = Math.min(nextMs, bucket.waitMs(at))
      }
    }
    if (waiting.length > 0 && nextMs < Infinity) {
      cancelTimer = clock.after(Math.ceil(nextMs), pump)
    }
  }

  /** What cannot be written down does not leave: after a restart nobody would know of it. */
  function begin(bucket: Bucket, { go, refuse }: Waiting, at: number): boolean {
    try {
      bucket.start(at)
    } catch (error) {
      refuse(storageFailure(error))
      return false
    }
    go(at)
    return true
  }

  function inFlight() {
    let sum = 0
    for (const bucket of all.values()) sum += bucket.inFlight()
    return sum
  }

  function find(name: string): Bucket {
    const bucket = all.get(name)
    if (!bucket) throw new Error(`No limit is called ${name}`)
    return bucket
  }

  return {
    acquire,
    release,
    pause(bucket: string, ms: number) {
      find(bucket).pause(clock.monotonic(), ms)
      pump()
    },
    /** What the answer to a request that started at `askedAt` tells of the limit. */
    learn(bucket: string, news: LimitNews, askedAt: number) {
      find(bucket).learn(clock.monotonic(), news, askedAt)
    },
    states(): BucketState[] {
      const at = clock.monotonic()
      return [...all.values()].map((bucket) => bucket.state(at))
    },
    /**
     * ms until the last of so many requests can start at this limit, if nothing else is sent and
     * the first starts in `afterMs` at the earliest.
     */
    foreseeMs(bucket: string, requests: number, afterMs: number): number {
      const at = clock.monotonic()
      return find(bucket).foreseeMs(at, requests, at + afterMs)
    },
    /** ms that the service told us to stay away, over all limits; 0 when none. */
    pausedForMs(): number {
      const at = clock.monotonic()
      return Math.max(0, ...[...all.values()].map((bucket) => bucket.pausedForMs(at)))
    },
    waitingFor: (bucket: string) => waiting.filter(({ turn }) => turn.bucket === bucket).length,
    stop() {
      cancelTimer?.()
      for (const entry of waiting.splice(0)) {
        entry.leave()
        entry.refuse(new AppError({ code: 'cancelled' }))
      }
    },
  }
}

/** Among equals who came first: sorting keeps their order. */
function byUrgency({ turn: a }: Waiting, { turn: b }: Waiting) {
  return priorities.indexOf(a.priority) - priorities.indexOf(b.priority)
}
