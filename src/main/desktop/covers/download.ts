import { isLoopback, isPublic, isServiceUrl } from '../known-hosts'
import { pictureType } from './picture-type'

/** Electron's `net.fetch`, as far as pictures need it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

interface Options {
  readonly request: Fetch
  readonly userAgent: string
}

interface Wanted {
  readonly url: string
  /** The loopback origin that the account's own service has, if any. */
  readonly ownOrigin: string | null
  readonly signal: AbortSignal
  /** The user asked for this one: it may lie at any public host. */
  readonly anywhere?: boolean
}

const mostBytes = 8 * 2 ** 20
const mostRedirects = 3

/**
 * True for what a picture may be fetched from: the services' hosts, or the account's own loopback;
 * `anywhere` for any public host.
 */
export function mayFetch(url: URL, ownOrigin: string | null, anywhere = false): boolean {
  if (anywhere) return isPublic(url)
  return isServiceUrl(url) || (isLoopback(url) && url.origin === ownOrigin)
}

/**
 * Fetches one picture, each redirect checked like the first address. Throws when it comes from
 * elsewhere, is no picture, or is larger than 8 MiB.
 */
export function createDownload({ request, userAgent }: Options) {
  return async function download({ url, ownOrigin, signal, anywhere }: Wanted): Promise<Buffer> {
    let address = new URL(url)
    for (let hops = 0; hops <= mostRedirects; hops += 1) {
      if (!mayFetch(address, ownOrigin, anywhere))
        throw new Error(`pictures do not come from ${address.host}`)
      const answer = await request(address.href, {
        signal,
        redirect: 'manual',
        credentials: 'omit',
        headers: { 'user-agent': userAgent, accept: 'image/*' },
      })
      const next = redirectOf(answer, address)
      if (!next) return checkedPicture(answer)
      await answer.body?.cancel()
      address = next
    }
    throw new Error('redirected too often')
  }
}

function redirectOf(answer: Response, from: URL) {
  const place = answer.headers.get('location')
  return answer.status >= 300 && answer.status < 400 && place ? new URL(place, from) : null
}

async function checkedPicture(answer: Response): Promise<Buffer> {
  if (answer.status !== 200) {
    await answer.body?.cancel()
    throw new Error(`no picture: ${answer.status}`)
  }
  const bytes = await readBounded(answer)
  const said = (answer.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (!said?.startsWith('image/')) throw new Error(`no picture but ${said || 'something unnamed'}`)
  if (pictureType(bytes) === null) throw new Error('no picture that can be shown')
  return bytes
}

async function readBounded(answer: Response): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  // Leaving the loop cancels the rest of the answer.
  for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > mostBytes) throw new Error('too large for a picture')
    parts.push(part)
  }
  return Buffer.concat(parts)
}
