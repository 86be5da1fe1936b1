import type { CodecOptions, Codec, Encoded } from '../codec.ts'

/** What crosses between the page's world and the preload's, through events that only they know. */
export type Crossing =
  | { kind: 'expose'; name: string; value: Value }
  | { kind: 'call'; callable: number; values: Value }
  | { kind: 'return' | 'throw'; value: Value }
  | { kind: 'resolve' | 'reject'; promise: number; value: Value }

/** As it is, to be cloned by Chromium itself, or encoded because it holds a function or the like. */
export type Value = { raw: unknown } | { encoded: Encoded }

/**
 * One end of Electron's contextBridge, evaluated in both worlds of a page: functions and promises
 * are proxied, errors keep their message only, the rest is cloned and a Proxy is refused.
 * It is sent to pages as source text, so it must not use anything outside itself.
 */
export function createBridge(
  side: 'page' | 'preload',
  secret: string,
  createCodec: (options: CodecOptions) => Codec,
) {
  const other = side === 'page' ? 'preload' : 'page'
  const { CustomEvent } = window
  const dispatch = window.dispatchEvent.bind(window)
  const numbers = new Map<object, number>()
  const callables = new Map<number, (...values: unknown[]) => unknown>()
  const promises = new Map<number, PromiseWithResolvers<unknown>>()
  let lastNumber = 0
  let answer: { kind: 'return' | 'throw'; value: Value } | undefined
  let unclonable = false

  const codec = createCodec({ encodeSpecial, decodeSpecial, refuse })

  function encodeSpecial(value: object) {
    if (typeof value === 'function') return { callable: numberOf(value as () => unknown) }
    if (value instanceof Promise) return { promise: follow(value) }
    if (value instanceof Error) return { message: value.message }
    return undefined
  }

  function decodeSpecial(code: unknown) {
    const special = code as { callable?: number; promise?: number; message?: string }
    if (special.callable !== undefined) return callOver(special.callable)
    if (special.promise !== undefined) {
      const made = Promise.withResolvers<unknown>()
      promises.set(special.promise, made)
      return made.promise
    }
    return new Error(special.message)
  }

  function numberOf(callable: () => unknown) {
    const known = numbers.get(callable)
    if (known !== undefined) return known
    lastNumber += 1
    numbers.set(callable, lastNumber)
    callables.set(lastNumber, callable)
    return lastNumber
  }

  function follow(source: Promise<unknown>) {
    lastNumber += 1
    const promise = lastNumber
    const settle = (kind: 'resolve' | 'reject', value: unknown) => {
      try {
        send({ kind, promise, value: wrap(value) })
      } catch (error) {
        send({ kind: 'reject', promise, value: wrap(error) })
      }
    }
    source.then(
      (value) => settle('resolve', value),
      (error: unknown) => settle('reject', error),
    )
    return promise
  }

  /** Whether it holds something that only the bridge can carry. */
  function isSpecial(value: unknown, seen: Set<object>): boolean {
    if (typeof value === 'function') return true
    if (typeof value !== 'object' || value === null || seen.has(value)) return false
    if (value instanceof Promise || value instanceof Error) return true
    if (ArrayBuffer.isView(value)) return false
    seen.add(value)
    for (const part of Object.values(value)) if (isSpecial(part, seen)) return true
    return false
  }

  /** What Chromium would not clone, such as a Proxy, beside something special. */
  function refuse(value: object) {
    if (isSpecial(value, new Set())) return false
    try {
      structuredClone(value)
      return false
    } catch {
      return true
    }
  }

  const wrap = (value: unknown): Value =>
    isSpecial(value, new Set()) ? { encoded: codec.encode(value) } : { raw: value }

  const unwrap = (value: Value) => ('raw' in value ? value.raw : codec.decode(value.encoded))

  /** Chromium clones the message for the other world; one it cannot clone arrives as nothing. */
  function send(message: Crossing) {
    unclonable = false
    dispatch(new CustomEvent(secret + other, { detail: message }))
    if (unclonable) {
      unclonable = false
      throw new Error('An object could not be cloned.')
    }
  }

  function callOver(callable: number) {
    return (...values: unknown[]) => {
      answer = undefined
      send({ kind: 'call', callable, values: wrap(values) })
      const { kind, value } = takeAnswer()
      if (kind === 'throw') throw unwrap(value)
      return unwrap(value)
    }
  }

  function takeAnswer() {
    const taken = answer
    answer = undefined
    if (!taken) throw new Error('contextBridge: the other world does not answer')
    return taken
  }

  function answerCall({ callable, values }: Extract<Crossing, { kind: 'call' }>) {
    try {
      const value = callables.get(callable)?.(...(unwrap(values) as unknown[]))
      send({ kind: 'return', value: wrap(value) })
    } catch (error) {
      const thrown = error instanceof Error ? error : new Error(String(error))
      send({ kind: 'throw', value: wrap(thrown) })
    }
  }

  function receive(message: Crossing | null) {
    if (message === null) return void dispatch(new CustomEvent(`${secret}${other}!`))
    switch (message.kind) {
      case 'expose':
        return expose(message.name, message.value)
      case 'call':
        return answerCall(message)
      case 'return':
      case 'throw':
        answer = message
        return
      default:
        settled(message)
    }
  }

  function settled(message: Extract<Crossing, { promise: number }>) {
    const promise = promises.get(message.promise)
    promises.delete(message.promise)
    promise?.[message.kind](unwrap(message.value))
  }

  function expose(name: string, value: Value) {
    if (Object.hasOwn(window, name)) {
      const error = new Error(
        'Cannot bind an API on top of an existing property on the window object',
      )
      return send({ kind: 'throw', value: wrap(error) })
    }
    const api = freeze(unwrap(value))
    Object.defineProperty(window, name, { value: api, enumerable: true })
  }

  function freeze(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
    for (const part of Object.values(value)) freeze(part)
    return Object.freeze(value)
  }

  window.addEventListener(secret + side, (event) =>
    receive((event as CustomEvent<Crossing | null>).detail),
  )
  window.addEventListener(`${secret}${side}!`, () => {
    unclonable = true
  })

  return {
    /** Throws what the page's world refuses, such as a name that is taken. */
    exposeInMainWorld(name: string, api: unknown) {
      answer = undefined
      send({ kind: 'expose', name, value: wrap(api) })
      if (answer) throw unwrap(takeAnswer().value)
    },
  }
}
