import { join } from 'node:path'
import { net } from 'electron'
import type { Clock } from '../../shared/clock'
import type { Log, Pictures, Product } from '../environment'
import { createDiskCache } from './covers/disk-cache'
import { createDownload } from './covers/download'
import { createCovers } from './covers/serve-covers'

interface Options {
  readonly pictures: Pictures
  readonly profileDir: string
  readonly product: Product
  readonly clock: Pick<Clock, 'wall'>
  readonly log: Log
}

const mostCacheBytes = 256 * 2 ** 20

/** Pictures over Chromium's own network, so that its proxy and certificates hold for them too. */
export function createElectronCovers({ pictures, profileDir, product, clock, log }: Options) {
  return createCovers({
    pictures,
    log,
    cache: createDiskCache({
      dir: join(profileDir, 'covers'),
      maxBytes: mostCacheBytes,
      wall: clock.wall,
    }),
    download: createDownload({
      request: (url, init) => net.fetch(url, init),
      userAgent: `${product.name}/${product.version}`,
    }),
  })
}
