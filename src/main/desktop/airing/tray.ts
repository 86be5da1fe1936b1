import { join } from 'node:path'
import type { Menu, NativeTheme, Tray } from 'electron'
import type { AiringState } from '../../../shared/airing'
import type { CancelTimer, Clock } from '../../../shared/clock'
import type { AiringWords } from './airing-words'
import { trayTemplate, type TrayActs, type TrayFacts } from './tray-menu'

interface Options {
  readonly Tray: new (icon: string) => Tray
  readonly Menu: Pick<typeof Menu, 'buildFromTemplate'>
  readonly nativeTheme: Pick<NativeTheme, 'shouldUseDarkColorsForSystemIntegratedUI' | 'on'>
  readonly platform: string
  readonly iconsDir: string
  readonly clock: Clock
  readonly words: () => AiringWords
  readonly acts: TrayActs
}

const nothing: AiringState = { ready: 0, titles: [], upcoming: [], pausedUntil: null }
const allSaved: TrayFacts['queue'] = { waiting: 0, sending: 0, attention: 0, conflicts: 0 }
/** Countdowns in the menu count minutes. */
const minuteMs = 60_000

export type AiringTray = ReturnType<typeof createTray>

/** The icon in the tray: a dot when something is ready, the count in the tooltip, a menu. */
export function createTray(options: Options) {
  const { Tray, Menu, nativeTheme, platform, iconsDir, clock, words, acts } = options
  let airing = nothing
  let queue = allSaved
  let drawn = ''
  let cancelTimer: CancelTimer | undefined
  const tray = new Tray(icon())
  nativeTheme.on('updated', () => tray.setImage(icon()))
  // On macOS a click opens the menu.
  if (platform !== 'darwin') tray.on('click', () => acts.open(null))
  draw()

  function icon(): string {
    return join(iconsDir, `${iconName(platform, airing.ready > 0, isDark())}.png`)
  }

  function isDark() {
    return nativeTheme.shouldUseDarkColorsForSystemIntegratedUI
  }

  /** An open menu is not torn down under the hand for a menu that says the same. */
  function draw() {
    cancelTimer?.()
    cancelTimer = clock.after(minuteMs, draw)
    const template = trayTemplate({ airing, queue, now: clock.wall() }, words(), acts)
    const text = JSON.stringify([airing.ready, template])
    if (text === drawn) return
    drawn = text
    tray.setContextMenu(Menu.buildFromTemplate(template))
    tray.setImage(icon())
    tray.setToolTip(airing.ready > 0 ? words().readyTip(airing.ready) : words().appName)
    if (platform === 'darwin') tray.setTitle(airing.ready > 0 ? String(airing.ready) : '')
  }

  return {
    airing(state: AiringState) {
      airing = state
      draw()
    },
    queue(status: TrayFacts['queue']) {
      queue = status
      draw()
    },
    /** The language may be another one. */
    redraw: draw,
    stop() {
      cancelTimer?.()
      tray.destroy()
    },
  }
}

/** macOS tints a template itself; elsewhere the panel is light or dark. */
export function iconName(platform: string, isReady: boolean, isDark: boolean): string {
  if (platform === 'darwin') return isReady ? 'trayDotTemplate' : 'trayTemplate'
  return `tray-${isDark ? 'dark' : 'light'}${isReady ? '-dot' : ''}`
}
