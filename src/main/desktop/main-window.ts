import { join } from 'node:path'
import {
  type BrowserWindow,
  type WebContents,
  Menu,
  app,
  dialog,
  nativeTheme,
  screen,
  session,
} from 'electron'
import type { Clock } from '../../shared/clock'
import type { Notice } from '../../shared/ipc/app'
import type { Log } from '../environment'
import { placeOn, rememberPlace } from './bounds'
import { createCrashRecovery } from './crash'
import { denyPermissions, lockNavigation } from './lock'
import { menuTemplate } from './menu'
import { isSameDocument } from './page/own-origin'
import { openPlaces } from './places'
import { groundColor } from './theme'
import { bringForward, openWindow } from './window'
import type { Words } from './words'

interface Options {
  readonly profileDir: string
  readonly resourcesDir: string
  readonly preload: string
  /** The address of the page at a route (`/queue`); `''` where it was. */
  readonly urlOf: (route: string) => string
  readonly clock: Clock
  readonly log: Log
  readonly words: () => Words
  /** Closing the window only puts it away. */
  readonly staysInTray: () => boolean
  readonly onNotice: (notice: Notice) => void
}

/** The one window of the app: locked, remembered, brought back after a crash. */
export function createMainWindow(options: Options) {
  const { profileDir, resourcesDir, preload, urlOf, clock, log, words, onNotice } = options
  let isQuitting = false
  app.on('before-quit', () => (isQuitting = true))
  const places = openPlaces(profileDir)
  let current: BrowserWindow | null = null

  denyPermissions(session.defaultSession)
  setMenu((route) => open({ route }))
  app.on('web-contents-created', (_event, contents) =>
    lockNavigation(contents, {
      isOwnPage: (url) => isSameDocument(url, urlOf('')),
      onRefused: (what) => log.warn('the page wanted to leave', { what }),
    }),
  )

  function setMenu(show: (route: string) => void) {
    const template = menuTemplate(process.platform, words(), show)
    Menu.setApplicationMenu(template && Menu.buildFromTemplate(template))
  }

  /** Opens the window, or brings it forward when there is one. */
  function open({ route = '', hidden = false } = {}) {
    if (current) return bringForward(current)
    const last = places.read()
    const window = openWindow({
      preload,
      hidden,
      icon: join(resourcesDir, 'icons/tsuzuki-256.png'),
      background: groundColor(nativeTheme),
      place: placeOn(screen.getAllDisplays(), last),
      maximized: last?.maximized ?? false,
    })
    current = window
    rememberPlace(window, places, clock)
    window.on('close', (event) => {
      if (isQuitting || !options.staysInTray()) return
      event.preventDefault()
      window.hide()
    })
    window.on('closed', () => {
      current = null
    })
    recover(window)
    load(window, route)
  }

  function load(window: BrowserWindow, route: string) {
    window
      .loadURL(urlOf(route))
      .catch((error: unknown) => log.error('the page did not load', { error }))
  }

  function recover(window: BrowserWindow) {
    const gone = createCrashRecovery({
      clock,
      log,
      reload: () => load(window, ''),
      onRestarted: () => onNotice({ id: 'window-restarted', params: {} }),
      ask: () => askAgain(window),
      quit: () => app.quit(),
    })
    window.webContents.on('render-process-gone', (_event, details) => void gone(details))
  }

  async function askAgain(window: BrowserWindow) {
    const { crashed, crashedMore, tryAgain, quit } = words()
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: crashed,
      detail: crashedMore,
      buttons: [tryAgain, quit],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    })
    return response === 0
  }

  return {
    open,
    /** The menu with what shows places of the window that is open already. */
    setMenu,
    get: () => current,
    contents: (): WebContents | null => current?.webContents ?? null,
  }
}
