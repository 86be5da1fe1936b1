import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { nextTick, ref } from 'vue'
import { usePainted } from '../../../../src/renderer/src/composables/use-painted'
import { run } from '../support/mounting'

beforeEach(
  () =>
    void vi.useFakeTimers({
      toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'setTimeout', 'clearTimeout'],
    }),
)
afterEach(() => void vi.useRealTimers())

const nextFrame = () => {
  vi.advanceTimersToNextFrame()
  vi.advanceTimersByTime(1)
}

test('something is painted two frames after it was there, and not before', async () => {
  const there = ref(false)
  const isPainted = run(() => ({ isPainted: usePainted(() => there.value) })).isPainted
  nextFrame()
  nextFrame()
  expect(isPainted.value).toBe(false)

  there.value = true
  await nextTick()
  nextFrame()
  expect(isPainted.value).toBe(false)
  nextFrame()
  expect(isPainted.value).toBe(true)
})

test('who leaves before is not told', () => {
  const { isPainted, stop } = run(() => ({ isPainted: usePainted(() => true) }))
  nextFrame()
  stop()
  nextFrame()

  expect(isPainted.value).toBe(false)
})

test('what goes and comes again is painted anew', async () => {
  const there = ref(true)
  const { isPainted } = run(() => ({ isPainted: usePainted(() => there.value) }))
  nextFrame()
  nextFrame()
  expect(isPainted.value).toBe(true)

  there.value = false
  await nextTick()
  expect(isPainted.value).toBe(false)
  there.value = true
  await nextTick()
  nextFrame()
  expect(isPainted.value).toBe(false)
  nextFrame()
  expect(isPainted.value).toBe(true)
})
