import type { Readable, Writable } from 'node:stream'
import { decodeCbor, encodeCbor, ENVELOPE_HEAD } from './cbor.ts'
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

/** Chrome DevTools Protocol over the two pipes of --remote-debugging-pipe=cbor. */
export function createCdp(output: Writable, input: Readable): Cdp {
  const waiting = new Map<number, Waiting>()
  const listeners = new Map<string, (event: CdpEvent) => void>()
  let lastId = 0
  let closed = false
  input.on(
    'data',
    createFrames((frame) => receive(decodeCbor(frame) as Message)),
  )
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
      output.write(encodeCbor(message))
    })

  return {
    send,
    listen: (session, listener) => void listeners.set(session, listener),
    forget: (session) => void listeners.delete(session),
  }
}

const gone = (method: string) => new Error(`${method}: Chromium is gone`)

/** Puts together what arrives in pieces: each message is one envelope. */
function createFrames(onFrame: (frame: Buffer) => void) {
  let pieces: Buffer[] = []
  let had = 0
  let wanted = ENVELOPE_HEAD
  let isLengthKnown = false

  return (chunk: Buffer) => {
    pieces.push(chunk)
    had += chunk.length
    while (had >= wanted) {
      // Only once per message, so that a long one is not copied again with each of its pieces.
      const all = pieces.length > 1 ? Buffer.concat(pieces) : (pieces[0] ?? chunk)
      if (isLengthKnown) {
        onFrame(all.subarray(0, wanted))
        pieces = [all.subarray(wanted)]
        had -= wanted
        wanted = ENVELOPE_HEAD
        isLengthKnown = false
      } else {
        pieces = [all]
        wanted = ENVELOPE_HEAD + all.readUInt32BE(ENVELOPE_HEAD - 4)
        isLengthKnown = true
      }
    }
  }
}
