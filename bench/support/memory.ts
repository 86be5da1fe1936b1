import type { OpenedLibrary } from './opened-library'

const mebibyte = 2 ** 20

export interface Memory {
  /** What the main process occupies, in MiB. */
  readonly main: number
  /** What the page holds after its rubbish has been taken away, in MiB. */
  readonly renderer: number
}

/** How much memory the app takes at the moment. */
export async function memoryOf({ launched, page }: OpenedLibrary): Promise<Memory> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const heap = await session.send('Runtime.getHeapUsage')
  await session.detach()
  const held = heap.usedSize + heap.embedderHeapUsedSize + heap.backingStorageSize
  const main = await launched.app.evaluate(() => process.memoryUsage().rss)
  return { main: main / mebibyte, renderer: held / mebibyte }
}
