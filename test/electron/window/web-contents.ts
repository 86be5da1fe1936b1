import { existsSync } from 'node:fs'
import type * as Electron from 'electron'
import { createCodec } from '../codec.ts'
import { types } from 'node:util'
import { chromiumOf, type Host } from '../host.ts'
import type { Ipc } from '../ipc-main.ts'
import { createEvent, loud, loudEmitter } from '../loud.ts'
import type { ToMain, ToPage } from '../page/preload.ts'
import type { Requests } from '../requests.ts'
import type { Schemes } from '../schemes.ts'
import { userAgent } from '../session.ts'
import { createNavigation } from './navigation.ts'
import { createPageEvents } from './page-events.ts'
import { openPage, type Page } from './page.ts'

const EVENTS = [
  'did-start-loading',
  'did-stop-loading',
  'did-finish-load',
  'did-fail-load',
  'did-navigate',
  'did-navigate-in-page',
  'dom-ready',
  'will-frame-navigate',
  'will-navigate',
  'page-title-updated',
  'console-message',
  'ipc-message',
  'preload-error',
  'render-process-gone',
  'destroyed',
  // Heard of without harm: nothing that the stand-in can do leads to them.
  'context-menu',
  'will-attach-webview',
  'will-redirect',
  'did-create-window',
  'did-start-navigation',
  'unresponsive',
  'responsive',
  'zoom-changed',
]

/** What windows need from the rest of the stand-in. */
export interface Surroundings {
  readonly host: Host
  readonly ipc: Ipc
  readonly requests: Requests
  readonly schemes: Schemes
  readonly session: Electron.Session
  /** Prepares a page that was just opened: theme, permissions. */
  readonly prepare: (contents: Electron.WebContents, page: Page) => Promise<void>
  readonly capture: (page: Page) => Promise<Electron.NativeImage>
}

interface Options {
  readonly id: number
  readonly width: number
  readonly height: number
  readonly preferences: Electron.WebPreferences
  readonly onPainted: () => void
  readonly onTitle: (title: string) => void
  readonly isDestroyed: () => boolean
  readonly close: () => void
}

export type WebContents = Electron.WebContents & NodeJS.EventEmitter

const codec = createCodec({ refuse: types.isProxy })

/** Electron's webContents over a page in Chromium. */
export function createWebContents(around: Surroundings, options: Options) {
  const { host, ipc, schemes, session } = around
  const { preferences } = options
  if (preferences.sandbox === false || preferences.contextIsolation === false)
    throw new Error('stand-in: only sandboxed, context-isolated windows are implemented')
  if (preferences.nodeIntegration) throw new Error('stand-in: nodeIntegration is not implemented')

  const navigation = createNavigation(schemes.toChromium)
  let page: Page | undefined
  let openHandler: Parameters<WebContents['setWindowOpenHandler']>[0] | undefined
  let zoomFactor = 1

  const getURL = () => schemes.fromChromium(navigation.shown())
  const mainFrame: Electron.WebFrameMain = loud<Electron.WebFrameMain>('webFrameMain', {
    get url() {
      return getURL()
    },
    get origin() {
      return getURL().match(/^[a-z][\w.+-]*:\/\/[^/?#]*/i)?.[0] ?? 'null'
    },
    get top() {
      return mainFrame
    },
    parent: null,
    processId: options.id,
    routingId: 1,
    frameTreeNodeId: options.id,
    detached: false,
    isDestroyed: options.isDestroyed,
    send: (channel, ...values) => send(channel, ...(values as unknown[])),
  })

  const onPage = async <T>(act: (open: Page) => Promise<T>): Promise<T> => act(await opened)
  /** For what Electron does without an answer; a window that has gone needs it no more. */
  const quietly = (act: (open: Page) => Promise<unknown>) => void onPage(act).catch(() => {})

  const contents: WebContents = loudEmitter<WebContents>('webContents', EVENTS, {
    id: options.id,
    session,
    mainFrame,
    getURL,
    getTitle: () => title,
    getType: () => 'window',
    getUserAgent: userAgent,
    getProcessId: () => options.id,
    getOSProcessId: () => chromiumOf(host).pid,
    isDestroyed: options.isDestroyed,
    isLoading: () => events.state.loading,
    isLoadingMainFrame: () => events.state.loading,
    isCrashed: () => events.state.crashed,
    isDevToolsOpened: () => false,
    isFocused: () => !options.isDestroyed(),
    loadURL: load,
    loadFile: (path) => load(`file://${path}`),
    reload: () => quietly(({ send: command }) => command('Page.reload')),
    reloadIgnoringCache: () =>
      quietly(({ send: command }) => command('Page.reload', { ignoreCache: true })),
    stop: () => quietly(({ send: command }) => command('Page.stopLoading')),
    send,
    executeJavaScript: (code: string) => onPage(({ evaluate }) => evaluate(code)),
    setWindowOpenHandler: (handler) => void (openHandler = handler),
    forcefullyCrashRenderer: () => quietly(({ send: command }) => command('Page.crash')),
    capturePage: () => onPage(around.capture),
    getZoomFactor: () => zoomFactor,
    setZoomFactor: zoom,
    getZoomLevel: () => Math.log(zoomFactor) / Math.log(1.2),
    setZoomLevel: (level) => zoom(1.2 ** level),
    setVisualZoomLevelLimits: async () => {},
    setBackgroundThrottling() {},
    setIgnoreMenuShortcuts() {},
    openDevTools() {},
    closeDevTools() {},
    toggleDevTools() {},
    focus() {},
    close: options.close,
  })
  let title = ''

  const events = createPageEvents({
    contents,
    navigation,
    target: () => page?.target,
    fromChromium: schemes.fromChromium,
    openHandler: () => openHandler,
    onPainted: options.onPainted,
    onTitle: () => quietly(readTitle),
  })

  const opened = open()
  opened.catch((error: unknown) => {
    if (!host.quitting) console.error('stand-in: a window could not be opened:', error)
  })

  async function open(): Promise<Page> {
    const { preload } = preferences
    if (preload && !existsSync(preload)) {
      console.error(`Unable to load preload script: ${preload}`)
      contents.emit('preload-error', createEvent(), preload, new Error(`Cannot find ${preload}`))
    }
    if (preload?.endsWith('.mjs'))
      throw new Error('stand-in: a sandboxed preload script cannot be an ES module')
    page = await openPage(host, {
      width: options.width,
      height: options.height,
      preload: preload && existsSync(preload) ? preload : undefined,
      additionalArguments: preferences.additionalArguments ?? [],
      onMessage: (message, answer) => void receive(message, answer),
      onEvent: (event) => {
        if (event.method === 'Fetch.requestPaused') void request(event.params)
        else events.receive(event)
      },
    })
    await around.prepare(contents, page)
    return page
  }

  async function request(paused: Parameters<Requests['answer']>[2]) {
    if (!page) return
    const mayNavigate = (url: string) => {
      const isMainFrame = paused.frameId === page?.target
      if (isMainFrame && navigation.isExpected(paused.request.url)) return true
      const allows = (name: string) => {
        const event = createEvent({ url, isMainFrame, isSameDocument: false })
        contents.emit(name, event, url)
        return !event.defaultPrevented
      }
      return allows('will-frame-navigate') && (!isMainFrame || allows('will-navigate'))
    }
    try {
      await around.requests.answer(chromiumOf(host), page.session, paused, mayNavigate)
    } catch (error) {
      // A page that has gone needs no answer.
      if (!options.isDestroyed() && !host.quitting && !/Invalid InterceptionId/.test(String(error)))
        console.error('stand-in:', error)
    }
  }

  async function receive(message: ToMain, answer: (message: ToPage) => void) {
    if (message.kind === 'preload-error') {
      const error = new Error(message.message)
      contents.emit('preload-error', createEvent(), preferences.preload, error)
      return
    }
    const values = codec.decode(message.values) as unknown[]
    const shared = { sender: contents, senderFrame: mainFrame, processId: options.id, frameId: 1 }
    if (message.kind === 'send') {
      const event = createEvent({ type: 'frame', ports: [], reply: send, ...shared })
      contents.emit('ipc-message', event, message.channel, ...values)
      ipc.ipcMain.emit(message.channel, event, ...values)
      return
    }
    const { id, channel } = message
    const event: Electron.IpcMainInvokeEvent = createEvent({ type: 'frame' as const, ...shared })
    try {
      const value = await ipc.invoke(channel, event, values)
      answer({ kind: 'answer', id, value: codec.encode(value) })
    } catch (error) {
      answer({ kind: 'refusal', id, message: String(error) })
    }
  }

  function send(channel: string, ...values: unknown[]) {
    if (options.isDestroyed()) throw new TypeError('Object has been destroyed')
    const message: ToPage = { kind: 'message', channel, values: codec.encode(values) }
    if (page) page.post(message)
    else void opened.then(({ post }) => post(message)).catch(() => {}) // Never opened.
  }

  async function load(url: string) {
    const open = await opened
    try {
      await navigation.load(open, url)
    } catch (error) {
      const { code, errno } = error as { code?: string; errno?: number }
      contents.emit('did-fail-load', createEvent(), errno, code, url, true)
      throw error
    }
  }

  async function readTitle({ evaluate }: Page) {
    title = String(await evaluate('document.title'))
    options.onTitle(title)
  }

  function zoom(factor: number) {
    zoomFactor = factor
    quietly(async (open) => {
      await open.send('Emulation.clearDeviceMetricsOverride')
      if (factor === 1) return
      const [width, height] = (await open.evaluate('[innerWidth, innerHeight]')) as [number, number]
      await open.send('Emulation.setDeviceMetricsOverride', {
        width: Math.round(width / factor),
        height: Math.round(height / factor),
        deviceScaleFactor: factor,
        mobile: false,
      })
    })
  }

  return { contents, onPage, quietly, page: () => page, lost: navigation.lost }
}
