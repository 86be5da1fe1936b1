import type { CancelTimer, Clock } from '../../src/shared/clock'
import type { VirtualClock } from './virtual-clock'

export type Machine = ReturnType<typeof createMachine>

/**
 * A computer in virtual time: its wall clock can be set wrong, it can be restarted, and what runs
 * on it can be killed. The services keep to the true time.
 */
export function createMachine(truth: VirtualClock, bootedMsAgo = 600_000) {
  let wallOffset = 0
  let bootedAt = truth.monotonic() - bootedMsAgo
  let endProcess = () => {}

  return {
    jumpWall: (ms: number) => void (wallOffset += ms),
    wallOffset: () => wallOffset,
    /** Ends what runs, and starts the monotonic clock anew. */
    reboot() {
      endProcess()
      bootedAt = truth.monotonic()
    },
    /** Ends what runs; the clock of the next process. */
    newProcess(): { clock: Clock; isAlive: () => boolean } {
      endProcess()
      let isAlive = true
      const timers = new Set<CancelTimer>()
      endProcess = () => {
        isAlive = false
        for (const cancel of timers) cancel()
      }
      const clock: Clock = {
        wall: () => truth.wall() + wallOffset,
        monotonic: () => truth.monotonic() - bootedAt,
        after(delayMs, task) {
          if (!isAlive) return () => {}
          const stop = truth.after(delayMs, () => {
            timers.delete(stop)
            task()
          })
          timers.add(stop)
          return () => {
            timers.delete(stop)
            stop()
          }
        },
      }
      return { clock, isAlive: () => isAlive }
    },
    kill: () => endProcess(),
  }
}
