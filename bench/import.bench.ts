import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { createBackupThread } from '../src/main/backup/thread/client'
import type { LibrarySource } from '../src/main/services/backup/open-library'
import { spread, type Report } from './figure'
import { startLoaded } from './support/loaded-profile'

const sizes = [10_000, 50_000]
const worker = join(import.meta.dirname, '../src/main/backup-worker.ts')
const MiB = 1024 * 1024

/** How long a file takes from its bytes to the preview, how long it holds up main, and its memory. */
export async function run(report: Report): Promise<void> {
  for (const n of sizes) {
    const loaded = await startLoaded(n)
    const { app, account, profile } = loaded
    // Capabilities stay here: the thread is told what it needs.
    const { capabilities: _stays, ...plain } = account
    const source: LibrarySource = {
      file: join(profile.dir, 'library.db'),
      accounts: [{ ...plain, realm: 1 }],
      history: false,
    }
    const thread = createBackupThread<LibrarySource>({
      startWorker: (workerData) => new Worker(worker, { workerData }),
    })
    const { bytes } = await thread.write(
      source,
      { format: 'tsuzuki', gzip: true },
      { madeAt: 0, appVersion: '0', includePrivate: true },
    )
    globalThis.gc?.()
    const before = process.memoryUsage().rss
    let most = before
    const blocks = watchBlocks(() => (most = Math.max(most, process.memoryUsage().rss)))

    const started = performance.now()
    await thread.read(bytes, {})
    await thread.match(source, account, [])
    const { statistics } = await thread.compare({ mode: 'equal' })
    const value = performance.now() - started

    const { max } = spread(blocks.stop())
    const rows = Object.values(statistics.byClass).reduce((sum, count) => sum + count, 0)
    if (rows !== loaded.rows.length) throw new Error(`${rows} rows of ${loaded.rows.length}`)
    report({ figure: 'import.difference', n, unit: 'ms', value })
    report({ figure: 'import.block', n, unit: 'ms', max })
    report({ figure: 'import.memory', n, unit: 'MiB', value: (most - before) / MiB })
    await thread.close()
    await app.stop()
    profile.remove()
  }
}

/** How late each turn of the event loop came, in ms, every 5 ms. */
function watchBlocks(each: () => void) {
  const late: number[] = []
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    late.push(Math.max(0, now - last - 5))
    last = now
    each()
  }, 5)
  return {
    stop() {
      clearInterval(timer)
      return late
    },
  }
}
