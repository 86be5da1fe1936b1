import type { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import type { CdpEvent } from '../chromium/cdp.ts'
import { createEvent } from '../loud.ts'
import type { createNavigation } from './navigation.ts'

type OpenHandler = (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse

interface Context {
  readonly contents: EventEmitter
  readonly navigation: ReturnType<typeof createNavigation>
  readonly target: () => string | undefined
  readonly fromChromium: (url: string) => string
  readonly openHandler: () => OpenHandler | undefined
  readonly onPainted: () => void
  readonly onTitle: () => void
}

/** Turns what Chromium tells of a page into the events of Electron's webContents. */
export function createPageEvents(context: Context) {
  const { contents, navigation, fromChromium } = context
  const state = { loading: false, crashed: false }
  const isShown = () => navigation.shown() !== '' && navigation.shown() !== 'about:blank'

  function receive(event: CdpEvent) {
    switch (event.method) {
      case 'Page.frameNavigated': {
        const { frame } = event.params
        if (frame.parentId) return
        navigation.show(frame.url + (frame.urlFragment ?? ''))
        state.crashed = false
        contents.emit('did-navigate', createEvent(), fromChromium(navigation.shown()), 200, '')
        return
      }
      case 'Page.navigatedWithinDocument':
        if (event.params.frameId !== context.target()) return
        navigation.show(event.params.url)
        contents.emit('did-navigate-in-page', createEvent(), fromChromium(event.params.url), true)
        return
      case 'Page.frameStartedLoading':
        if (event.params.frameId !== context.target()) return
        state.loading = true
        contents.emit('did-start-loading', createEvent())
        return
      case 'Page.frameStoppedLoading':
        if (event.params.frameId !== context.target()) return
        state.loading = false
        contents.emit('did-stop-loading', createEvent())
        return
      case 'Page.domContentEventFired':
        if (isShown()) contents.emit('dom-ready', createEvent())
        return
      case 'Page.lifecycleEvent':
        if (event.params.name === 'firstPaint' && isShown()) context.onPainted()
        return
      case 'Page.loadEventFired':
        if (!isShown()) return
        context.onTitle()
        context.onPainted()
        contents.emit('did-finish-load', createEvent())
        navigation.loaded()
        return
      case 'Page.windowOpen':
        return opened(event.params.url, event.params.windowName, event.params.windowFeatures)
      case 'Runtime.consoleAPICalled': {
        const { type, args } = event.params
        const words = args.map(({ value, description }) => String(value ?? description ?? ''))
        return said(type, words.join(' '))
      }
      case 'Runtime.exceptionThrown': {
        const { exception, text } = event.params.exceptionDetails
        return said('error', `${text} ${exception?.description ?? ''}`)
      }
      case 'Log.entryAdded':
        return said(event.params.entry.level, event.params.entry.text)
      case 'Inspector.targetCrashed':
        state.crashed = true
        navigation.lost()
        contents.emit('render-process-gone', createEvent(), { reason: 'crashed', exitCode: 5 })
        return
      default: // Chromium tells much more than Electron passes on.
    }
  }

  function said(level: string, message: string) {
    const levels = {
      warning: 'warning',
      error: 'error',
      assert: 'error',
      debug: 'debug',
      verbose: 'debug',
    }
    const known = levels[level as keyof typeof levels] ?? 'info'
    contents.emit(
      'console-message',
      createEvent({ level: known, message, lineNumber: 0, sourceId: '' }),
    )
  }

  /** The page asked for a window of its own; Chromium was told not to give it one. */
  function opened(url: string, frameName: string, features: readonly string[]) {
    const details: Electron.HandlerDetails = {
      url: fromChromium(url),
      frameName,
      features: features.join(','),
      disposition: 'foreground-tab',
      referrer: {
        url: fromChromium(navigation.shown()),
        policy: 'strict-origin-when-cross-origin',
      },
    }
    const answer = context.openHandler()?.(details) ?? { action: 'allow' }
    if (answer.action === 'allow')
      throw new Error(`stand-in: a window opened by a page is not implemented: ${url}`)
  }

  return { receive, state }
}
