import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { openDatabase, type Database } from './database'
import { storageReason } from './storage-failure'
import { toFailure } from '../../shared/failure'

export interface Opened {
  readonly db: Database
  /** Where the damaged file was put aside; `null` when all was well. */
  readonly setAside: string | null
}

/** What cannot be had again from a service; lists and titles can. */
const irreplaceable = [
  'realms',
  'accounts',
  'outbox',
  'commands',
  'drafts',
  'history',
  'meta',
  'buckets',
  'airing_shows',
  'airing_names',
  'airing_notices',
] as const

type Saved = Partial<Record<(typeof irreplaceable)[number], Record<string, SQLInputValue>[]>>

/**
 * Opens the database. A damaged one is put aside, what waits in it is saved, and a new one is
 * made, to be filled from the services. Failure: `storage` when even that is not possible.
 */
export function openOrRepair(file: string): Opened {
  const marker = markerOf(file)
  if (!existsSync(marker)) {
    try {
      const db = openDatabase(file)
      probe(db)
      return { db, setAside: null }
    } catch (error) {
      if (storageReason(error) !== 'damaged' && toFailure(error).reason !== 'damaged') throw error
    }
  }
  const saved = salvage(file)
  const setAside = putAside(file)
  const db = openDatabase(file)
  restore(db, saved)
  rmSync(marker, { force: true })
  return { db, setAside }
}

/** Remembers that the file turned out damaged while it was in use: the next start repairs it. */
export function markDamaged(file: string) {
  writeFileSync(markerOf(file), '')
}

const markerOf = (file: string) => `${file}.damaged`

/** Reads what a start reads anyway, so that damage there is met now. */
function probe({ sql, close }: Database) {
  try {
    for (const table of ['realms', 'accounts', 'outbox', 'meta']) {
      sql.prepare(`SELECT COUNT(*) FROM ${table}`).get()
    }
    sql.prepare('SELECT MAX(key) FROM entries').get()
  } catch (error) {
    close()
    throw error
  }
}

function salvage(file: string): Saved {
  const saved: Saved = {}
  let old: DatabaseSync | undefined
  try {
    old = new DatabaseSync(file)
    for (const table of irreplaceable) saved[table] = readable(old, table)
  } catch {
    // Not a database at all: nothing of it can be read.
  } finally {
    old?.close()
  }
  return saved
}

/** The rows of a table around what cannot be read: from its start, then from its end. */
function readable(old: DatabaseSync, table: string) {
  const rows: Record<string, SQLInputValue>[] = []
  for (const order of ['ASC', 'DESC']) {
    try {
      for (const row of old.prepare(`SELECT * FROM ${table} ORDER BY rowid ${order}`).iterate()) {
        rows.push(row)
      }
      return rows
    } catch {
      // What came before the damage is kept; a row that is met twice goes in once.
    }
  }
  return rows
}

function putAside(file: string): string {
  let n = 1
  while (existsSync(`${file}.damaged-${n}`)) n += 1
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, `${file}.damaged-${n}${suffix}`)
  }
  return `${file}.damaged-${n}`
}

function restore(db: Database, saved: Saved) {
  db.transaction(() => {
    for (const table of irreplaceable) {
      for (const row of saved[table] ?? []) insert(db, table, row)
    }
    // The lists are read anew, whole.
    db.sql.exec(`UPDATE accounts SET synced_at = NULL;
      DELETE FROM meta WHERE name LIKE 'newest:%' OR name LIKE 'whole:%'`)
  })
}

function insert({ sql }: Database, table: string, row: Record<string, SQLInputValue>) {
  const names = Object.keys(row)
  const marks = names.map(() => '?').join(', ')
  try {
    sql
      .prepare(`INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${marks})`)
      .run(...Object.values(row))
  } catch {
    // A row that breaks the table's rules is damage too.
  }
}
