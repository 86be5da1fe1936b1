import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readBackup } from '../../../../../src/main/backup/read'
import { type BackupThread, createBackupThread } from '../../../../../src/main/backup/thread/client'
import type { PlainLibrary } from '../../../../../src/main/backup/thread/library'
import type { FromThread, ToThread } from '../../../../../src/main/backup/thread/messages'
import { serveBackup } from '../../../../../src/main/backup/thread/serve'
import { openPlainLibrary } from '../../../../../src/main/backup/thread/library'
import { bytesOf, fixture } from '../support/fixtures'
import { account, exportAccount, exportOptions, row } from '../support/library'

const root = new URL('../../../../../', import.meta.url)
const script = fileURLToPath(new URL('src/main/backup/worker.ts', root))
const typescript = fileURLToPath(new URL('scripts/lib/typescript.mjs', root))

const empty: PlainLibrary = { titles: [], entries: [], ids: [], accounts: [] }

let thread: BackupThread<PlainLibrary>
let steps: string[]

beforeEach(() => {
  steps = []
  thread = createBackupThread({
    startWorker: (workerData) =>
      new Worker(script, { workerData, execArgv: ['--import', typescript] }),
    onProgress: (step, done, total) => void steps.push(`${step} ${done}/${total}`),
  })
})
afterEach(() => thread.close())

test('a thread reads, matches, compares and plans', async () => {
  const read = await thread.read(fixture('mal-anime.xml'), {})
  const matched = await thread.match(
    { ...empty, ids: [['anime', 'mal', 5114, 'anime:7']] },
    account,
    [],
  )
  const compared = await thread.compare({ mode: 'fill-gaps' })
  const { rows } = await thread.rows({ classes: ['new'], offset: 0, limit: 10 })
  const plan = await thread.plan()

  expect(read.statistics.rows).toBe(4)
  expect(matched).toMatchObject({ matched: 1, unmatched: 3 })
  expect(compared.planned).toBe(1)
  expect(rows).toMatchObject([{ title: 'anime:7', name: 'Fullmetal Alchemist: Brotherhood' }])
  expect(plan[0]).toMatchObject({ ref: { title: 'anime:7' }, patch: { score: 90, progress: 64 } })
  expect(steps).toContain('read 1/1')
  expect(steps).toContain('match 0/4')
})

test('a file is handed over, and can be read again with other settings without it', async () => {
  const bytes = bytesOf('<meta/><library><anime><id>1</id><status>1</status></anime></library>')

  const read = await thread.read(bytes, {})
  const again = await thread.read(null, { idsAre: 'mal' })

  expect(bytes.byteLength).toBe(0)
  expect(read.warnings.map(({ code }) => code)).toContain('ids-unclear')
  expect(again.warnings.map(({ code }) => code)).not.toContain('ids-unclear')
})

test('a piece of a bigger buffer is copied, and stays whole', async () => {
  const whole = bytesOf('    {"anime":{"Completed":[{"title":"A"}]}}')

  const read = await thread.read(whole.subarray(4), {})

  expect(read.statistics.rows).toBe(1)
  expect(whole.byteLength).toBe(43)
})

test('there is nothing to read again before anything was read', async () => {
  await expect(thread.read(null, {})).rejects.toMatchObject({ failure: { reason: 'not-read' } })
})

test('a thread writes what it is handed', async () => {
  const accounts = [exportAccount([row('anime:1', { progress: 3 })])]

  const { bytes, count } = await thread.write(
    { ...empty, accounts },
    { format: 'tsuzuki', gzip: true },
    exportOptions,
  )

  expect(count).toBe(1)
  expect(readBackup(bytes).rows[0]?.fields.progress).toBe(3)
})

test('a failure crosses the border as one of ours', async () => {
  await expect(thread.read(bytesOf('nonsense'), {})).rejects.toMatchObject({
    name: 'AppError',
    failure: { code: 'invalid-input', reason: 'unknown-file' },
  })
})

test('a busy thread gives up when it is told, and goes on with the next', async () => {
  const many = `<myanimelist>${'<anime><my_status>1</my_status></anime>'.repeat(100_000)}</myanimelist>`
  const reading = thread.read(bytesOf(many), {})
  thread.cancel()

  await expect(reading).rejects.toMatchObject({ failure: { code: 'cancelled' } })
  expect((await thread.read(fixture('shikimori.json'), {})).statistics.rows).toBe(2)
})

test('what is asked of a thread that ends is cancelled', async () => {
  const reading = thread.read(fixture('shikimori.json'), {})
  const closed = thread.close()

  await expect(reading).rejects.toMatchObject({ failure: { code: 'cancelled' } })
  await closed
})

test('a bug in the thread is an unexpected failure, not a silence', () => {
  const sent: FromThread[] = []
  let ask: (message: ToThread) => void = () => {}
  serveBackup(
    {
      postMessage: (message) => void sent.push(message),
      on: (_event, listener) => void (ask = listener),
    },
    openPlainLibrary,
    new Int32Array(1),
  )

  ask({ id: 3, name: 'read', args: [7, {}] })

  expect(sent.at(-1)).toMatchObject({ kind: 'failed', id: 3, failure: { code: 'unexpected' } })
})
