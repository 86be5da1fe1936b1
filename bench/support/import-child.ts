/**
 * `import-child.ts DIR ACCOUNT FILE`: the app on the profile DIR, importing FILE into ACCOUNT up to
 * its preview; without a file only the app. A process of its own, so that nothing else is measured.
 * Prints one line of JSON: `Measured`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { createBackupThread } from '../../src/main/backup/thread/client'
import { threadLimits } from '../../src/main/backup/thread/limits'
import type { LibrarySource } from '../../src/main/services/backup/open-library'
import type { Account } from '../../src/shared/account'
import { defaultSettings } from '../../src/shared/settings'
import { createSystemClock } from '../../src/main/system-clock'
import { startApp } from '../../test/support/start-app'

export interface Measured {
  /** From the bytes to the difference, in ms. */
  readonly ms: number
  /** How late the latest turn of the event loop came, in ms. */
  readonly blockMs: number
  readonly rssBytes: number
  readonly rows: number
}

const turnMs = 5
const [dir = '', account = '', file = ''] = process.argv.slice(2)
const kept = { settings: { ...defaultSettings, syncMinutes: 0 } }
const profile = { dir, kept, secrets: new Map(), remove() {} }
const app = startApp(profile, {
  clock: createSystemClock(),
  transport: () => new Promise(() => {}),
})
await app.start()
await new Promise((resolve) => setTimeout(resolve, 300))
globalThis.gc?.()
console.log(JSON.stringify(file === '' ? idle() : await importing()))
process.exit()

function idle(): Measured {
  return { ms: 0, blockMs: 0, rssBytes: process.memoryUsage.rss(), rows: 0 }
}

async function importing(): Promise<Measured> {
  const { capabilities, ...plain } = JSON.parse(account) as Account
  const source: LibrarySource = {
    file: join(dir, 'library.db'),
    accounts: [{ ...plain, realm: 1 }],
    history: false,
  }
  const thread = createBackupThread<LibrarySource>({
    startWorker: (workerData) =>
      new Worker(join(import.meta.dirname, '../../src/main/backup-worker.ts'), {
        workerData,
        resourceLimits: threadLimits,
      }),
  })
  // The program starts a bundle; here the sources are loaded one by one, which is not the question.
  await thread.read(new TextEncoder().encode('{"anime":{"Completed":[{"title":"A"}]}}'), {})
  const bytes = readFileSync(file)
  const stop = watch()

  const started = performance.now()
  await thread.read(bytes, {})
  await thread.match(source, { ...plain, capabilities }, [])
  const { statistics } = await thread.compare({ mode: 'equal' })
  const ms = performance.now() - started

  const rows = Object.values(statistics.byClass).reduce((sum, count) => sum + count, 0)
  return { ms, ...stop(), rows }
}

/** The latest turn of the event loop and the most memory until it is stopped. */
function watch() {
  let blockMs = 0
  let rssBytes = process.memoryUsage.rss()
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    blockMs = Math.max(blockMs, now - last - turnMs)
    rssBytes = Math.max(rssBytes, process.memoryUsage.rss())
    last = performance.now()
  }, turnMs)
  return () => {
    clearInterval(timer)
    return { blockMs, rssBytes }
  }
}
