import type { NativeTheme } from 'electron'
import type { Settings } from '../../shared/settings'

/** The ground of each theme, so that a window does not flash before its first paint. */
const ground = { light: '#fcfaf7', dark: '#0d0f13' }

/** Makes the system's own parts (menus, dialogs, scroll bars) follow the setting. */
export function followTheme(
  nativeTheme: Pick<NativeTheme, 'themeSource'>,
  theme: Settings['theme'],
) {
  const source = theme === 'contrast' ? 'system' : theme
  // Setting it redraws everything, so only when it changes.
  if (nativeTheme.themeSource !== source) nativeTheme.themeSource = source
}

export function groundColor({ shouldUseDarkColors }: Pick<NativeTheme, 'shouldUseDarkColors'>) {
  return shouldUseDarkColors ? ground.dark : ground.light
}
