import type { Clock } from '../../src/shared/clock'

interface Timer {
  readonly at: number
  readonly task: () => void
}

/**
 * The clock of a computer that sleeps, is switched off and has its time set, all in no time. Unlike
 * the other virtual clock it waits for nobody: what runs on it must answer at once.
 */
export function createAiringClock(startWallMs: number) {
  let wall = startWallMs
  let monotonic = 5_000_000
  let timers: Timer[] = []

  function nextDue(): Timer | undefined {
    let first: Timer | undefined
    for (const timer of timers) if (!first || timer.at < first.at) first = timer
    return first
  }

  const clock: Clock = {
    wall: () => wall,
    monotonic: () => monotonic,
    after(delayMs, task) {
      const timer = { at: monotonic + Math.max(0, delayMs), task }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
  }

  return {
    ...clock,
    /** Lets so much time pass awake; what falls due runs in order. */
    run(ms: number) {
      const until = monotonic + ms
      for (let timer = nextDue(); timer && timer.at <= until; timer = nextDue()) {
        const { at, task } = timer
        timers = timers.filter((other) => other !== timer)
        wall += Math.max(0, at - monotonic)
        monotonic = Math.max(monotonic, at)
        task()
      }
      wall += until - monotonic
      monotonic = until
    },
    /** Time passes, but nothing runs; on some systems the monotonic clock stands still meanwhile. */
    sleep(ms: number, standsStill: boolean) {
      wall += ms
      if (!standsStill) monotonic += ms
    },
    setWall: (ms: number) => void (wall += ms),
    /** What ran here is gone. */
    forgetTimers: () => void (timers = []),
    timers: () => timers.length,
  }
}

export type AiringClock = ReturnType<typeof createAiringClock>
