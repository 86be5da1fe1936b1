import type { BucketLimits } from '../../src/main/providers/provider'

/** Runs a task when the limit lets it. */
export type Throttle = <T>(task: () => Promise<T>) => Promise<T>

/** Makes a throttle for the strictest window of a limit, as a user of the package would write it. */
export type Peer = (limits: BucketLimits) => Promise<Throttle>

/**
 * What others take for this, each at its best settings. They are imported when they are used, so
 * that what they take of the global clocks at import is what stands there then.
 */
export const peers: Readonly<Record<string, Peer>> = {
  'p-queue': (limits) => pQueue(limits, false),
  'p-queue-strict': (limits) => pQueue(limits, true),

  async bottleneck(limits) {
    const { default: Bottleneck } = await import('bottleneck')
    const { max, ms } = windowOf(limits)
    const limiter = new Bottleneck({
      maxConcurrent: limits.inFlight,
      minTime: limits.spacingMs,
      reservoir: max,
      reservoirRefreshAmount: max,
      reservoirRefreshInterval: ms,
    })
    return (task) => limiter.schedule(task)
  },

  async 'p-throttle'(limits) {
    const { default: pThrottle } = await import('p-throttle')
    const { max, ms } = windowOf(limits)
    const throttle = pThrottle({ limit: max, interval: ms, strict: true })
    const throttled = throttle((task: () => Promise<unknown>) => task())
    return <T>(task: () => Promise<T>) => throttled(task) as Promise<T>
  },

  async limiter(limits) {
    const { RateLimiter } = await import('limiter')
    const { max, ms } = windowOf(limits)
    const limiter = new RateLimiter({ tokensPerInterval: max, interval: ms })
    return async (task) => {
      await limiter.removeTokens(1)
      return task()
    }
  },
}

async function pQueue(limits: BucketLimits, strict: boolean): Promise<Throttle> {
  const { default: PQueue } = await import('p-queue')
  const { max, ms } = windowOf(limits)
  const queue = new PQueue({ concurrency: limits.inFlight, interval: ms, intervalCap: max, strict })
  return (task) => queue.add(task)
}

function windowOf({ windows: [window] }: BucketLimits) {
  if (!window) throw new Error('A limit without a window')
  return window
}
