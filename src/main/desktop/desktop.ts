import type { App, BrowserWindow, Clipboard, Dialog, OpenDialogOptions, Shell } from 'electron'
import { AppError } from '../../shared/failure'
import type { Desktop } from '../environment'
import { isHttps, isKnownPage, isLoopback } from './known-hosts'
import type { Words } from './words'

interface Options {
  readonly app: Pick<App, 'getLocale'>
  readonly shell: Pick<Shell, 'openExternal'>
  readonly dialog: Pick<Dialog, 'showMessageBox' | 'showSaveDialog' | 'showOpenDialog'>
  readonly clipboard: Pick<Clipboard, 'readText' | 'clear'>
  /** Dialogs hang on it. */
  readonly window: () => BrowserWindow | null
  readonly words: () => Words
}

/** What the core may do on this desktop: open links, ask, paste, choose where to save. */
export function createDesktop({ app, shell, dialog, clipboard, window, words }: Options): Desktop {
  async function confirmOpen(host: string) {
    const { openPage, openPageMore, open, cancel } = words()
    const question = {
      type: 'question' as const,
      message: openPage(host),
      detail: openPageMore,
      buttons: [open, cancel],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    }
    const parent = window()
    const { response } = await (parent
      ? dialog.showMessageBox(parent, question)
      : dialog.showMessageBox(question))
    return response === 0
  }

  return {
    platform: process.platform,
    runtime: {
      electron: process.versions.electron ?? '',
      chrome: process.versions['chrome'] ?? '',
      node: process.versions.node,
    },
    systemLanguage: app.getLocale(),
    confirmOpen,

    async openExternal(text) {
      const url = URL.parse(text)
      if (url === null || !(isHttps(url) || isOwnSignIn(url))) throw refused(url)
      const mayOpen = isKnownPage(url) || isOwnSignIn(url) || (await confirmOpen(url.hostname))
      if (mayOpen) await shell.openExternal(url.href)
      return mayOpen
    },

    readClipboard: () => clipboard.readText(),
    clearClipboard: () => clipboard.clear(),

    async chooseSavePath(suggestedName) {
      const options = { defaultPath: suggestedName }
      const parent = window()
      const { canceled, filePath } = await (parent
        ? dialog.showSaveDialog(parent, options)
        : dialog.showSaveDialog(options))
      return canceled || filePath === '' ? null : filePath
    },

    async chooseFolder() {
      const asked: OpenDialogOptions = { properties: ['openDirectory', 'createDirectory'] }
      const parent = window()
      const { canceled, filePaths } = await (parent
        ? dialog.showOpenDialog(parent, asked)
        : dialog.showOpenDialog(asked))
      return canceled ? null : (filePaths[0] ?? null)
    },
  }
}

/** The sign-in pages of the built-in services are on this machine and speak plain http. */
function isOwnSignIn(url: URL) {
  return url.protocol === 'http:' && isLoopback(url) && url.username === '' && url.password === ''
}

function refused(url: URL | null) {
  const detail = `not a page that may be opened: ${url?.protocol ?? ''}//${url?.host ?? ''}`
  return new AppError({ code: 'invalid-input', detail })
}
