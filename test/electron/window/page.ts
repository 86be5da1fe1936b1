import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { Protocol } from '../../../node_modules/playwright-core/types/protocol.d.ts'
import type { CdpEvent } from '../chromium/cdp.ts'
import type { Chromium } from '../chromium/launch.ts'
import { chromiumOf, type Host } from '../host.ts'
import type { ToMain, ToPage } from '../page/preload.ts'
import { BINDING, createPageSources, PRELOAD_WORLD, RECEIVER } from '../page/sources.ts'

interface Options {
  readonly width: number
  readonly height: number
  readonly preload: string | undefined
  readonly additionalArguments: readonly string[]
  /** Hears everything of this page but what the page itself takes care of. */
  readonly onEvent: (event: CdpEvent) => void
  readonly onMessage: (message: ToMain, answer: (message: ToPage) => void) => void
}

/** One page in Chromium with its preload: the part of a window that is not Electron's. */
export async function openPage(host: Host, options: Options) {
  const chromium = chromiumOf(host)
  const { width, height } = options
  const targetId = (await takeFirst(chromium)) ?? (await create(chromium, width, height))
  const attached = await chromium.send('Target.attachToTarget', { targetId, flatten: true })
  const session = attached.sessionId
  /** The preload's world in the document that is shown now. */
  let world: number | undefined

  const send: typeof chromium.send = (method, parameters) =>
    chromium.send(method, parameters, session)

  chromium.listen(session, (event) => {
    switch (event.method) {
      case 'Runtime.executionContextCreated': {
        const { name, id, auxData } = event.params.context
        const { frameId } = auxData as { frameId?: string }
        if (name === PRELOAD_WORLD && frameId === targetId) world = id
        return
      }
      case 'Runtime.executionContextsCleared':
        world = undefined
        return
      case 'Runtime.bindingCalled': {
        const { name, payload, executionContextId } = event.params
        if (name !== BINDING) return
        return options.onMessage(JSON.parse(payload) as ToMain, (message) =>
          post(message, executionContextId),
        )
      }
      default:
        options.onEvent(event)
    }
  })

  function post(message: ToPage, contextId: number | undefined) {
    if (contextId === undefined) return
    // Single quotes: a text of JSON is full of double ones, which would each be escaped.
    const text = JSON.stringify(message).replace(/[\\']/g, '\\$&')
    const expression = `${RECEIVER}('${text}')`
    const call = { contextId, expression, allowUnsafeEvalBlockedByCSP: false }
    send('Runtime.evaluate', call).catch(() => {}) // The document has gone: nobody is left to hear.
  }

  const sources = createPageSources({
    preload: options.preload ? readFileSync(options.preload, 'utf8') : '',
    secret: `standIn${randomBytes(9).toString('hex')}`,
    facts: {
      argv: [process.argv[0] ?? '', ...options.additionalArguments],
      env: { ...process.env },
      versions: { ...process.versions },
      platform: process.platform,
      arch: process.arch,
      pid: process.pid,
    },
  })
  await Promise.all([
    send('Page.enable'),
    send('Runtime.enable'),
    send('Log.enable'),
    send('Inspector.enable'),
    send('Page.setLifecycleEventsEnabled', { enabled: true }),
    send('Runtime.addBinding', { name: BINDING, executionContextName: PRELOAD_WORLD }),
    send('Page.addScriptToEvaluateOnNewDocument', { source: sources.page }),
    send('Page.addScriptToEvaluateOnNewDocument', {
      source: sources.preload,
      worldName: PRELOAD_WORLD,
    }),
    send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
  ])
  await resize(width, height)

  async function evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
      allowUnsafeEvalBlockedByCSP: false,
    })
    if (exceptionDetails) throw new Error(wordsOf(exceptionDetails))
    return result.value
  }

  /** To a content of that many pixels; a whole browser has bars around it, and is made larger. */
  async function resize(contentWidth: number, contentHeight: number) {
    const { windowId, bounds } = await send('Browser.getWindowForTarget', { targetId })
    const inner = (await evaluate('[innerWidth, innerHeight]')) as [number, number]
    const bars = [(bounds.width ?? 0) - inner[0], (bounds.height ?? 0) - inner[1]] as const
    const wanted = { width: contentWidth + bars[0], height: contentHeight + bars[1] }
    if (wanted.width === bounds.width && wanted.height === bounds.height) return
    await send('Browser.setWindowBounds', { windowId, bounds: wanted })
  }

  async function close() {
    chromium.forget(session)
    await chromium.send('Target.closeTarget', { targetId })
  }

  return {
    target: targetId,
    session,
    send,
    evaluate,
    resize,
    close,
    post: (message: ToPage) => post(message, world),
  }
}

/** The page a visible Chromium opens by itself, for the first of the app's windows. */
async function takeFirst(chromium: Chromium): Promise<string | undefined> {
  if (!chromium.showsWindows || taken.has(chromium)) return undefined
  taken.add(chromium)
  for (;;) {
    const { targetInfos } = await chromium.send('Target.getTargets')
    const first = targetInfos.find(({ type }) => type === 'page')
    if (first) return first.targetId
    await setTimeout(10)
  }
}

const taken = new WeakSet<Chromium>()

async function create(chromium: Chromium, width: number, height: number): Promise<string> {
  const wanted = { url: 'about:blank', newWindow: true, width, height }
  return (await chromium.send('Target.createTarget', wanted)).targetId
}

export type Page = Awaited<ReturnType<typeof openPage>>

const wordsOf = ({ exception, text }: Protocol.Runtime.ExceptionDetails) =>
  exception?.description ?? text
