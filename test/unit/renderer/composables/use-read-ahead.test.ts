import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { nextTick, ref } from 'vue'
import { useReadAhead } from '../../../../src/renderer/src/composables/use-read-ahead'
import { run } from '../support/mounting'

/** Pauses of the page, as the test makes them. */
let pauses: Map<number, (pause: IdleDeadline) => void>

beforeEach(() => {
  pauses = new Map()
  let last = 0
  vi.stubGlobal('requestIdleCallback', (next: (pause: IdleDeadline) => void) => {
    pauses.set((last += 1), next)
    return last
  })
  vi.stubGlobal('cancelIdleCallback', (id: number) => pauses.delete(id))
})
afterEach(() => vi.unstubAllGlobals())

/** A pause that is long enough for so many rows. */
function pauseFor(count: number) {
  const [first] = pauses
  if (!first) return
  pauses.delete(first[0])
  let left = count
  first[1]({ didTimeout: false, timeRemaining: () => (left-- > 0 ? 10 : 0) })
}

function ahead(start: number) {
  const from = ref(start)
  const read: number[] = []
  const { stop } = run(() => {
    useReadAhead(
      () => from.value,
      (place) => read.push(place),
    )
    return {}
  })
  return { from, read, stop }
}

test('rows that come next are prepared in the pauses of the page, as far as each of them goes', () => {
  const { read } = ahead(7)
  expect(read).toEqual([])

  pauseFor(2)
  expect(read).toEqual([7, 8])
  pauseFor(100)
  expect(read).toHaveLength(40)
  expect(read.at(-1)).toBe(46)
  expect(pauses.size).toBe(0)
})

test('who scrolls on has the next rows prepared instead', async () => {
  const { from, read } = ahead(0)
  pauseFor(1)
  from.value = 100
  await nextTick()
  pauseFor(2)

  expect(read).toEqual([0, 100, 101])
})

test('nothing is prepared for who has left', () => {
  const { read, stop } = ahead(0)
  stop()
  pauseFor(5)

  expect(read).toEqual([])
})
