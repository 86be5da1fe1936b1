import type * as Electron from 'electron'
import type { Page } from './page.ts'

/** A window, as the other parts of the stand-in see it. */
export interface Window {
  readonly browserWindow: Electron.BrowserWindow
  /** Undefined until it is open in Chromium. */
  page(): Page | undefined
  /** Its page has gone away by itself: the user closed it, or Chromium has ended. */
  lost(): void
}

/** The windows that are open, in the order they were opened. */
export function createWindows() {
  const open = new Map<number, Window>()
  let lastId = 0

  const list = () => [...open.values()].map(({ browserWindow }) => browserWindow)

  return {
    nextId: () => (lastId += 1),
    add: (window: Window) => void open.set(window.browserWindow.id, window),
    remove: (id: number) => void open.delete(id),
    get: (id: number) => open.get(id)?.browserWindow,
    list,
    pages: () => [...open.values()].map(({ page }) => page()).filter((page) => page !== undefined),
    /** By Chromium's name for its page. */
    byTarget: (target: string) => [...open.values()].find(({ page }) => page()?.target === target),
    /** Asks each window to close; false as soon as one objects. */
    closeAll(): boolean {
      for (const window of list()) {
        window.close()
        if (!window.isDestroyed()) return false
      }
      return true
    },
  }
}

export type Windows = ReturnType<typeof createWindows>
