import { resolve } from 'node:path'
import type * as Electron from 'electron'
import type { App } from '../app.ts'
import { createEvent, loudClass, loudEmitter } from '../loud.ts'
import { createBounds } from './bounds.ts'
import { createWebContents, type Surroundings } from './web-contents.ts'
import type { Window, Windows } from './windows.ts'

const EVENTS = [
  'page-title-updated',
  'close',
  'closed',
  'ready-to-show',
  'show',
  'hide',
  'focus',
  'blur',
  'minimize',
  'restore',
  'maximize',
  'unmaximize',
  'enter-full-screen',
  'leave-full-screen',
  'resize',
  'resized',
  'move',
  'moved',
  // Never: there is no session to end, and nobody drags.
  'session-end',
  'query-session-end',
  'will-resize',
  'will-move',
  'unresponsive',
  'responsive',
  'app-command',
  'swipe',
]

interface Dependencies extends Surroundings {
  readonly windows: Windows
  readonly app: App
}

/** Electron's BrowserWindow: a page in Chromium, and a frame that only exists as state. */
export function createBrowserWindowClass(around: Dependencies) {
  const { windows, host, app } = around

  function create(options: Electron.BrowserWindowConstructorOptions = {}): Electron.BrowserWindow {
    if (!host.ready) throw new Error('Cannot create BrowserWindow before app is ready')
    const id = windows.nextId()
    let destroyed = false
    let painted = false
    let title = options.title ?? app.name
    const is = {
      visible: options.show !== false,
      focused: options.show !== false,
      minimized: false,
      maximized: false,
      fullScreen: options.fullscreen === true,
      onTop: options.alwaysOnTop === true,
      menuBar: true,
    }
    const bounds = createBounds(options, (change) => {
      if (change.resized) contents.quietly((page) => page.resize(change.width, change.height))
      const [first, second] = change.resized ? ['resize', 'resized'] : ['move', 'moved']
      window.emit(first, createEvent())
      window.emit(second, createEvent())
    })

    const contents = createWebContents(around, {
      id,
      ...bounds.size(),
      preferences: options.webPreferences ?? {},
      isDestroyed: () => destroyed,
      close,
      onPainted() {
        if (painted) return
        painted = true
        window.emit('ready-to-show', createEvent())
      },
      onTitle(pageTitle) {
        const event = createEvent()
        window.emit('page-title-updated', event, pageTitle, true)
        if (!event.defaultPrevented && pageTitle) title = pageTitle
      },
    })

    function become(key: keyof typeof is, value: boolean, event?: string) {
      if (is[key] === value) return
      is[key] = value
      if (event) window.emit(event, createEvent())
      if (event === 'focus' || event === 'blur')
        app.emit(`browser-window-${event}`, createEvent(), window)
    }

    function focus() {
      for (const other of windows.list()) if (other !== window) other.blur()
      become('focused', true, 'focus')
    }

    const window: Electron.BrowserWindow = loudEmitter<Electron.BrowserWindow>(
      'BrowserWindow',
      EVENTS,
      {
        id,
        webContents: contents.contents,
        ...bounds.members,
        loadURL: (url) => contents.contents.loadURL(url),
        loadFile: (path) => contents.contents.loadFile(resolve(host.directory, path)),
        reload: () => contents.contents.reload(),
        capturePage: () => contents.contents.capturePage(),
        show() {
          become('visible', true, 'show')
          focus()
        },
        showInactive: () => become('visible', true, 'show'),
        hide() {
          become('visible', false, 'hide')
          become('focused', false, 'blur')
        },
        focus,
        blur: () => become('focused', false, 'blur'),
        minimize: () => become('minimized', true, 'minimize'),
        restore: () => become('minimized', false, 'restore'),
        maximize() {
          become('visible', true, 'show')
          become('maximized', true, 'maximize')
        },
        unmaximize: () => become('maximized', false, 'unmaximize'),
        setFullScreen: (flag) =>
          become('fullScreen', flag, flag ? 'enter-full-screen' : 'leave-full-screen'),
        setAlwaysOnTop: (flag) => become('onTop', flag),
        setMenuBarVisibility: (visible) => become('menuBar', visible),
        setAutoHideMenuBar: (hidden) => become('menuBar', !hidden),
        isVisible: () => is.visible,
        isFocused: () => is.focused,
        isMinimized: () => is.minimized,
        isMaximized: () => is.maximized,
        isFullScreen: () => is.fullScreen,
        isAlwaysOnTop: () => is.onTop,
        isMenuBarVisible: () => is.menuBar,
        isNormal: () => !is.minimized && !is.maximized && !is.fullScreen,
        isDestroyed: () => destroyed,
        isModal: () => options.modal === true,
        getParentWindow: () =>
          windows.list().find(({ id: other }) => other === options.parent?.id) ?? null,
        getTitle: () => title,
        setTitle: (value) => void (title = value),
        getNativeWindowHandle: () => Buffer.alloc(8),
        setMenu() {},
        removeMenu() {},
        setBackgroundColor() {},
        setTitleBarOverlay() {},
        setIcon() {},
        setProgressBar() {},
        setOverlayIcon() {},
        setSkipTaskbar() {},
        flashFrame() {},
        moveTop() {},
        close,
        destroy,
      },
    )

    function close() {
      if (destroyed) return
      const event = createEvent()
      window.emit('close', event)
      if (!event.defaultPrevented) destroy()
    }

    function destroy() {
      if (destroyed) return
      contents.quietly((page) => page.close())
      gone()
    }

    function gone() {
      if (destroyed) return
      destroyed = true
      windows.remove(id)
      contents.lost()
      contents.contents.emit('destroyed')
      window.emit('closed', createEvent())
      if (host.quitting) return
      setImmediate(() => {
        if (windows.list().length > 0) return
        if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
        else app.quit()
      })
    }

    const entry: Window = {
      browserWindow: window,
      page: contents.page,
      lost() {
        window.emit('close', createEvent())
        gone()
      },
    }
    windows.add(entry)
    app.emit('browser-window-created', createEvent(), window)
    app.emit('web-contents-created', createEvent(), contents.contents)
    return window
  }

  return loudClass<typeof Electron.BrowserWindow>('BrowserWindow', create, {
    getAllWindows: windows.list,
    fromId: (id) => windows.get(id) ?? null,
    getFocusedWindow: () => windows.list().find((window) => window.isFocused()) ?? null,
    fromWebContents: (contents) =>
      windows.list().find((window) => window.webContents.id === contents?.id) ?? null,
  })
}
