import type { BrowserWindow, Display, Rectangle } from 'electron'
import type { Clock } from '../../shared/clock'

/** How the window lay when it was last seen. `bounds` are those it has when it is not maximized. */
export interface WindowPlace {
  readonly bounds: Rectangle
  readonly maximized: boolean
}

export const smallest = { width: 420, height: 400 }
const first = { width: 1280, height: 820 }

/** How much of a window must be on a screen for people to find and move it. */
const findable = { width: 100, height: 40 }

/** Where to open the window: as it lay, if that is still on a screen, else in the middle of the main one. */
export function placeOn(
  displays: readonly Pick<Display, 'workArea'>[],
  last: WindowPlace | null,
): Partial<Rectangle> & { width: number; height: number } {
  const area = displays[0]?.workArea ?? { x: 0, y: 0, ...first }
  if (last && displays.some(({ workArea }) => isFindable(last.bounds, workArea))) {
    return {
      ...last.bounds,
      width: Math.max(last.bounds.width, smallest.width),
      height: Math.max(last.bounds.height, smallest.height),
    }
  }
  const { width, height } = last?.bounds ?? first
  return {
    width: Math.max(Math.min(width, area.width), smallest.width),
    height: Math.max(Math.min(height, area.height), smallest.height),
  }
}

/** The title bar is what one moves a window by, so its top counts. */
function isFindable(bounds: Rectangle, area: Rectangle) {
  const shownWidth =
    Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  const isTopShown = bounds.y >= area.y && bounds.y + findable.height <= area.y + area.height
  return isTopShown && shownWidth >= findable.width
}

type Placed = Pick<BrowserWindow, 'getNormalBounds' | 'isMaximized' | 'isDestroyed'> & {
  on(event: 'resize' | 'move' | 'maximize' | 'unmaximize' | 'close', listener: () => void): unknown
}

const settleMs = 500

/** Remembers where the window lies, soon after it was moved and when it closes. */
export function rememberPlace(
  window: Placed,
  places: { write(place: WindowPlace): void },
  clock: Pick<Clock, 'after'>,
) {
  let cancel = () => {}

  function remember() {
    cancel()
    if (window.isDestroyed()) return
    places.write({ bounds: window.getNormalBounds(), maximized: window.isMaximized() })
  }

  function soon() {
    cancel()
    cancel = clock.after(settleMs, remember)
  }

  window.on('resize', soon)
  window.on('move', soon)
  window.on('maximize', soon)
  window.on('unmaximize', soon)
  window.on('close', remember)
}
