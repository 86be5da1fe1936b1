import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import {
  followLogin,
  type LoginOptions,
  setLoginItem,
} from '../../../../src/main/desktop/airing/login-item'
import { createSilentLog } from '../../../../src/main/log/silent'
import { tempFolder } from '../../../support/temp-folder'

// Electron itself is not there; what is tested here is handed its parts.
vi.mock('electron', () => ({ app: {} }))

describe('starting at login', () => {
  function given(platform: string, isPackaged = true) {
    const homeDir = tempFolder()
    const asked: unknown[] = []
    const options: LoginOptions = {
      app: {
        isPackaged,
        getAppPath: () => '/code/tsuzuki',
        setLoginItemSettings: (wish) => void asked.push(wish),
      },
      platform,
      execPath: '/opt/Tsuzuki 1/tsuzuki',
      homeDir,
      env: {},
    }
    return { options, asked, file: join(homeDir, '.config/autostart/tsuzuki.desktop') }
  }

  test('is told to Windows and macOS', () => {
    const { options, asked } = given('win32')
    setLoginItem(options, { startAtLogin: true, startHidden: true })
    setLoginItem(options, { startAtLogin: false, startHidden: false })

    expect(asked).toEqual([
      { openAtLogin: true, path: options.execPath, args: ['--hidden'] },
      { openAtLogin: false, path: options.execPath, args: [] },
    ])
  })

  test('is a file of the autostart on Linux, which goes when it is not wished any more', () => {
    const { options, file } = given('linux')
    setLoginItem(options, { startAtLogin: true, startHidden: true })
    expect(readFileSync(file, 'utf8')).toBe(
      '[Desktop Entry]\nType=Application\nName=Tsuzuki\nExec="/opt/Tsuzuki 1/tsuzuki" --hidden\n',
    )

    setLoginItem(options, { startAtLogin: false, startHidden: true })
    expect(existsSync(file)).toBe(false)
    setLoginItem(options, { startAtLogin: false, startHidden: true })
  })

  test('while it is developed starts Electron with the program', () => {
    const { options, asked } = given('darwin', false)
    setLoginItem(options, { startAtLogin: true, startHidden: false })

    expect(asked).toEqual([{ openAtLogin: true, path: options.execPath, args: ['/code/tsuzuki'] }])
  })

  test('is told only when the wish changes, and a refusal breaks nothing', () => {
    const told: unknown[] = []
    const wish = { startAtLogin: false, startHidden: true }
    const login = followLogin(
      wish,
      (next) => {
        told.push(next)
        throw new Error('no')
      },
      createSilentLog(),
    )
    login.follow({ ...wish })
    login.follow({ ...wish, startAtLogin: true })
    login.follow({ ...wish, startAtLogin: true })

    expect(told).toEqual([{ ...wish, startAtLogin: true }])
  })
})
