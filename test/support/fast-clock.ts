import { performance } from 'node:perf_hooks'
import type { Clock } from '../../src/shared/clock'

/**
 * Real time that runs `factor` times as fast, for tests over real sockets: limits of a minute pass
 * in a second. Whoever is asked must be given the same clock.
 */
export function createFastClock(factor = 60): Clock {
  const startWall = Date.now()
  const start = performance.now()
  const passed = () => Math.floor((performance.now() - start) * factor)
  return {
    wall: () => startWall + passed(),
    monotonic: () => 1_000_000 + passed(),
    after(delayMs, task) {
      const timer = setTimeout(task, Math.ceil(delayMs / factor))
      return () => clearTimeout(timer)
    },
  }
}
