import { join } from 'node:path'
import type * as Electron from 'electron'
import { createCommandLine } from './command-line.ts'
import type { StandIn } from './desktop/recorded.ts'
import { leave, type Host } from './host.ts'
import { createEvent, loudEmitter } from './loud.ts'
import { createPaths } from './paths.ts'
import { createSingleInstance } from './single-instance.ts'
import type { Windows } from './window/windows.ts'

const EVENTS = [
  'ready',
  'will-finish-launching',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'second-instance',
  'browser-window-created',
  'browser-window-focus',
  'browser-window-blur',
  'web-contents-created',
  'render-process-gone',
  // Never on Linux, or only in trouble that the stand-in does not have.
  'activate',
  'open-url',
  'open-file',
  'child-process-gone',
  'certificate-error',
  'login',
]

export type App = Electron.App & NodeJS.EventEmitter

/** Electron's `app`, and what the boot needs to get it going. */
export function createApp(host: Host, windows: Windows, standIn: StandIn) {
  const { manifest } = host
  let name = manifest.productName ?? manifest.name ?? 'Electron'
  let becomeReady = () => {}
  const whenReady = new Promise<void>((resolve) => (becomeReady = resolve))
  const { commandLine, forChromium } = createCommandLine(host.arguments)
  const paths = createPaths(
    () => name,
    () => commandLine.getSwitchValue('user-data-dir'),
  )
  const single = createSingleInstance(({ argv, cwd, data }) =>
    app.emit('second-instance', createEvent(), argv, cwd, data),
  )

  const app: App = loudEmitter<Electron.App>('app', EVENTS, {
    commandLine,
    isPackaged: false,
    applicationMenu: null,
    badgeCount: 0,
    get name() {
      return name
    },
    set name(value: string) {
      name = value
    },
    getName: () => name,
    setName: (value) => void (name = value),
    getVersion: () => manifest.version ?? '0.0.0',
    getAppPath: () => host.directory,
    getPath: (wanted) => paths.get(wanted),
    setPath: (wanted, path) => paths.set(wanted, path),
    setAppLogsPath: (path) => paths.set('logs', path ?? join(paths.get('userData'), 'logs')),
    getLocale: () => commandLine.getSwitchValue('lang') || systemLocale(),
    getSystemLocale: systemLocale,
    getPreferredSystemLanguages: () => [systemLocale()],
    getLocaleCountryCode: () => systemLocale().split('-')[1] ?? '',
    isReady: () => host.ready,
    whenReady: () => whenReady,
    requestSingleInstanceLock: (data) => single.request(paths.get('userData'), data),
    hasSingleInstanceLock: single.isHeld,
    releaseSingleInstanceLock: single.release,
    quit,
    exit,
    relaunch: () => void (standIn.relaunches += 1),
    setAppUserModelId() {},
    setDesktopName() {},
    disableHardwareAcceleration() {},
    enableSandbox() {},
    setBadgeCount(count = 0) {
      app.badgeCount = count
      return true
    },
    getBadgeCount: () => app.badgeCount,
    setLoginItemSettings: (settings) => void (standIn.loginItem = settings),
    getLoginItemSettings: () => loginItem(standIn),
    setAsDefaultProtocolClient: (protocol) => Boolean(standIn.protocols.add(protocol)),
    isDefaultProtocolClient: (protocol) => standIn.protocols.has(protocol),
    removeAsDefaultProtocolClient: (protocol) => standIn.protocols.delete(protocol),
    setAboutPanelOptions() {},
    showAboutPanel() {},
    getAppMetrics: () => [],
    focus: () => windows.list()[0]?.focus(),
    hide() {},
    show() {},
  })

  function quit() {
    if (host.quitting) return
    host.quitting = true
    setImmediate(goThroughQuit)
  }

  /** Electron's order: before-quit, each window may object, will-quit, quit. */
  function goThroughQuit() {
    const mayGo = (eventName: string) => {
      const event = createEvent()
      app.emit(eventName, event)
      return !event.defaultPrevented
    }
    const done = mayGo('before-quit') && windows.closeAll() && mayGo('will-quit')
    if (done) exit(0)
    else host.quitting = false
  }

  function exit(code = 0) {
    host.quitting = true
    app.emit('quit', createEvent(), code)
    const closed = host.chromium?.close() ?? Promise.resolve()
    void closed.finally(() => leave(code))
  }

  /** Chromium runs: time for the app to open its windows. */
  function start() {
    host.ready = true
    becomeReady()
    app.emit('ready', createEvent(), {})
  }

  return { app, start, forChromium, userData: () => paths.get('userData') }
}

/** As Chromium reads it from the environment: LANGUAGE, LC_ALL, LC_MESSAGES, LANG. */
function systemLocale(): string {
  const { LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = process.env
  const given = (LANGUAGE ?? LC_ALL ?? LC_MESSAGES ?? LANG ?? '').split(/[.:@]/)[0] ?? ''
  return /^[a-z]{2}(_[A-Z]{2})?$/.test(given) ? given.replace('_', '-') : 'en-US'
}

function loginItem({ loginItem: item }: StandIn): Electron.LoginItemSettings {
  return {
    openAtLogin: item.openAtLogin ?? false,
    wasOpenedAtLogin: false,
    status: 'not-found',
    executableWillLaunchAtLogin: item.openAtLogin ?? false,
    launchItems: [],
  }
}
