import type { Page } from './page.ts'

/** Without the part after '#', which no request carries. */
const document = (url: string) => url.replace(/#.*$/, '')

/** What a window shows, what it is about to show, and who decided that. */
export function createNavigation(toChromium: (url: string) => string) {
  /** As Chromium names it. */
  let shown = ''
  let expected: string | undefined
  let pending: PromiseWithResolvers<void> | undefined

  /** Opens a URL; resolves when its document has loaded, rejects as Electron does. */
  async function load(page: Page, url: string): Promise<void> {
    const target = toChromium(url)
    expected = document(new URL(target).href)
    pending?.reject(failure('ERR_ABORTED', -3, shown))
    const mine = (pending = Promise.withResolvers<void>())
    mine.promise.catch(() => {}) // Whoever asked hears of it below.
    const { errorText, loaderId } = await page.send('Page.navigate', { url: target })
    if (errorText) throw failure(errorText.replace('net::', ''), -2, url)
    if (loaderId === undefined) return // The same document: only what follows '#' has changed.
    await mine.promise
  }

  return {
    load,
    loaded() {
      pending?.resolve()
      pending = undefined
    },
    lost() {
      pending?.reject(failure('ERR_FAILED', -2, shown))
      pending = undefined
    },
    /** Whether the app itself asked for this document; else the page did. */
    isExpected: (requested: string) =>
      document(requested) === expected || document(requested) === document(shown),
    show: (url: string) => void (shown = url),
    shown: () => shown,
  }
}

function failure(code: string, errno: number, url: string) {
  return Object.assign(new Error(`${code} (${errno}) loading '${url}'`), { code, errno, url })
}
