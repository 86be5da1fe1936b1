import { join } from 'node:path'
import type * as Electron from 'electron'
import { createApp } from './app.ts'
import { launchChromium } from './chromium/launch.ts'
import { createDialog } from './desktop/dialog.ts'
import { createMenus } from './desktop/menu.ts'
import { createNativeImage } from './desktop/native-image.ts'
import { createNotificationClass } from './desktop/notification.ts'
import { createStandIn } from './desktop/recorded.ts'
import { createSafeStorage, keyStoreFrom } from './desktop/safe-storage.ts'
import { createScreen } from './desktop/screen.ts'
import {
  createClipboard,
  createGlobalShortcut,
  createPowerMonitor,
  createPowerSaveBlocker,
  createShell,
  createSystemPreferences,
} from './desktop/system.ts'
import { createTheme } from './desktop/theme.ts'
import { createTrayClass } from './desktop/tray.ts'
import { createHost, leave } from './host.ts'
import { createIpcMain } from './ipc-main.ts'
import { loud } from './loud.ts'
import { createPermissions } from './permissions.ts'
import { createNet, createProtocol } from './protocol.ts'
import { createRequests } from './requests.ts'
import { createSchemes } from './schemes.ts'
import { createSession } from './session.ts'
import { createBrowserWindowClass } from './window/browser-window.ts'
import type { Page } from './window/page.ts'
import { createWindows } from './window/windows.ts'

/** The one running app: Electron's module is one for its process, and so is this. */
export const host = createHost(process.argv.slice(2))

const standIn = (globalThis.standIn = createStandIn())
const windows = createWindows()
const schemes = createSchemes()
const { app, start, forChromium, userData } = createApp(host, windows, standIn)
const ipc = createIpcMain()
const answering = createProtocol(host, schemes)
const net = createNet(answering, standIn)
const { session, defaultSession, hooks } = createSession(host, answering.protocol, net)
const requests = createRequests(schemes, answering, hooks)
const { nativeTheme, apply } = createTheme(standIn, windows.pages)
const settlePermissions = createPermissions(hooks)
const nativeImage = createNativeImage()

async function prepare(contents: Electron.WebContents, page: Page) {
  await Promise.all([apply(page), settlePermissions(contents, page)])
}

async function capture(page: Page) {
  const { data } = await page.send('Page.captureScreenshot')
  return nativeImage.createFromBuffer(Buffer.from(data, 'base64'))
}

const around = { host, ipc, requests, schemes, session: defaultSession, prepare, capture }
const BrowserWindow = createBrowserWindowClass({ ...around, windows, app })

const allContents = () => windows.list().map(({ webContents }) => webContents)
const webContents = loud<typeof Electron.webContents>('webContents', {
  getAllWebContents: allContents,
  getFocusedWebContents: () => BrowserWindow.getFocusedWindow()?.webContents ?? null,
  fromId: (id) => allContents().find((contents) => contents.id === id),
  fromDevToolsTargetId: (target) => windows.byTarget(target)?.browserWindow.webContents,
})

const { Menu, MenuItem } = createMenus({
  standIn,
  app,
  focusedWindow: () => BrowserWindow.getFocusedWindow(),
})

export const electron = loud<typeof Electron>('electron', {
  app,
  BrowserWindow,
  clipboard: createClipboard(),
  dialog: createDialog(standIn),
  globalShortcut: createGlobalShortcut(standIn),
  ipcMain: ipc.ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  net,
  Notification: createNotificationClass(standIn),
  powerMonitor: createPowerMonitor(standIn),
  powerSaveBlocker: createPowerSaveBlocker(),
  protocol: answering.protocol,
  safeStorage: createSafeStorage(keyStoreFrom(process.env['STANDIN_KEY_STORE']), () => host.ready),
  screen: createScreen(),
  session,
  shell: createShell(standIn),
  systemPreferences: createSystemPreferences(),
  Tray: createTrayClass(standIn),
  webContents,
})

/** Starts Chromium and lets the app know that it may open windows. */
export async function becomeReady() {
  if (host.quitting) return
  const chromium = await launchChromium({
    profile: join(userData(), 'chromium'),
    visible: process.env['STANDIN_VISIBLE'] === '1',
    open: host.arguments.some((argument) => argument.startsWith('--remote-debugging-port')),
    switches: [`--lang=${app.getLocale()}`, ...forChromium()],
  })
  host.chromium = chromium
  chromium.listen('', (event) => {
    if (event.method === 'Target.targetDestroyed') windows.byTarget(event.params.targetId)?.lost()
    if (event.method !== 'Target.targetCreated') return
    // A whole Chromium now and then opens a window although it was told not to.
    const { openerId, targetId, type } = event.params.targetInfo
    if (openerId && type === 'page')
      chromium.send('Target.closeTarget', { targetId }).catch(() => {})
  })
  await chromium.send('Target.setDiscoverTargets', { discover: true })
  const { product } = await chromium.send('Browser.getVersion')
  setVersion('chrome', product.split('/')[1] ?? '')
  void chromium.ended.then(() => {
    if (host.quitting) return
    console.error('stand-in: Chromium has ended by itself')
    leave(1)
  })
  if (chromium.endpoint) console.error(`DevTools listening on ${chromium.endpoint}`)
  start()
}

export function setVersion(name: string, value: string) {
  Object.defineProperty(process.versions, name, { value, configurable: true, enumerable: true })
}
