import type { Clock } from '../../../src/shared/clock'

/**
 * Real time that runs `factor` times as fast and that all processes of a campaign agree on, as
 * they agree on the time since the machine started.
 */
export function createSharedClock(epochMs: number, factor: number): Clock {
  const passed = () => Math.floor((machineMs() - epochMs) * factor)
  return {
    wall: () => Date.UTC(2026, 0, 15, 12) + passed(),
    monotonic: () => 1_000_000 + passed(),
    after(delayMs, task) {
      const timer = setTimeout(task, Math.ceil(delayMs / factor))
      return () => clearTimeout(timer)
    },
  }
}

export function machineMs(): number {
  return Number(process.hrtime.bigint() / 1_000n) / 1_000
}
