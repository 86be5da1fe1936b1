import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeBackup } from '../src/main/backup/write'
import type { ExportAccount, ExportRow } from '../src/main/backup/writers/export'
import { openLibrary } from '../src/main/services/backup/open-library'
import { idOf, kindOf, titleKey } from '../src/shared/media'
import type { Report } from './figure'
import { measureChild } from './support/import-process'
import { importRequests } from './support/import-requests'
import { createDiskProfile, startLoaded } from './support/loaded-profile'

const sizes = [10_000, 50_000]
const sandboxRows = 5_000
const MiB = 1024 * 1024
const options = { madeAt: 0, appVersion: '0', includePrivate: true }

/**
 * How long a file takes from its bytes to the preview, how long it holds up main, what memory it
 * takes over an app without a list, and what it costs at the service.
 */
export async function run(report: Report): Promise<void> {
  const nothing = createDiskProfile()
  const empty = measureChild(nothing.dir)
  nothing.remove()
  for (const n of sizes) {
    const { app, account, profile } = await startLoaded(n)
    // Capabilities stay here: a library is told what it needs.
    const { capabilities: _stays, ...plain } = account
    const database = join(profile.dir, 'library.db')
    const source = { file: database, accounts: [{ ...plain, realm: 1 }], history: false }
    const library = openLibrary(source)
    const [whole] = library.accounts()
    if (!whole) throw new Error('nobody is signed in')
    const { bytes } = writeBackup({ format: 'tsuzuki', gzip: true }, [filled(whole, n)], options)
    library.close()
    await app.stop()
    const file = join(profile.dir, 'mine.json.gz')
    writeFileSync(file, bytes)

    const { ms, blockMs, rssBytes, rows } = measureChild(profile.dir, account, file)

    profile.remove()
    if (rows !== n) throw new Error(`${rows} rows of ${n}`)
    report({ figure: 'import.difference', n, unit: 'ms', value: ms })
    report({ figure: 'import.block', n, unit: 'ms', max: blockMs })
    const memory = (rssBytes - empty.rssBytes) / MiB
    report({ figure: 'import.memory', n, unit: 'MiB', value: memory })
  }
  report({ figure: 'import.requests', n: sandboxRows, ...(await importRequests(sandboxRows)) })
}

/** The same list with exactly so many rows: what is missing are titles that the list does not have. */
function filled(account: ExportAccount, n: number): ExportAccount {
  const rows = account.rows.slice(0, n)
  const more = account.rows.slice(0, n - rows.length).map((row): ExportRow => {
    const title = titleKey(kindOf(row.entry.title), idOf(row.entry.title) + 10_000_000)
    return {
      entry: { ...row.entry, title },
      media: { ...row.media, key: title, malId: null },
    }
  })
  return { ...account, rows: [...rows, ...more] }
}
