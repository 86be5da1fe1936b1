import type * as Electron from 'electron'
import { loudEmitter } from '../loud.ts'
import type { Page } from '../window/page.ts'
import type { StandIn } from './recorded.ts'

/** nativeTheme; pages see it as `prefers-color-scheme`. */
export function createTheme(standIn: StandIn, pages: () => Iterable<Page>) {
  let source: Electron.NativeTheme['themeSource'] = 'system'
  let systemIsDark = false
  const isDark = () => source === 'dark' || (source === 'system' && systemIsDark)

  async function apply(page: Page) {
    const value = isDark() ? 'dark' : 'light'
    await page.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value }],
    })
  }

  function changed() {
    for (const page of pages()) apply(page).catch(() => {}) // Closed meanwhile.
    nativeTheme.emit('updated')
  }

  const nativeTheme = loudEmitter<Electron.NativeTheme>('nativeTheme', ['updated'], {
    get themeSource() {
      return source
    },
    set themeSource(value) {
      source = value
      changed()
    },
    get shouldUseDarkColors() {
      return isDark()
    },
    shouldUseHighContrastColors: false,
    shouldUseInvertedColorScheme: false,
    shouldUseDarkColorsForSystemIntegratedUI: false,
    prefersReducedTransparency: false,
    inForcedColorsMode: false,
  })

  standIn.setSystemTheme = (theme) => {
    systemIsDark = theme === 'dark'
    changed()
  }

  return { nativeTheme, apply }
}
