import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type * as Electron from 'electron'
import type { StandIn } from './desktop/recorded.ts'
import type { Host } from './host.ts'
import { loud } from './loud.ts'
import type { Schemes } from './schemes.ts'

type Handler = Parameters<Electron.Protocol['handle']>[1]

const MIME_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain',
}

/** Electron's `protocol`, and the handlers that requests of pages are looked up in. */
export function createProtocol(host: Host, schemes: Schemes) {
  const handlers = new Map<string, Handler>()

  const protocol = loud<Electron.Protocol>('protocol', {
    registerSchemesAsPrivileged(list) {
      if (host.ready)
        throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
      schemes.register(list)
    },
    handle(scheme, handler) {
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
      handlers.set(scheme, handler)
    },
    unhandle: (scheme) => void handlers.delete(scheme),
    isProtocolHandled: (scheme) => handlers.has(scheme),
  })

  return { protocol, handlerOf: (scheme: string) => handlers.get(scheme) }
}

export type Protocol = ReturnType<typeof createProtocol>

/** Electron's `net`: fetch that also knows files and the app's own schemes. */
export function createNet({ handlerOf }: Protocol, standIn: StandIn) {
  return loud<Electron.Net>('net', {
    async fetch(input, init) {
      const request = input instanceof Request ? input : new Request(input, init)
      if (request.url.startsWith('file:')) return readLocal(request.url)
      const handler = handlerOf(new URL(request.url).protocol.slice(0, -1))
      return handler ? handler(request) : fetch(request)
    },
    isOnline: () => standIn.online,
    get online() {
      return standIn.online
    },
  })
}

async function readLocal(url: string): Promise<Response> {
  const path = fileURLToPath(url)
  const type = MIME_TYPES[extname(path)] ?? 'application/octet-stream'
  try {
    return new Response(await readFile(path), { headers: { 'content-type': type } })
  } catch {
    throw new TypeError('net::ERR_FILE_NOT_FOUND')
  }
}
