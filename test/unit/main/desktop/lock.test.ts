import { EventEmitter } from 'node:events'
import type {
  BrowserWindowConstructorOptions,
  WebContents,
  WindowOpenHandlerResponse,
} from 'electron'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { denyPermissions, lockNavigation } from '../../../../src/main/desktop/lock'
import { isSameDocument, pageUrl } from '../../../../src/main/desktop/page/own-origin'
import { openWindow, shutIn } from '../../../../src/main/desktop/window'

const made = vi.hoisted(
  () => [] as { options: unknown; calls: string[]; emit: (name: string) => void }[],
)

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  return {
    BrowserWindow: class extends Emitter {
      readonly calls: string[] = []
      constructor(readonly options: unknown) {
        super()
        made.push(this)
      }
      show = () => this.calls.push('show')
      maximize = () => this.calls.push('maximize')
    },
  }
})

type OpenHandler = (details: { url: string }) => WindowOpenHandlerResponse

function setUp() {
  const refused: string[] = []
  let openHandler: OpenHandler | undefined
  const emitter = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: OpenHandler) => void (openHandler = handler),
  })
  // Only these two ways in are used.
  const contents = emitter as unknown as WebContents
  lockNavigation(contents, {
    isOwnPage: (url) => isSameDocument(url, pageUrl('')),
    onRefused: (what, url) => void refused.push(`${what} ${url}`),
  })
  const go = (name: string, url: string) => {
    const event = {
      url,
      defaultPrevented: false,
      preventDefault: () => void (event.defaultPrevented = true),
    }
    emitter.emit(name, event)
    return event.defaultPrevented ? 'stayed' : 'went'
  }
  return { go, refused, open: (url: string) => openHandler?.({ url }) }
}

describe('the page stays where it is', () => {
  const elsewhere = [
    'https://anilist.co/',
    'https://evil.example/app://tsuzuki/index.html',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'app://tsuzuki/assets/main.js',
    'app://other/index.html',
    'cover://1/anime-1/small',
    'about:blank',
  ]

  test.each(elsewhere)('%s is not opened, by no way', (url) => {
    const { go, open } = setUp()
    for (const way of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      expect(go(way, url)).toBe('stayed')
    }
    expect(open(url)).toEqual({ action: 'deny' })
  })

  test('the page itself may be loaded again, at any place', () => {
    const { go, refused } = setUp()
    expect(go('will-navigate', 'app://tsuzuki/index.html#/queue')).toBe('went')
    expect(refused).toEqual([])
  })

  test('no second window opens, not even of the page itself', () => {
    const { open, refused } = setUp()
    expect(open(pageUrl('/queue'))).toEqual({ action: 'deny' })
    expect(refused).toHaveLength(1)
  })

  test('a webview is never attached', () => {
    expect(setUp().go('will-attach-webview', pageUrl(''))).toBe('stayed')
  })
})

test('every permission is denied, asked for or looked up', () => {
  const answers: boolean[] = []
  denyPermissions({
    setPermissionRequestHandler: (handler) =>
      handler?.({} as WebContents, 'media', (granted) => answers.push(granted), {
        isMainFrame: true,
        requestingUrl: pageUrl(''),
      }),
    setPermissionCheckHandler: (handler) => {
      const details = { isMainFrame: true, requestingUrl: pageUrl('') }
      answers.push(handler?.(null, 'clipboard-read', pageUrl(''), details) ?? true)
    },
    setDevicePermissionHandler: (handler) => {
      const details = { deviceType: 'usb', origin: pageUrl(''), device: {} }
      answers.push(handler?.(details as never) ?? true)
    },
  })
  expect(answers).toEqual([false, false, false])
})

describe('the window', () => {
  beforeEach(() => void made.splice(0))

  const options = {
    preload: '/out/preload/index.cjs',
    icon: '/icon.png',
    background: '#fff',
    place: { width: 1_000, height: 700 },
    maximized: false,
    hidden: false,
  }

  test('is shut in', () => {
    openWindow(options)
    const { webPreferences } = made[0]?.options as BrowserWindowConstructorOptions
    expect(webPreferences).toEqual({ ...shutIn, preload: '/out/preload/index.cjs' })
    expect(shutIn).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    })
  })

  test('shows itself when its page has painted, not before', () => {
    openWindow(options)
    expect(made[0]?.options).toMatchObject({ show: false, backgroundColor: '#fff' })
    expect(made[0]?.calls).toEqual([])
    made[0]?.emit('ready-to-show')
    expect(made[0]?.calls).toEqual(['show'])
  })

  test('is as large as it was', () => {
    openWindow({ ...options, maximized: true })
    made[0]?.emit('ready-to-show')
    expect(made[0]?.calls).toEqual(['maximize', 'show'])
  })

  test('stays hidden when it shall', () => {
    openWindow({ ...options, hidden: true, maximized: true })
    made[0]?.emit('ready-to-show')
    expect(made[0]?.calls).toEqual([])
  })
})
