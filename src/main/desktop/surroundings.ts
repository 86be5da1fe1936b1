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
import type { Notice } from '../../shared/ipc/app'
import type { AppOptions, TsuzukiApp } from '../environment'
import { createLog } from '../log/log'
import { readProduct } from '../plain/product'
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
    onChange: ({ theme }) => followTheme(nativeTheme, theme),
    onNotice,
  })
  followTheme(nativeTheme, settings.read().theme)
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
    onNotice,
  })

  const handed: Handed = {
    profileDir,
    resourcesDir,
    settings,
    secrets,
    product,
    log,
    desktop: createDesktop({ app, shell, dialog, clipboard, window: window.get, words }),
    takeNotices: () => notices.splice(0),
    proxyFor: (url) => session.defaultSession.resolveProxy(url),
  }

  return {
    handed,
    window,
    log,
    words,

    /** Gives the core what comes from outside: requests for pages and pictures, waking, the net. */
    connect(core: Pick<TsuzukiApp, 'pictures' | 'resumed' | 'online'>, isOnline: () => boolean) {
      handleSchemes({
        page: createPageServer(join(outDir, 'renderer')),
        cover: createElectronCovers({ pictures: core.pictures, profileDir, product, clock, log }),
      })
      return watchWaking({ powerMonitor, isOnline, clock, core })
    },
  }
}
