import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import https from 'node:https'
import type { Socket } from 'node:net'

/** How far an exchange came: what tells a request that never left from one that may have arrived. */
export interface Exchange {
  /** The connection stood, TLS included: from here on bytes may have left. */
  connected: boolean
  /** The head of an answer. */
  answer: IncomingMessage | undefined
}

type Send = (options: RequestOptions, listener: (answer: IncomingMessage) => void) => ClientRequest

/**
 * Node's own `request`, watched. axios takes it as its way out and would otherwise keep to itself
 * whether a connection ever stood.
 */
export function createObserved(): {
  readonly exchange: Exchange
  readonly way: { request: Send }
} {
  const exchange: Exchange = { connected: false, answer: undefined }

  function request(options: RequestOptions, listener: (answer: IncomingMessage) => void) {
    const send = options.protocol === 'https:' ? https.request : http.request
    const sent: ClientRequest = send(options, (answer) => {
      exchange.connected = true
      exchange.answer = answer
      listener(answer)
    })
    sent.on('socket', (socket) => {
      if (!sent.destroyed) watch(socket, exchange)
    })
    // A proxy that refuses would otherwise pass for the service: its answer is handed on as if it were one.
    sent.on('proxyConnect', ({ statusCode }: { statusCode: number }) => {
      if (statusCode !== 200) sent.destroy(new Error(`The proxy answered ${statusCode}.`))
    })
    return sent
  }

  return { exchange, way: { request } }
}

function watch(socket: Socket & { secureConnecting?: boolean }, exchange: Exchange) {
  const isSecure = 'encrypted' in socket
  const connect = () => (exchange.connected = true)
  if (isSecure && socket.secureConnecting !== false) socket.once('secureConnect', connect)
  else if (socket.connecting) socket.once('connect', connect)
  else connect()
}
