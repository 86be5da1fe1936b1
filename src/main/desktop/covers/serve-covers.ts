import type { Log, Pictures } from '../../environment'
import { readCoverAddress } from './address'
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
  }) => Promise<Buffer>
  readonly log: Pick<Log, 'warn'>
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

  async function fetchPicture(accountId: number, url: string, signal: AbortSignal) {
    const ownOrigin = pictures.originOf(accountId)
    const bytes = await slots.run(() => download({ url, ownOrigin, signal }), signal)
    await cache.write(url, bytes)
    return bytes
  }

  return async function answer({ url }: Pick<Request, 'url'>): Promise<Response> {
    const address = readCoverAddress(url)
    if (!address) return new Response(null, { status: 404 })
    const { accountId, kind, mediaId, size } = address
    const source = pictures.urlOf(accountId, kind, mediaId, size)
    if (source === null || !URL.canParse(source)) return new Response(null, { status: 404 })

    const known = await cache.read(source)
    const type = known && pictureType(known)
    if (type)
      return new Response(new Uint8Array(known), { headers: { ...headers, 'content-type': type } })

    const stop = new AbortController()
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        try {
          controller.enqueue(await fetchPicture(accountId, source, stop.signal))
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
