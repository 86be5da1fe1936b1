import { afterEach, expect, test, vi } from 'vitest'
import { nextTick, shallowRef } from 'vue'
import { useMeasuredRows } from '../../../../src/renderer/src/composables/use-measured-rows'
import { run } from '../support/mounting'

afterEach(() => void vi.unstubAllGlobals())

/** Tells of heights as a layout would. */
let tell: (target: Element, height: number) => void

function setUp(ids: readonly number[]) {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(told: (entries: readonly unknown[]) => void) {
        tell = (target, blockSize) => told([{ target, borderBoxSize: [{ blockSize }] }])
      }
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
  const rows = shallowRef(ids)
  const body = document.createElement('div')
  body.innerHTML = ids.map((_, place) => `<p data-index="${place}"></p>`).join('')
  const measured = run(() =>
    useMeasuredRows({
      body: shallowRef(body),
      scroller: shallowRef(null),
      count: () => rows.value.length,
      keyAt: (place) => rows.value[place] ?? -place,
      likely: () => 100,
    }),
  )
  return { rows, body, ...measured }
}

test('as many other rows have heights of their own, and known ones theirs wherever they stand', async () => {
  const { rows, body, total } = setUp([1, 2, 3])
  const [first] = body.children
  if (first) tell(first, 340)
  await nextTick()
  expect(total.value).toBe(540)

  rows.value = [4, 5, 6]
  await nextTick()
  expect(total.value).toBe(300)

  rows.value = [4, 1, 6]
  await nextTick()
  expect(total.value).toBe(540)
})
