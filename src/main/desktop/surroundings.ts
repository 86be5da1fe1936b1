import { homedir } from 'node:os'
import { join } from 'node:path'
import {
  app,
  clipboard,
  dialog,
  nativeTheme,
  powerMonitor,
  safeStorage,
  session,
  shell,
} from 'electron'
import type { Clock } from '../../shared/clock'
import type { Push } from '../../shared/ipc'
import type { Notice } from '../../shared/ipc/app'
import type { AppOptions, TsuzukiApp } from '../environment'
import { createLog } from '../log/log'
import { readProduct } from '../plain/product'
import { type AiringDesktop, createAiringDesktop } from './airing/airing-desktop'
import { followLogin, loginOptions, setLoginItem, wasOpenedAtLogin } from './airing/login-item'
import { createZoneMover } from './zone'
import { createDesktop } from './desktop'
import { createElectronCovers } from './electron-covers'
import { createMainWindow } from './main-window'
import { createPageServer } from './page/serve-page'
import { handleSchemes } from './schemes'
import { openSecrets } from './secrets'
import { openSettings } from './settings'
import type { Switches } from './switches'
import { followTheme } from './theme'
import { watchWaking } from './waking'
import { wordsIn } from './words'

interface Options {
  /** Where package.json and resources/ lie. */
  readonly rootDir: string
  /** Where the built page and preload lie. */
  readonly outDir: string
  readonly switches: Switches
  readonly clock: Clock
  /** The address of the page at a route. */
  readonly urlOf: (route: string) => string
}

type Connected = Pick<TsuzukiApp, 'airing' | 'handlers' | 'pictures' | 'resumed' | 'online'>
type Handed = Omit<AppOptions, 'push' | 'random' | 'env' | 'startSandbox' | 'clock'>

/** All that Electron gives the core, and the window. Only after the app is ready. */
export function createSurroundings({ rootDir, outDir, switches, clock, urlOf }: Options) {
  const profileDir = app.getPath('userData')
  const resourcesDir = join(rootDir, 'resources')
  const product = readProduct(rootDir)
  const log = createLog({ dir: join(profileDir, 'logs'), clock, homeDir: homedir() })
  const notices: Notice[] = []
  const onNotice = (notice: Notice) => {
    log.warn('mended', { notice: notice.id })
    notices.push(notice)
  }

  const settings = openSettings({
    dir: profileDir,
    version: product.version,
    overrides: switches.overrides,
    onChange: (changed) => {
      followTheme(nativeTheme, changed.theme)
      login.follow(changed)
    },
    onNotice,
  })
  followTheme(nativeTheme, settings.read().theme)
  const login = followLogin(settings.read(), (wish) => setLoginItem(loginOptions(), wish), log)
  const words = () => wordsIn(settings.read().language, app.getLocale())
  const { platform } = process
  const secrets = openSecrets({ dir: profileDir, safeStorage, platform, log, onNotice })

  const window = createMainWindow({
    profileDir,
    resourcesDir,
    preload: join(outDir, 'preload/index.cjs'),
    urlOf,
    clock,
    log,
    words,
    staysInTray: () => settings.read().closeToTray,
    onNotice,
  })
  let airing: AiringDesktop | null = null

  const handed: Handed = {
    profileDir,
    resourcesDir,
    settings,
    secrets,
    product,
    log,
    desktop: createDesktop({ app, shell, dialog, clipboard, window: window.get, words }),
    takeNotices: () => notices.splice(0),
    moveTo: createZoneMover(process.env),
    proxyFor: (url) => session.defaultSession.resolveProxy(url),
  }

  return {
    handed,
    window,
    log,
    words,

    /** A start at login opens no window, if so wished; macOS tells of it in its own way. */
    isHidden: () => switches.hidden || (settings.read().startHidden && wasOpenedAtLogin(app)),

    /** What is told to the window, told to the tray as well. */
    alsoToTray(push: Push): Push {
      return (name, payload) => {
        push(name, payload)
        airing?.hear(name, payload)
      }
    },

    /**
     * Gives the core what comes from outside: requests for pages and pictures, waking, the net, and
     * tray and notifications, which bring the window forward by `show`.
     */
    connect(core: Connected, isOnline: () => boolean, show: (route: string) => void) {
      handleSchemes({
        page: createPageServer(join(outDir, 'renderer')),
        cover: createElectronCovers({ pictures: core.pictures, profileDir, product, clock, log }),
      })
      window.setMenu(show)
      airing = createAiringDesktop({ core, resourcesDir, clock, settings: settings.read, show })
      const stopWatching = watchWaking({ powerMonitor, isOnline, clock, core })
      return () => {
        stopWatching()
        airing?.stop()
        airing = null
      }
    },
  }
}
