import type { Readable, Writable } from 'node:stream'
import type { Protocol } from '../../../node_modules/playwright-core/types/protocol.d.ts'

type Parameters = Protocol.CommandParameters
type Answers = Protocol.CommandReturnValues

export type CdpEvent = {
  [E in keyof Protocol.Events]: { readonly method: E; readonly params: Protocol.Events[E] }
}[keyof Protocol.Events]

export type Send = <M extends keyof Parameters>(
  method: M,
  parameters?: Parameters[M],
  session?: string,
) => Promise<Answers[M]>

export interface Cdp {
  /** Sends one command and gives its answer; rejects with Chromium's words. */
  send: Send
  /** Hears the events of one session; '' is the browser itself. */
  listen(session: string, listener: (event: CdpEvent) => void): void
  forget(session: string): void
}

interface Message {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

interface Waiting {
  readonly method: string
  readonly resolve: (result: never) => void
  readonly reject: (error: Error) => void
}

/** Chrome DevTools Protocol over the two pipes of --remote-debugging-pipe: JSON texts that end in a zero byte. */
export function createCdp(output: Writable, input: Readable): Cdp {
  const waiting = new Map<number, Waiting>()
  const listeners = new Map<string, (event: CdpEvent) => void>()
  let lastId = 0
  let closed = false
  let pieces: Buffer[] = []

  input.on('data', (chunk: Buffer) => {
    let start = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      pieces.push(chunk.subarray(start, end))
      const text = (pieces.length === 1 ? pieces[0] : Buffer.concat(pieces))?.toString() ?? ''
      pieces = []
      start = end + 1
      receive(JSON.parse(text) as Message)
    }
    if (start < chunk.length) pieces.push(chunk.subarray(start))
  })
  input.on('close', end)
  input.on('error', end)
  output.on('error', end)

  function end() {
    closed = true
    for (const { method, reject } of waiting.values()) reject(gone(method))
    waiting.clear()
  }

  function receive(message: Message) {
    if (message.id === undefined) {
      // The protocol's types describe what Chromium sends; nothing else writes to this pipe.
      listeners.get(message.sessionId ?? '')?.(message as unknown as CdpEvent)
      return
    }
    const call = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error) call?.reject(new Error(`${call.method}: ${message.error.message}`))
    else call?.resolve(message.result as never)
  }

  const send: Send = (method, parameters, session) =>
    new Promise((resolve, reject) => {
      if (closed) return reject(gone(method))
      lastId += 1
      waiting.set(lastId, { method, resolve, reject })
      const message = { id: lastId, method, params: parameters ?? {}, sessionId: session }
      output.write(`${JSON.stringify(message)}\0`)
    })

  return {
    send,
    listen: (session, listener) => void listeners.set(session, listener),
    forget: (session) => void listeners.delete(session),
  }
}

const gone = (method: string) => new Error(`${method}: Chromium is gone`)
