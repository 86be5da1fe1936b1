import { onStandIn } from '../launch'
import { entry, expect, test } from './fixture'

test.describe('the desktop that is not there', () => {
  test.skip(!onStandIn, 'Only the stand-in remembers what was done to it')

  test('a menu of the tray can be read and clicked', async ({ launch }) => {
    const { app } = await launch({ entry })

    const outcome = await app.evaluate(({ Menu, nativeImage, Tray }) => {
      const clicked: string[] = []
      const tray = new Tray(nativeImage.createEmpty())
      tray.setToolTip('2 ready')
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { id: 'one', label: 'Mushishi +1', click: (item) => clicked.push(item.label) },
          { type: 'separator' },
          { label: 'More', submenu: [{ id: 'deep', label: 'Deep', type: 'checkbox' }] },
        ]),
      )
      const [recorded] = globalThis.standIn?.trays ?? []
      recorded?.menu?.getMenuItemById('one')?.click()
      recorded?.menu?.getMenuItemById('deep')?.click()
      return {
        clicked,
        toolTip: recorded?.toolTip,
        labels: recorded?.menu?.items.map(({ label, type }) => label || type),
        checked: recorded?.menu?.getMenuItemById('deep')?.checked,
        isTray: recorded instanceof Tray,
      }
    })

    expect(outcome).toEqual({
      clicked: ['Mushishi +1'],
      toolTip: '2 ready',
      labels: ['Mushishi +1', 'separator', 'More'],
      checked: true,
      isTray: true,
    })
  })

  test('a notification can be read and answered', async ({ launch }) => {
    const { app } = await launch({ entry })

    const outcome = await app.evaluate(({ Notification }) => {
      const answered: unknown[] = []
      const shown = new Notification({ title: 'Episode 3', body: 'Nichijou' })
      shown.on('click', () => answered.push('click'))
      shown.show()
      const [recorded] = globalThis.standIn?.notifications ?? []
      recorded?.emit('click')
      return { title: recorded?.title, body: recorded?.body, answered }
    })

    expect(outcome).toEqual({ title: 'Episode 3', body: 'Nichijou', answered: ['click'] })
  })

  test('dialogs are answered from a list, and cancelled without one', async ({ launch }) => {
    const { app } = await launch({ entry })

    const outcome = await app.evaluate(async ({ dialog }) => {
      globalThis.standIn?.answers.message.push({ response: 1 })
      const ask = { message: 'Open example.org?', buttons: ['No', 'Yes'], cancelId: 0 }
      const first = await dialog.showMessageBox(ask)
      const second = await dialog.showMessageBox(ask)
      const file = await dialog.showOpenDialog({ title: 'Import' })
      const asked = globalThis.standIn?.dialogs.map(({ kind }) => kind)
      return [first.response, second.response, file.canceled, asked]
    })

    expect(outcome).toEqual([1, 0, true, ['message', 'message', 'open']])
  })

  test('what it lacks fails by name, events included', async ({ launch }) => {
    const { app } = await launch({ entry })

    const words = await app.evaluate(({ app: it, BrowserWindow }) => {
      const attempts = [
        () => it.getFileIcon('/'),
        () => BrowserWindow.getAllWindows()[0]?.setVibrancy('menu'),
        () => BrowserWindow.getAllWindows()[0]?.on('rotate-gesture', () => {}),
      ]
      return attempts.map((attempt) => {
        try {
          void attempt()
          return 'worked'
        } catch (error) {
          return String(error)
        }
      })
    })

    expect(words).toEqual([
      'Error: stand-in: app.getFileIcon is not implemented',
      'Error: stand-in: BrowserWindow.setVibrancy is not implemented',
      "Error: stand-in: BrowserWindow never emits 'rotate-gesture'",
    ])
  })
})

const secrets = [
  ['protected', 'gnome_libsecret', [true, true]],
  ['basic_text', 'basic_text', [false, true]],
  ['none', 'unknown', [false, false]],
] as const

for (const [store, backend, available] of secrets)
  test(`the key store can be ${store}`, async ({ launch }) => {
    test.skip(!onStandIn, 'A real key store is what it is')
    const { app } = await launch({ entry, env: { STANDIN_KEY_STORE: store } })

    const outcome = await app.evaluate(({ safeStorage }) => {
      const before = safeStorage.isEncryptionAvailable()
      safeStorage.setUsePlainTextEncryption(true)
      const after = safeStorage.isEncryptionAvailable()
      const kept = after
        ? safeStorage.decryptString(safeStorage.encryptString('a secret'))
        : undefined
      return { backend: safeStorage.getSelectedStorageBackend(), available: [before, after], kept }
    })

    expect(outcome).toEqual({ backend, available, kept: available[1] ? 'a secret' : undefined })
  })

test('a proxy of the system is told', async ({ launch }) => {
  test.skip(!onStandIn, 'A real proxy is what it is')
  const { app } = await launch({ entry, env: { STANDIN_PROXY: 'PROXY 127.0.0.1:3128' } })

  const proxy = await app.evaluate(({ session }) =>
    session.defaultSession.resolveProxy('https://example.org'),
  )

  expect(proxy).toBe('PROXY 127.0.0.1:3128')
})
