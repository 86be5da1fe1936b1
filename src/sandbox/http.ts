import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { toSandboxRequest } from './core/parse-request'
import { isFault, type SandboxAnswer, type SandboxFault } from './core/wire'
import type { Sandbox } from './sandbox'

export interface SandboxServer {
  port: number
  /** `http://127.0.0.1:PORT/` */
  origin: string
  adminUrl: string
  close(): Promise<void>
}

/** A body may not be larger; no call of the services comes near. */
const largestBody = 16 * 1024 * 1024

/**
 * Puts a sandbox on 127.0.0.1; port 0 takes any free one. Only requests that name this very
 * address in `Host` are answered, so that no web page can reach it under another name.
 */
export async function serveSandbox(sandbox: Sandbox, port = 0): Promise<SandboxServer> {
  const services = createServer((request, response) => {
    void respond(sandbox, request, response, false)
  })
  // Admin calls have a port of their own, to bring the services back onto the net.
  const admin = createServer((request, response) => {
    void respond(sandbox, request, response, true)
  })
  await listen(services, port)
  await listen(admin, 0)
  const taken = portOf(services)
  const origin = `http://127.0.0.1:${taken}/`
  sandbox.setOrigin(origin)
  sandbox.setReach(async (online) => {
    if (online === services.listening) return
    if (online) await listen(services, taken)
    else await stop(services)
  })
  return {
    port: taken,
    origin,
    adminUrl: `http://127.0.0.1:${portOf(admin)}/admin/`,
    async close() {
      if (services.listening) await stop(services)
      await stop(admin)
    },
  }
}

async function respond(
  sandbox: Sandbox,
  request: IncomingMessage,
  response: ServerResponse,
  isAdmin: boolean,
): Promise<void> {
  const { host } = request.headers
  if (
    host !== `127.0.0.1:${request.socket.localPort}` &&
    host !== `localhost:${request.socket.localPort}`
  ) {
    return finish(response, { status: 403, headers: {}, body: 'Wrong host' })
  }
  const body = await bodyOf(request)
  if (body === null) return finish(response, { status: 413, headers: {}, body: 'Too large' })
  const asked = toSandboxRequest({
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: headersOf(request),
    body,
  })
  if (!asked || isAdmin !== (asked.service === 'admin')) {
    return finish(response, { status: 404, headers: {}, body: 'No such service' })
  }
  finish(response, await sandbox.handle(asked))
}

function finish(response: ServerResponse, answer: SandboxAnswer): void {
  if (isFault(answer)) return fail(response, answer)
  const { status, headers, body } = answer
  const type = headers['content-type'] ?? 'text/plain; charset=utf-8'
  response.writeHead(status, {
    ...headers,
    'content-type': type,
    'cache-control': headers['cache-control'] ?? 'no-store',
  })
  response.end(body)
}

/** Turns what goes wrong below HTTP into what a socket can do. */
function fail(response: ServerResponse, answer: SandboxFault): void {
  if (answer.fault === 'hang') return
  if (answer.fault !== 'half') {
    response.socket?.resetAndDestroy()
    return
  }
  const { status, headers, body } = answer.reply
  const bytes = Buffer.from(body)
  response.writeHead(status, { ...headers, 'content-length': String(bytes.length) })
  response.write(bytes.subarray(0, answer.bytes), () => response.socket?.destroy())
}

function headersOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  )
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    // Without an encoding set, a request gives buffers.
    const bytes = part as Buffer
    size += bytes.length
    if (size > largestBody) return null
    parts.push(bytes)
  }
  return Buffer.concat(parts).toString('utf8')
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

function portOf(server: Server): number {
  // A server that listens on TCP has such an address.
  return (server.address() as AddressInfo).port
}
