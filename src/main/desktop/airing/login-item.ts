import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { app as electronApp, type App } from 'electron'
import type { Settings } from '../../../shared/settings'
import type { Log } from '../../environment'

export interface LoginOptions {
  readonly app: Pick<App, 'setLoginItemSettings' | 'isPackaged' | 'getAppPath'>
  readonly platform: string
  readonly execPath: string
  readonly homeDir: string
  readonly env: Readonly<Record<string, string | undefined>>
}

type Wish = Pick<Settings, 'startAtLogin' | 'startHidden'>

/** Has the system start the program at login, with or without its window. Throws what the disk says. */
export function setLoginItem(options: LoginOptions, { startAtLogin, startHidden }: Wish) {
  const { app, platform, execPath } = options
  // While it is developed the program is an argument of Electron's own.
  const program = app.isPackaged ? [] : [app.getAppPath()]
  const args = [...program, ...(startHidden ? ['--hidden'] : [])]
  if (platform === 'linux') return setAutostart(options, startAtLogin ? [execPath, ...args] : null)
  app.setLoginItemSettings({ openAtLogin: startAtLogin, path: execPath, args })
}

/** Electron does not do this on Linux: a file in the autostart folder (freedesktop.org). */
function setAutostart({ homeDir, env }: LoginOptions, command: readonly string[] | null) {
  const config = env['XDG_CONFIG_HOME'] || join(homeDir, '.config')
  const file = join(config, 'autostart/tsuzuki.desktop')
  if (!command) return rmSync(file, { force: true })
  mkdirSync(dirname(file), { recursive: true })
  const exec = command.map(quoted).join(' ')
  writeFileSync(file, `[Desktop Entry]\nType=Application\nName=Tsuzuki\nExec=${exec}\n`)
}

/** As the specification of desktop entries quotes an argument. */
function quoted(argument: string): string {
  const escaped = argument.replace(/[\\"`$]/g, '\\$&').replaceAll('%', '%%')
  return /[\s"'\\><~|&;$*?#()`]/.test(argument) ? `"${escaped}"` : escaped
}

export const loginOptions = (): LoginOptions => ({
  app: electronApp,
  platform: process.platform,
  execPath: process.execPath,
  homeDir: homedir(),
  env: process.env,
})

/** macOS starts a login item without arguments, and says afterwards that it did. */
export function wasOpenedAtLogin({ getLoginItemSettings }: Pick<App, 'getLoginItemSettings'>) {
  return process.platform === 'darwin' && getLoginItemSettings().wasOpenedAtLogin
}

/**
 * Tells the system when the wish changes, and only then: who takes the program out of the
 * autostart by other means has it out.
 */
export function followLogin(wish: Wish, set: (wish: Wish) => void, log: Pick<Log, 'error'>) {
  const textOf = ({ startAtLogin, startHidden }: Wish) => `${startAtLogin} ${startHidden}`
  let known = textOf(wish)
  return {
    follow(next: Wish) {
      if (textOf(next) === known) return
      known = textOf(next)
      try {
        set(next)
      } catch (error) {
        log.error('no start at login', { error })
      }
    },
  }
}
