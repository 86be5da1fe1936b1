import type { Clock } from '../../shared/clock'

/** One request as the service saw it come. */
export interface Arrival {
  /** Unix ms. */
  wall: number
  /** ms on the monotonic clock, the one that limits count on. */
  at: number
  route: string
  bucket: string | null
  write: boolean
  verdict: 'ok' | 'over-limit' | 'inside-retry-after'
  /** The kind of fault that hit it, if any. */
  fault: string | null
}

export interface ArrivalLog {
  note(arrival: Omit<Arrival, 'wall' | 'at'>): void
  /** The latest arrivals, oldest first. */
  all(): readonly Arrival[]
  /** All requests by route, also those that the log has let go. */
  byRoute(): Record<string, number>
  clear(): void
}

const longestLog = 50_000

export function createArrivalLog(clock: Clock): ArrivalLog {
  let arrivals: Arrival[] = []
  let counts = new Map<string, number>()
  return {
    note(arrival) {
      if (arrivals.length >= longestLog) arrivals = arrivals.slice(longestLog >> 1)
      arrivals.push({ wall: clock.wall(), at: clock.monotonic(), ...arrival })
      counts.set(arrival.route, (counts.get(arrival.route) ?? 0) + 1)
    },
    all: () => arrivals,
    byRoute: () => Object.fromEntries(counts),
    clear() {
      arrivals = []
      counts = new Map()
    },
  }
}
