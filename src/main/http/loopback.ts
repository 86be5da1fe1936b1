import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { AppError } from '../../shared/failure'

/** What a browser brought back. */
export interface LoopbackRequest {
  readonly method: 'GET' | 'POST'
  /** Of the address for a GET, of the form for a POST. */
  readonly fields: URLSearchParams
}

export interface LoopbackPage {
  readonly status: number
  readonly html: string
  /** What the page may do: its Content-Security-Policy. */
  readonly policy: string
}

interface Options {
  readonly port: number
  /** The one path that is answered, such as `/sign-in`. */
  readonly path: string
  readonly answer: (request: LoopbackRequest) => LoopbackPage
}

export interface Loopback {
  /** The address that leads here. */
  readonly address: string
  /** Lets the port go at once; what is being answered is answered. */
  close(): void
}

export type OpenLoopback = (options: Options) => Promise<Loopback>

const host = '127.0.0.1'
/** A form may not be larger: a token has some 1,000 characters. */
const mostBytes = 16 * 1024
/** Whoever connects and says nothing is cut off, in ms. */
const patienceMs = 10_000

/** The address that `openLoopback` would have. */
export function loopbackAddress(port: number, path: string): string {
  return `http://${host}:${port}${path}`
}

/**
 * Listens on 127.0.0.1 for a browser that comes back to one path. Only requests that name this very
 * address are answered, and forms only from a page of ours, so that no other page can send one.
 * Failures: `invalid-input` with `sign-in-port-busy` or `sign-in-port-forbidden`.
 */
export const openLoopback: OpenLoopback = ({ port, path, answer }) => {
  let answering = 0
  let closed = false
  const server = createServer((request, response) => {
    answering += 1
    response.once('close', () => {
      answering -= 1
      sweep()
    })
    void respond(request, response).catch(() => response.destroy())
  })
  server.requestTimeout = patienceMs
  server.headersTimeout = patienceMs

  /** Browsers keep connections ready on which they say nothing; nobody waits for those. */
  function sweep() {
    if (closed && answering === 0) server.closeAllConnections()
  }

  async function respond(request: IncomingMessage, response: ServerResponse) {
    const { method = '', headers, url = '' } = request
    const own = loopbackAddress(port, '')
    if (`http://${headers.host}` !== own) return refuse(response, 403)
    const address = URL.parse(url, own)
    if (address?.pathname !== path) return refuse(response, 404)
    if (method === 'GET') {
      // A browser comes back with its page; pictures, frames and scripts of other pages are nothing of that.
      if ((headers['sec-fetch-dest'] ?? 'document') !== 'document') return refuse(response, 403)
      return send(response, answer({ method, fields: address.searchParams }))
    }
    if (method !== 'POST') return refuse(response, 405)
    const from = headers['sec-fetch-site'] ?? 'same-origin'
    if (headers.origin !== own || from !== 'same-origin') return refuse(response, 403)
    const body = await bodyOf(request)
    if (body === null) return refuse(response, 413)
    send(response, answer({ method, fields: new URLSearchParams(body) }))
  }

  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(unopened(error, port)))
    server.listen({ port, host, exclusive: true }, () =>
      resolve({
        address: loopbackAddress(port, path),
        close() {
          closed = true
          server.close()
          sweep()
        },
      }),
    )
  })
}

function send(response: ServerResponse, { status, html, policy }: LoopbackPage) {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    connection: 'close',
  })
  response.end(html)
}

function refuse(response: ServerResponse, status: number) {
  response.writeHead(status, { 'content-length': '0', connection: 'close' }).end()
}

/** `null` when it is too long. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    // Without an encoding set, a request gives buffers.
    const bytes = part as Buffer
    size += bytes.length
    if (size > mostBytes) return null
    parts.push(bytes)
  }
  return Buffer.concat(parts).toString('utf8')
}

function unopened(error: NodeJS.ErrnoException, port: number): AppError {
  const reason = error.code === 'EACCES' ? 'sign-in-port-forbidden' : 'sign-in-port-busy'
  const detail = `Port ${port}: ${error.code ?? error.message}`
  return new AppError({ code: 'invalid-input', reason, detail }, { cause: error })
}
