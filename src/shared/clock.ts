/** Stops a timer that has not fired yet; afterwards it does nothing. */
export type CancelTimer = () => void

/**
 * Time as the program may know it. Handed in everywhere, so that a test can drive a week in a
 * second and no rule depends on the machine's mood.
 */
export interface Clock {
  /** The wall clock in Unix milliseconds. It may jump either way; only for showing and storing. */
  wall(): number
  /** Milliseconds since the machine started. Never goes back while the machine runs. */
  monotonic(): number
  /** Runs `task` once, not before `delayMs` have passed on the monotonic clock. */
  after(delayMs: number, task: () => void): CancelTimer
}

/** Waits for `delayMs` on the given clock. */
export function wait(clock: Clock, delayMs: number): Promise<void> {
  return new Promise((resolve) => void clock.after(delayMs, resolve))
}
