import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { SandboxOptions } from './options'

export type StateStore = Required<Pick<SandboxOptions, 'kept' | 'onChange' | 'flush'>> & {
  close(): void
}

/**
 * Keeps the services' records in `sandbox.db` in a folder. Each change is written before its
 * request is answered, so that a killed program finds what it was told was done.
 */
export function openStateStore(folder: string): StateStore {
  mkdirSync(folder, { recursive: true })
  const db = new DatabaseSync(join(folder, 'sandbox.db'))
  db.exec('PRAGMA journal_mode = WAL')
  db.exec('PRAGMA synchronous = NORMAL')
  db.exec(`
    CREATE TABLE IF NOT EXISTS records (
      service TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, json TEXT NOT NULL,
      PRIMARY KEY (service, kind, key)
    ) STRICT, WITHOUT ROWID
  `)
  db.exec('CREATE TABLE IF NOT EXISTS kinds (service TEXT, kind TEXT, PRIMARY KEY (service, kind))')
  const read = db.prepare('SELECT json FROM records WHERE service = ? AND kind = ?')
  const known = db.prepare('SELECT 1 FROM kinds WHERE service = ? AND kind = ?')
  const note = db.prepare('INSERT OR IGNORE INTO kinds VALUES (?, ?)')
  const write = db.prepare('INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?)')
  const remove = db.prepare('DELETE FROM records WHERE service = ? AND kind = ? AND key = ?')

  // All changes of one request are one transaction.
  let open = false
  const begin = (): void => {
    if (open) return
    open = true
    db.exec('BEGIN')
  }
  const commit = (): void => {
    if (open) db.exec('COMMIT')
    open = false
  }

  return {
    kept(service, table) {
      if (!known.get(service, table)) {
        begin()
        note.run(service, table)
        return null
      }
      return read.all(service, table).map(({ json }): unknown => JSON.parse(String(json)))
    },
    onChange(service, table, key, row) {
      begin()
      if (row === null) remove.run(service, table, key)
      else write.run(service, table, key, JSON.stringify(row))
    },
    flush: commit,
    close() {
      commit()
      db.close()
    },
  }
}
