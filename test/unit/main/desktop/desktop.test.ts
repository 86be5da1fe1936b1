import type { BrowserWindow, MessageBoxOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { createDesktop } from '../../../../src/main/desktop/desktop'
import { wordsIn } from '../../../../src/main/desktop/words'

interface Situation {
  readonly answer?: number
  readonly window?: BrowserWindow | null
  readonly savePath?: string
  readonly folder?: string
}

function setUp({ answer = 1, window = null, savePath = '', folder = '' }: Situation = {}) {
  const opened: string[] = []
  const asked: { options: MessageBoxOptions; parent: unknown }[] = []
  let clipboard = 'TSUZUKI-CANARY-pin'

  const desktop = createDesktop({
    app: { getLocale: () => 'de-AT' },
    shell: { openExternal: (url) => Promise.resolve(void opened.push(url)) },
    clipboard: {
      readText: () => Promise.resolve(clipboard),
      clear: () => void (clipboard = ''),
    },
    dialog: {
      showMessageBox(...given: unknown[]) {
        const options = given.at(-1) as MessageBoxOptions
        asked.push({ options, parent: given.length > 1 ? given[0] : null })
        return Promise.resolve({ response: answer, checkboxChecked: false })
      },
      showSaveDialog: () => Promise.resolve({ canceled: savePath === '', filePath: savePath }),
      showOpenDialog: () =>
        Promise.resolve({ canceled: folder === '', filePaths: folder === '' ? [] : [folder] }),
    },
    window: () => window,
    words: () => wordsIn('system', 'en-GB'),
  })
  return { desktop, opened, asked }
}

describe('opening a page', () => {
  test.each([
    'https://anilist.co/anime/5114',
    'https://www.anisearch.de/anime/1',
    'https://github.com/bangumi-data/bangumi-data',
    'http://127.0.0.1:4010/anilist/api/v2/oauth/authorize?client_id=1',
  ])('%s opens at once', async (url) => {
    const { desktop, opened, asked } = setUp()
    await expect(desktop.openExternal(url)).resolves.toBe(true)
    expect(opened).toEqual([url])
    expect(asked).toEqual([])
  })

  test('an unknown host is named in a question, and opened after a yes', async () => {
    const { desktop, opened, asked } = setUp({ answer: 0 })

    await expect(desktop.openExternal('https://fan.example/page')).resolves.toBe(true)

    expect(asked[0]?.options.message).toContain('fan.example')
    expect(opened).toEqual(['https://fan.example/page'])
  })

  test('an unknown host is not opened after a no, which is what Enter and Escape mean', async () => {
    const { desktop, opened, asked } = setUp({ answer: 1 })

    await expect(desktop.openExternal('https://fan.example/page')).resolves.toBe(false)

    expect(opened).toEqual([])
    expect(asked[0]?.options).toMatchObject({ defaultId: 1, cancelId: 1 })
  })

  test.each([
    'http://anilist.co/',
    'http://fan.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://host/share',
    'ms-msdt:/id',
    'vscode://file/etc/passwd',
    'https://user:pass@anilist.co/',
    'https://anilist.co:8443/',
    'http://user@127.0.0.1/',
    'anilist.co',
    '',
  ])('%j is refused without a question', async (url) => {
    const { desktop, opened, asked } = setUp({ answer: 0 })

    await expect(desktop.openExternal(url)).rejects.toMatchObject({
      failure: { code: 'invalid-input' },
    })
    expect(opened).toEqual([])
    expect(asked).toEqual([])
  })

  test('a host that only looks known is asked about', async () => {
    for (const host of ['anilist.co.evil.example', 'myanilist.co', 'anilist.com']) {
      const { desktop, asked } = setUp()
      await desktop.openExternal(`https://${host}/`)
      expect(asked, host).toHaveLength(1)
    }
  })

  test('the question hangs on the window where there is one', async () => {
    const window = { id: 1 } as BrowserWindow
    const { desktop, asked } = setUp({ window })
    await desktop.confirmOpen('fan.example')
    expect(asked[0]?.parent).toBe(window)
  })
})

test('what is pasted is read by main and cleared', async () => {
  const { desktop } = setUp()
  await expect(desktop.readClipboard()).resolves.toBe('TSUZUKI-CANARY-pin')
  desktop.clearClipboard()
  await expect(desktop.readClipboard()).resolves.toBe('')
})

test('where to save is a path, or nothing after a second thought', async () => {
  await expect(setUp({ savePath: '/tmp/a.json' }).desktop.chooseSavePath('a.json')).resolves.toBe(
    '/tmp/a.json',
  )
  await expect(setUp().desktop.chooseSavePath('a.json')).resolves.toBeNull()
})

test('the language of the system is known to the core', () => {
  expect(setUp().desktop.systemLanguage).toBe('de-AT')
})

describe('words of main', () => {
  test('follow the settings, then the system', () => {
    expect(wordsIn('de', 'en-US').cancel).toBe('Abbrechen')
    expect(wordsIn('en', 'de-DE').cancel).toBe('Cancel')
    expect(wordsIn('system', 'de-CH').cancel).toBe('Abbrechen')
    expect(wordsIn('system', 'fr').cancel).toBe('Cancel')
    expect(wordsIn('system', 'den').cancel).toBe('Cancel')
  })

  test('are there in both languages, and differ', () => {
    const [en, de] = [wordsIn('en', ''), wordsIn('de', '')]
    expect(Object.keys(de)).toEqual(Object.keys(en))
    for (const [key, text] of Object.entries(en)) {
      expect(String(de[key as keyof typeof de]), key).not.toBe(String(text))
    }
  })
})

test('a folder is the one that was chosen, and none after a change of mind', async () => {
  await expect(setUp({ folder: '/calendars' }).desktop.chooseFolder()).resolves.toBe('/calendars')
  await expect(setUp().desktop.chooseFolder()).resolves.toBeNull()
})
