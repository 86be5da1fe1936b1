import type { Clock } from '../shared/clock'

/** Node fires at once when a delay does not fit in 31 bits. */
const longestTimerMs = 2 ** 31 - 1

/**
 * The clocks of this machine. `monotonic` counts from the start of the machine, not of the app,
 * so that two runs of the app agree on it.
 */
export function createSystemClock(): Clock {
  const monotonic = () => Number(process.hrtime.bigint() / 1_000n) / 1_000

  return {
    wall: () => Date.now(),
    monotonic,

    after(delayMs, task) {
      const dueAt = monotonic() + delayMs
      let timer: NodeJS.Timeout

      const arm = () => {
        const leftMs = Math.min(Math.max(Math.ceil(dueAt - monotonic()), 0), longestTimerMs)
        timer = setTimeout(() => (monotonic() >= dueAt ? task() : arm()), leftMs)
      }

      arm()
      return () => clearTimeout(timer)
    },
  }
}
