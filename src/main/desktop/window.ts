import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron'
import { smallest } from './bounds'

interface Options {
  readonly preload: string
  readonly icon: string
  readonly background: string
  readonly place: { x?: number; y?: number; width: number; height: number }
  readonly maximized: boolean
  readonly hidden: boolean
}

/** How every window of ours is shut in. Not one of these may be loosened. */
export const shutIn = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const satisfies BrowserWindowConstructorOptions['webPreferences']

/** Makes the window; it shows itself when its page has painted, unless it shall stay hidden. */
export function openWindow(options: Options): BrowserWindow {
  const { preload, icon, background, place, maximized, hidden } = options
  const window = new BrowserWindow({
    ...place,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    backgroundColor: background,
    autoHideMenuBar: true,
    icon,
    webPreferences: { ...shutIn, preload },
  })
  window.once('ready-to-show', () => {
    if (hidden) return
    if (maximized) window.maximize()
    window.show()
  })
  return window
}

/** Brings a window to the front, wherever it is. */
export function bringForward(window: BrowserWindow) {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
