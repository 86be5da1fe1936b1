import type { Clock } from '../../shared/clock'

export interface ShiftedClock extends Clock {
  /** Moves both times on by so many ms, as if the service had aged; timers are not touched. */
  advance(ms: number): void
  /** Unix seconds. */
  seconds(): number
}

/** The given clock with an offset that an admin call may raise. */
export function createShiftedClock(clock: Clock): ShiftedClock {
  let offset = 0
  return {
    wall: () => clock.wall() + offset,
    monotonic: () => clock.monotonic() + offset,
    after: (delayMs, task) => clock.after(delayMs, task),
    seconds: () => Math.floor((clock.wall() + offset) / 1000),
    advance: (ms) => {
      offset += ms
    },
  }
}
