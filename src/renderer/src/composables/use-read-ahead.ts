import { onScopeDispose, watch } from 'vue'

/** How far ahead is read, in rows. */
const rows = 40
/** What must be left of a pause for one more, in ms. */
const leastMs = 3

/**
 * Prepares rows that may come next while the page has nothing else to do, so that scrolling there
 * only has to draw them.
 * @param from the first row that is not in sight, which moves as one scrolls
 */
export function useReadAhead(from: () => number, prepare: (place: number) => void) {
  let waiting = 0

  function readOn(at: number, end: number) {
    waiting = requestIdleCallback((pause) => {
      let next = at
      while (next < end && pause.timeRemaining() > leastMs) prepare(next++)
      if (next < end) readOn(next, end)
    })
  }

  watch(
    from,
    (at) => {
      cancelIdleCallback(waiting)
      readOn(at, at + rows)
    },
    { immediate: true },
  )
  onScopeDispose(() => cancelIdleCallback(waiting))
}
