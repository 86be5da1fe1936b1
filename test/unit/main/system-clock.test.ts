import { uptime } from 'node:os'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createSystemClock } from '../../../src/main/system-clock'

test('monotonic time counts from the start of the machine, so that two runs agree', () => {
  const fromSystem = uptime() * 1_000
  // A container or a suspended machine may count differently, but never from the start of this run.
  expect(createSystemClock().monotonic()).toBeGreaterThan(process.uptime() * 1_000)
  expect(createSystemClock().monotonic()).toBeLessThanOrEqual(fromSystem + 60_000)
})

test('wall time is Unix time in ms', () => {
  const before = Date.now()
  const now = createSystemClock().wall()
  expect(now).toBeGreaterThanOrEqual(before)
  expect(now).toBeLessThanOrEqual(Date.now())
})

describe('timers', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('fire once, when the time has passed', () => {
    const task = vi.fn()
    createSystemClock().after(1_000, task)

    vi.advanceTimersByTime(999)
    expect(task).not.toHaveBeenCalled()
    vi.advanceTimersByTime(10_000)
    expect(task).toHaveBeenCalledOnce()
  })

  test('do not fire at once when the delay is longer than 31 bits of ms', () => {
    const month = 31 * 24 * 60 * 60_000
    const task = vi.fn()
    createSystemClock().after(month, task)

    vi.advanceTimersByTime(month - 1)
    expect(task).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(task).toHaveBeenCalledOnce()
  })

  test('do not fire once stopped, also in a later part of a long delay', () => {
    const month = 31 * 24 * 60 * 60_000
    const task = vi.fn()
    const cancel = createSystemClock().after(month, task)

    vi.advanceTimersByTime(month - 1)
    cancel()
    vi.advanceTimersByTime(month)

    expect(task).not.toHaveBeenCalled()
  })

  test('a delay below zero fires soon', () => {
    const task = vi.fn()
    createSystemClock().after(-5, task)
    vi.advanceTimersByTime(1)
    expect(task).toHaveBeenCalledOnce()
  })
})
