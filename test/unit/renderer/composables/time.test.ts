import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { useCountdown } from '../../../../src/renderer/src/composables/use-countdown'
import { useTicks } from '../../../../src/renderer/src/composables/use-ticks'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('ticks as long as it is needed', async () => {
  const needed = ref(true)
  let at = 0
  const scope = effectScope()
  const now = scope.run(() =>
    useTicks(
      1000,
      () => at,
      () => needed.value,
    ),
  )!

  at = 1000
  vi.advanceTimersByTime(1000)
  expect(now.value).toBe(1000)

  needed.value = false
  at = 5000
  await nextTick()
  vi.advanceTimersByTime(10_000)
  expect(vi.getTimerCount()).toBe(0)

  needed.value = true
  at = 9000
  await nextTick()
  expect(now.value).toBe(9000)
  scope.stop()
  expect(vi.getTimerCount()).toBe(0)
})

test('counts from the latest start, and not at all once stopped', () => {
  const task = vi.fn()
  const scope = effectScope()
  const countdown = scope.run(() => useCountdown(8000, task))!

  countdown.start()
  vi.advanceTimersByTime(7999)
  countdown.start()
  vi.advanceTimersByTime(7999)
  expect(task).not.toHaveBeenCalled()

  vi.advanceTimersByTime(1)
  expect(task).toHaveBeenCalledOnce()

  countdown.start()
  countdown.stop()
  vi.advanceTimersByTime(8000)
  countdown.start()
  scope.stop()
  vi.advanceTimersByTime(8000)
  expect(task).toHaveBeenCalledOnce()
})
