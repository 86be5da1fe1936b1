import type { CancelTimer } from '../../src/shared/clock'
import type { VirtualClock } from '../../test/support/virtual-clock'

/** A timer as Node's own: programs keep them apart by identity, and let them not hold up the end. */
interface Handle {
  cancel: CancelTimer
  ref(): Handle
  unref(): Handle
  hasRef(): boolean
  [Symbol.toPrimitive](): number
}

/**
 * Lets programs that know nothing of our clock live in virtual time while `work` runs: timers,
 * `Date.now`, `performance.now` and `process.hrtime` are those of `clock`.
 */
export async function withVirtualGlobals<T>(
  clock: VirtualClock,
  work: () => Promise<T>,
): Promise<T> {
  const own = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    setInterval: globalThis.setInterval,
    clearInterval: globalThis.clearInterval,
  }
  const dateNow = Date.now
  const performanceNow = performance.now
  const { hrtime } = process
  const open = new Set<Handle>()
  let ids = 0

  function handle(): Handle {
    const id = ++ids
    const made: Handle = {
      cancel: () => undefined,
      ref: () => made,
      unref: () => made,
      hasRef: () => true,
      [Symbol.toPrimitive]: () => id,
    }
    open.add(made)
    return made
  }

  function setTimeout(task: (...args: unknown[]) => void, delayMs = 0, ...args: unknown[]) {
    const made = handle()
    made.cancel = clock.after(Math.max(1, Math.floor(delayMs) || 1), () => {
      open.delete(made)
      task(...args)
    })
    return made
  }

  function setInterval(task: (...args: unknown[]) => void, delayMs = 0, ...args: unknown[]) {
    const made = handle()
    const again = () => {
      made.cancel = clock.after(Math.max(1, Math.floor(delayMs) || 1), () => {
        again()
        task(...args)
      })
    }
    again()
    return made
  }

  function clear(made?: Handle) {
    if (!made) return
    made.cancel()
    open.delete(made)
  }

  const nanoseconds = () => BigInt(Math.round(clock.monotonic() * 1e6))
  const pair = () => [
    Number(nanoseconds() / 1_000_000_000n),
    Number(nanoseconds() % 1_000_000_000n),
  ]
  Object.assign(globalThis, { setTimeout, setInterval, clearTimeout: clear, clearInterval: clear })
  Date.now = clock.wall
  performance.now = clock.monotonic
  process.hrtime = Object.assign(pair, { bigint: nanoseconds }) as never
  try {
    return await work()
  } finally {
    for (const left of open) left.cancel()
    Object.assign(globalThis, own)
    Date.now = dateNow
    performance.now = performanceNow
    process.hrtime = hrtime
  }
}
