import type { Clock } from '../../src/shared/clock'

interface Timer {
  readonly at: number
  readonly task: () => void
}

export type VirtualClock = ReturnType<typeof createVirtualClock>

/** Time that passes only when told: a week in a second. */
export function createVirtualClock(
  startWallMs = Date.UTC(2026, 0, 15, 12),
  startMonotonicMs = 1_000_000,
) {
  let wallOffset = startWallMs - startMonotonicMs
  let now = startMonotonicMs
  const timers = new Set<Timer>()

  const clock: Clock = {
    wall: () => now + wallOffset,
    monotonic: () => now,
    after(delayMs, task) {
      const timer = { at: now + Math.max(0, delayMs), task }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
  }

  function next(): Timer | undefined {
    let first: Timer | undefined
    for (const timer of timers) if (!first || timer.at < first.at) first = timer
    return first
  }

  /** Lets so much time pass; everything that falls due happens in order. */
  async function advance(ms: number) {
    const until = now + ms
    await settle()
    for (let timer = next(); timer && timer.at <= until; timer = next()) {
      timers.delete(timer)
      now = Math.max(now, timer.at)
      timer.task()
      await settle()
    }
    now = until
  }

  /** Lets time pass until `isDone`, at most so many ms; answers whether it was. */
  async function advanceUntil(isDone: () => boolean, mostMs: number): Promise<boolean> {
    const until = now + mostMs
    await settle()
    while (!isDone()) {
      const timer = next()
      if (!timer || timer.at > until) return false
      timers.delete(timer)
      now = Math.max(now, timer.at)
      timer.task()
      await settle()
    }
    return true
  }

  return {
    ...clock,
    advance,
    advanceUntil,
    /** Sets the wall clock without any time passing. */
    jumpWall: (ms: number) => void (wallOffset += ms),
    /** Forgets all timers, as a process that is killed does. */
    forgetTimers: () => timers.clear(),
    /** The machine was restarted: its own clock begins anew. */
    reboot() {
      wallOffset += now
      now = 0
      timers.clear()
    },
  }
}

/** Lets everything that waits for nothing but its turn happen. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
