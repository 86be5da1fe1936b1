import { join } from 'node:path'
import { entryColumnNames } from '../../../src/main/db/entry-columns'
import { openForReading } from '../../../src/main/db/database'

/** How a profile stands, as far as an import touches it; each part as lines that can be compared. */
export interface Standing {
  /** Every field of every entry. */
  readonly entries: readonly string[]
  /** What waits for the service. */
  readonly outbox: readonly string[]
  /** Changes that count, by title: more than one of the same import would be a doubling. */
  readonly changes: readonly number[]
  readonly job: {
    readonly state: string
    readonly planned: number
    readonly done: number
    readonly refused: number
  } | null
  /** Rows of plans that nobody needs any more. */
  readonly leftOver: number
}

/** All but the notes of what the service cannot hold: what they say is in the other columns. */
const shown = entryColumnNames.replace(', local', '')

/** Reads it past the app, from the file. */
export function standing(dir: string): Standing {
  const { sql, close } = openForReading(join(dir, 'library.db'))
  try {
    const lines = (query: string) =>
      sql
        .prepare(query)
        .all()
        .map((row) => JSON.stringify(row))
    const job = sql
      .prepare('SELECT state, planned, done, refused FROM backup_jobs ORDER BY id DESC LIMIT 1')
      .get()
    const changes = sql
      .prepare("SELECT key FROM history WHERE source = 'import' ORDER BY key")
      .all()
    const leftOver = sql.prepare('SELECT COUNT(*) AS n FROM backup_plan').get()
    return {
      entries: lines(`SELECT ${shown} FROM entries ORDER BY key`),
      outbox: lines('SELECT key, base, wanted FROM outbox ORDER BY key'),
      changes: changes.map(({ key }) => Number(key)),
      job: (job as never) ?? null,
      leftOver: Number(leftOver?.['n'] ?? 0),
    }
  } finally {
    close()
  }
}
