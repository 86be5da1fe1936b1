import type { Codec, Encoded } from '../codec.ts'
import type { createBridge } from './bridge.ts'

/** From a page to the main process. */
export type ToMain =
  | { kind: 'send'; channel: string; values: Encoded }
  | { kind: 'invoke'; id: number; channel: string; values: Encoded }
  | { kind: 'preload-error'; message: string }

/** From the main process to a page. */
export type ToPage =
  | { kind: 'message'; channel: string; values: Encoded }
  | { kind: 'answer'; id: number; value: Encoded }
  | { kind: 'refusal'; id: number; message: string }

/** What the main process tells a preload about its process. */
export interface ProcessFacts {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly versions: Readonly<Record<string, string | undefined>>
  readonly platform: string
  readonly arch: string
  readonly pid: number
}

/**
 * What a sandboxed preload finds around it: `require` with the few modules it may have, `process`,
 * and inside `electron` the two things that matter, ipcRenderer and contextBridge.
 * It is sent to pages as source text, so it must not use anything outside itself.
 */
export function createPreloadEnvironment(
  facts: ProcessFacts,
  binding: string,
  codec: Codec,
  bridge: ReturnType<typeof createBridge>,
) {
  type Listener = (...values: never[]) => void
  const world = globalThis as unknown as Record<string, (text: string) => void>
  const call = world[binding]

  /** ASCII only: a text with one letter beyond takes Chromium three times as long. */
  function post(message: ToMain) {
    const text = JSON.stringify(message)
    call?.(text.replace(/[\u0080-\uffff]/g, escape))
  }

  const escape = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`

  function createEmitter() {
    const listeners = new Map<string, { run: Listener; wanted: Listener }[]>()
    function add(name: string, run: Listener, wanted = run) {
      listeners.set(name, [...(listeners.get(name) ?? []), { run, wanted }])
      return emitter
    }
    function off(name: string, listener: Listener) {
      const known = listeners.get(name) ?? []
      const at = known.findLastIndex(({ wanted }) => wanted === listener)
      listeners.set(name, at < 0 ? known : known.toSpliced(at, 1))
      return emitter
    }
    function once(name: string, listener: Listener) {
      const run: Listener = (...values) => {
        off(name, listener)
        listener(...values)
      }
      return add(name, run, listener)
    }
    const emitter = {
      on: (name: string, listener: Listener) => add(name, listener),
      addListener: (name: string, listener: Listener) => add(name, listener),
      once,
      off,
      removeListener: off,
      removeAllListeners(name?: string) {
        if (name === undefined) listeners.clear()
        else listeners.delete(name)
        return emitter
      },
      listenerCount: (name: string) => listeners.get(name)?.length ?? 0,
      emit(name: string, ...values: unknown[]) {
        const known = listeners.get(name) ?? []
        for (const { run } of known) run(...(values as never[]))
        return known.length > 0
      },
    }
    return emitter
  }

  const calls = new Map<number, PromiseWithResolvers<unknown>>()
  let lastCall = 0
  const ipc = createEmitter()

  const ipcRenderer = {
    ...ipc,
    send: (channel: string, ...values: unknown[]) =>
      void post({ kind: 'send', channel, values: codec.encode(values) }),
    async invoke(channel: string, ...values: unknown[]) {
      lastCall += 1
      const made = Promise.withResolvers<unknown>()
      const message: ToMain = {
        kind: 'invoke',
        id: lastCall,
        channel,
        values: codec.encode(values),
      }
      calls.set(lastCall, made)
      post(message)
      try {
        return await made.promise
      } catch (error) {
        throw new Error(`Error invoking remote method '${channel}': ${String(error)}`)
      }
    },
  }

  /** Called by the stand-in with a text of JSON. */
  function receive(text: string) {
    const message = JSON.parse(text) as ToPage
    if (message.kind === 'message') {
      const event = { sender: ipcRenderer, ports: [] }
      ipc.emit(message.channel, event, ...(codec.decode(message.values) as unknown[]))
      return
    }
    const waiting = calls.get(message.id)
    calls.delete(message.id)
    if (message.kind === 'answer') waiting?.resolve(codec.decode(message.value))
    else waiting?.reject(message.message) // The text alone; invoke puts its own words before it.
  }
  Object.defineProperty(globalThis, `${binding}Receive`, { value: receive })

  const zoom = {
    setZoomFactor() {},
    getZoomFactor: () => 1,
    setZoomLevel() {},
    getZoomLevel: () => 0,
  }
  const modules: Record<string, unknown> = {
    electron: {
      ipcRenderer: missing('ipcRenderer', ipcRenderer),
      contextBridge: missing('contextBridge', bridge),
      webFrame: missing('webFrame', zoom),
      webUtils: missing('webUtils', { getPathForFile: (file: File) => file.name }),
    },
    timers: { setTimeout, setInterval, clearTimeout, clearInterval },
    url: { URL, URLSearchParams },
  }

  function missing(name: string, target: object) {
    return new Proxy(target, {
      get(object, key, receiver) {
        if (typeof key === 'string' && !(key in object) && key !== 'then' && key !== 'toJSON')
          throw new Error(`stand-in: ${name}.${key} is not implemented`)
        return Reflect.get(object, key, receiver) as unknown
      },
    })
  }

  function requireModule(name: string) {
    const found = modules[name.replace(/^node:/, '').replace(/^electron\/\w+$/, 'electron')]
    if (!found) throw new Error(`module not found: ${name}`)
    return found
  }

  const process = {
    ...createEmitter(),
    ...facts,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    isMainFrame: true,
    cwd: () => '/',
    nextTick: (task: (...values: unknown[]) => void, ...values: unknown[]) =>
      queueMicrotask(() => task(...values)),
  }

  return {
    require: requireModule,
    process,
    failed(error: unknown) {
      console.error('Unable to load preload script:', error)
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
      post({ kind: 'preload-error', message })
    },
  }
}
