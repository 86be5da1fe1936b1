import type * as Electron from 'electron'
import { describe, expect, test } from 'vitest'
import { createDialog } from '../../electron/desktop/dialog.ts'
import { createMenus } from '../../electron/desktop/menu.ts'
import { createNativeImage } from '../../electron/desktop/native-image.ts'
import { createStandIn } from '../../electron/desktop/recorded.ts'
import {
  createClipboard,
  createGlobalShortcut,
  createPowerMonitor,
  createPowerSaveBlocker,
  createShell,
} from '../../electron/desktop/system.ts'
import { createTheme } from '../../electron/desktop/theme.ts'
import { createTrayClass } from '../../electron/desktop/tray.ts'
import type { Page } from '../../electron/window/page.ts'

describe('menus', () => {
  function setUp() {
    const standIn = createStandIn()
    const quits: string[] = []
    const app = { quit: () => quits.push('quit') } as unknown as Electron.App
    return { standIn, quits, ...createMenus({ standIn, app, focusedWindow: () => null }) }
  }

  test('perform the roles that a click can show, and name those they cannot', () => {
    const { Menu, quits } = setUp()
    const menu = Menu.buildFromTemplate([{ role: 'quit' }, { role: 'paste' }])

    menu.items[0]?.click()

    expect(quits).toEqual(['quit'])
    expect(() => menu.items[1]?.click()).toThrow('menu role paste is not implemented')
  })

  test('turn a check mark at each click', () => {
    const { Menu } = setUp()
    const seen: boolean[] = []
    const click = ({ checked }: Electron.MenuItem) => void seen.push(checked)
    const menu = Menu.buildFromTemplate([{ label: 'On', type: 'checkbox', click }])

    menu.items[0]?.click()
    menu.items[0]?.click()

    expect(seen).toEqual([true, false])
  })

  test('of the app can be asked for, and those that pop up are kept', () => {
    const { Menu, MenuItem, standIn } = setUp()
    const menu = new Menu()
    menu.append(new MenuItem({ label: 'One' }))

    Menu.setApplicationMenu(menu)
    menu.popup()

    expect(Menu.getApplicationMenu()).toBe(menu)
    expect(standIn.popups).toEqual([menu])
    expect(menu.items[0]).toBeInstanceOf(MenuItem)
  })
})

test('a tray icon is known until it is destroyed', () => {
  const standIn = createStandIn()
  const Tray = createTrayClass(standIn)

  const tray = new Tray(createNativeImage().createEmpty())
  expect(standIn.trays).toEqual([tray])
  tray.destroy()

  expect(tray.isDestroyed()).toBe(true)
  expect(standIn.trays).toEqual([])
})

test('dialogs take their answers in turn, with a window before the question or without', async () => {
  const standIn = createStandIn()
  const dialog = createDialog(standIn)
  standIn.answers.open.push({ canceled: false, filePaths: ['/list.xml'] })
  const parent = {} as Electron.BrowserWindow

  const first = await dialog.showOpenDialog(parent, { title: 'Import' })
  const second = await dialog.showOpenDialog({ title: 'Again' })

  expect([first.filePaths, second.canceled]).toEqual([['/list.xml'], true])
  expect(standIn.dialogs.map(({ title }) => title)).toEqual(['Import', 'Again'])
})

test('the clipboard keeps what was put there until it is cleared', async () => {
  const clipboard = createClipboard()

  await clipboard.writeText('token')
  expect(await clipboard.readText()).toBe('token')
  clipboard.clear()

  expect(await clipboard.readText()).toBe('')
})

test('links are noted instead of opened', async () => {
  const standIn = createStandIn()

  await createShell(standIn).openExternal('https://example.org/')

  expect(standIn.opened).toEqual(['https://example.org/'])
})

test('a shortcut has one owner, and can be pressed', () => {
  const standIn = createStandIn()
  const shortcuts = createGlobalShortcut(standIn)
  const pressed: string[] = []

  expect(shortcuts.register('Ctrl+Shift+T', () => pressed.push('first'))).toBe(true)
  expect(shortcuts.register('Ctrl+Shift+T', () => pressed.push('second'))).toBe(false)
  standIn.shortcuts.get('Ctrl+Shift+T')?.()

  expect(pressed).toEqual(['first'])
})

test('the user is idle for as long as a test says', () => {
  const standIn = createStandIn()
  const monitor = createPowerMonitor(standIn)

  standIn.idleSeconds = 300

  expect(monitor.getSystemIdleTime()).toBe(300)
  expect([monitor.getSystemIdleState(300), monitor.getSystemIdleState(301)]).toEqual([
    'idle',
    'active',
  ])
})

test('what keeps the machine awake ends once', () => {
  const blocker = createPowerSaveBlocker()
  const id = blocker.start('prevent-app-suspension')

  expect([blocker.isStarted(id), blocker.stop(id), blocker.stop(id)]).toEqual([true, true, false])
})

test('a picture tells its size', () => {
  const png = Buffer.alloc(33)
  png.writeUInt32BE(32, 16)
  png.writeUInt32BE(24, 20)

  expect(createNativeImage().createFromBuffer(png).getSize()).toEqual({ width: 32, height: 24 })
  expect(createNativeImage().createFromPath('/nowhere').isEmpty()).toBe(true)
})

test('pages are dark when the app or the system is, and the app goes first', () => {
  const standIn = createStandIn()
  const shown: string[] = []
  const page = {
    send: (_method: string, { features }: { features: { value: string }[] }) => {
      shown.push(features[0]?.value ?? '')
      return Promise.resolve({})
    },
  } as unknown as Page
  const { nativeTheme } = createTheme(standIn, () => [page])
  let updates = 0
  nativeTheme.on('updated', () => (updates += 1))

  standIn.setSystemTheme('dark')
  nativeTheme.themeSource = 'light'
  nativeTheme.themeSource = 'system'

  expect(shown).toEqual(['dark', 'light', 'dark'])
  expect(nativeTheme.shouldUseDarkColors).toBe(true)
  expect(updates).toBe(3)
})
