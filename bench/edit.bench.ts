import { statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createRandom } from '../src/sandbox/core/random'
import type { EntryPatch, ListRow } from '../src/shared/entry'
import { spread, type Report } from './figure'
import { startLoaded, type LoadedApp } from './support/loaded-profile'

const sizes = [500, 5_000, 20_000]
const edits = 1_000

/** How long one edit takes until it is durable, and how much it writes to the disk. */
export async function run(report: Report): Promise<void> {
  let bytesAtSmallest: number | undefined
  for (const n of sizes) {
    const loaded = await startLoaded(n)
    const random = createRandom(n)
    const pick = () => loaded.rows[Math.floor(random() * loaded.rows.length)]!

    await timeOf(loaded, pick, random, 100)
    const durable = await timeOf(loaded, pick, random, edits)
    report({ figure: 'edit.durable', n, unit: 'ms', ...spread(durable) })

    const bytes = spread(await bytesOf(loaded, pick, random))
    bytesAtSmallest ??= bytes.p95
    const ratio = n === 20_000 ? { ratio: bytes.p95 / bytesAtSmallest } : {}
    report({ figure: 'edit.bytes', n, unit: 'bytes', ...bytes, ...ratio })

    await loaded.app.stop()
    loaded.profile.remove()
  }
}

async function timeOf(
  { app, account }: LoadedApp,
  pick: () => ListRow,
  random: () => number,
  count: number,
): Promise<number[]> {
  const samples: number[] = []
  for (let i = 0; i < count; i++) {
    const row = pick()
    const started = performance.now()
    await app.handlers['library:edit'](
      { accountId: account.id, title: row.title },
      patchFor(row, random),
    )
    samples.push(performance.now() - started)
  }
  return samples
}

/** Growth of the log, plus the pages that a checkpoint right after it copies into the database. */
async function bytesOf(
  { app, account, profile }: LoadedApp,
  pick: () => ListRow,
  random: () => number,
): Promise<number[]> {
  const file = join(profile.dir, 'library.db')
  const beside = new DatabaseSync(file)
  const checkpoint = (mode: string) =>
    beside.prepare(`PRAGMA wal_checkpoint(${mode})`).get() as { checkpointed: number }
  const { page_size: pageBytes } = beside.prepare('PRAGMA page_size').get() as { page_size: number }
  const samples: number[] = []
  for (let i = 0; i < edits; i++) {
    const row = pick()
    checkpoint('TRUNCATE')
    await app.handlers['library:edit'](
      { accountId: account.id, title: row.title },
      patchFor(row, random),
    )
    const grown = statSync(`${file}-wal`).size
    samples.push(grown + checkpoint('PASSIVE').checkpointed * pageBytes)
  }
  beside.close()
  return samples
}

/** What people do: mostly one episode more, else a score, a status or a note. Never what is there already. */
function patchFor({ entry }: ListRow, random: () => number): EntryPatch {
  const kind = random()
  if (kind < 0.7) return { progress: Math.floor(random() * 100_000) }
  if (kind < 0.85) return { score: 1 + Math.floor(random() * 100) }
  if (kind < 0.95) return { status: entry.status === 'paused' ? 'dropped' : 'paused' }
  return { notes: `Noted ${Math.floor(random() * 1e9)}` }
}
