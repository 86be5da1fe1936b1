import type { Log, Pictures } from '../../environment'
import { readCoverAddress, readForeignPicture } from './address'
import type { DiskCache } from './disk-cache'
import { pictureType } from './picture-type'
import { createSlots } from './slots'

interface Options {
  readonly pictures: Pictures
  readonly cache: DiskCache
  readonly download: (wanted: {
    url: string
    ownOrigin: string | null
    signal: AbortSignal
    anywhere?: boolean
  }) => Promise<Buffer>
  readonly log: Pick<Log, 'warn'>
}

interface Source {
  readonly url: string
  /** Whose service has it; `null` for a picture in a foreign text. */
  readonly accountId: number | null
}

/** Pictures that are fetched at once. */
const atOnce = 6

const headers = { 'cache-control': 'private, max-age=86400', 'x-content-type-options': 'nosniff' }

/**
 * Answers `cover://`: from disk at once, else from the service, six at a time. A page that has
 * scrolled on drops the answer's body, and with it the wait for a turn or the download.
 */
export function createCovers({ pictures, cache, download, log }: Options) {
  const slots = createSlots(atOnce)

  async function fetchPicture({ url, accountId }: Source, signal: AbortSignal) {
    const from =
      accountId === null
        ? { ownOrigin: null, anywhere: true }
        : { ownOrigin: pictures.originOf(accountId) }
    const bytes = await slots.run(() => download({ url, signal, ...from }), signal)
    await cache.write(url, bytes)
    return bytes
  }

  function sourceOf(asked: string): Source | null {
    const foreign = readForeignPicture(asked)
    const address = foreign ? null : readCoverAddress(asked)
    const url = foreign
      ? pictures.foreign(foreign.content, foreign.number)
      : address && pictures.urlOf(address.accountId, address.kind, address.id, address.size)
    return url === null ? null : { url, accountId: address?.accountId ?? null }
  }

  return async function answer({ url }: Pick<Request, 'url'>): Promise<Response> {
    const source = sourceOf(url)
    if (!source || !URL.canParse(source.url)) return new Response(null, { status: 404 })

    const known = await cache.read(source.url)
    const type = known && pictureType(known)
    if (type)
      return new Response(new Uint8Array(known), { headers: { ...headers, 'content-type': type } })

    const stop = new AbortController()
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        try {
          controller.enqueue(await fetchPicture(source, stop.signal))
          controller.close()
        } catch (error) {
          if (stop.signal.aborted) return
          log.warn('no picture', { error })
          controller.error(error)
        }
      },
      cancel: () => stop.abort(new Error('nobody looks at it any more')),
    })
    // Chromium looks at the bytes of a picture, which were checked, and needs no type.
    return new Response(body, { headers: { 'cache-control': headers['cache-control'] } })
  }
}
