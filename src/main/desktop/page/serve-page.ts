import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'
import { contentPolicy, noncePlace } from './content-policy'
import { ownHost } from './own-origin'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-cache',
}

/** Answers `app://tsuzuki/…` with the files of `rootDir` and nothing outside of it. */
export function createPageServer(rootDir: string) {
  return async function answer({
    url,
    method,
  }: Pick<Request, 'url' | 'method'>): Promise<Response> {
    const path = method === 'GET' ? fileOf(rootDir, url) : null
    const type = path === null ? undefined : types[extname(path)]
    if (path === null || type === undefined) return notFound()
    const bytes = await readFile(path).catch(() => null)
    if (bytes === null) return notFound()
    return type.startsWith('text/html') ? page(bytes.toString('utf8')) : file(bytes, type)
  }
}

/** The file that an address of ours means; `null` when it lies outside of `rootDir`. */
export function fileOf(rootDir: string, url: string): string | null {
  if (!URL.canParse(url) || new URL(url).host !== ownHost) return null
  const asked = decode(new URL(url).pathname)
  if (asked === null || /[\\\0:]/.test(asked)) return null
  const path = resolve(rootDir, `.${asked === '/' ? '/index.html' : asked}`)
  return path.startsWith(rootDir + sep) ? path : null
}

function page(html: string) {
  const nonce = randomBytes(16).toString('base64')
  return new Response(html.replaceAll(noncePlace, nonce), {
    headers: {
      ...always,
      'content-type': types['.html'] ?? '',
      'content-security-policy': contentPolicy(nonce),
    },
  })
}

function file(bytes: Buffer, type: string) {
  return new Response(new Uint8Array(bytes), { headers: { ...always, 'content-type': type } })
}

function notFound() {
  return new Response(null, { status: 404, headers: always })
}

function decode(text: string) {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
