import { DatabaseSync } from 'node:sqlite'
import { AppError } from '../../shared/failure'
import { migrations } from './migrations/index'
import { storageFailure } from './storage-failure'

/** The one connection that writes. Only main holds one. */
export interface Database {
  readonly sql: DatabaseSync
  /** All of `work` or none of it; durable when it returns. Failure: `storage`. Nests by joining. */
  transaction<T>(work: () => T): T
  /**
   * The same without waiting for the disk: for what was read of a service and can be read again.
   * A power cut takes such commits back from the latest on, never one that a durable commit followed.
   */
  quickly<T>(work: () => T): T
  /** Told when a transaction is taken back: what was kept beside the tables may be wrong. */
  onRollback(listener: () => void): void
  close(): void
}

export const newestVersion = Math.max(...migrations.map(({ version }) => version))

/**
 * Opens the database, brings it to the newest version and makes every commit durable.
 * Fails with `storage`: reason `newer` for a file of a later version, `damaged` for one that is
 * not a database, else what the disk says.
 */
export function openDatabase(file: string): Database {
  let sql: DatabaseSync | undefined
  try {
    sql = new DatabaseSync(file)
    prepare(sql)
    migrate(sql)
    return wrap(sql)
  } catch (error) {
    sql?.close()
    throw storageFailure(error)
  }
}

/** Opens a database beside the one that writes, to read only. Failure: `storage`. */
export function openForReading(file: string): Database {
  try {
    return wrap(new DatabaseSync(file, { readOnly: true }))
  } catch (error) {
    throw storageFailure(error)
  }
}

function prepare(sql: DatabaseSync) {
  // Twice the usual page: a table splits half as often, and a split rewrites its neighbours too.
  sql.exec('PRAGMA page_size = 8192')
  sql.exec('PRAGMA journal_mode = WAL')
  // FULL syncs the log at each commit: an acknowledged edit survives a power cut.
  sql.exec('PRAGMA synchronous = FULL')
  sql.exec('PRAGMA fullfsync = ON')
  sql.exec('PRAGMA busy_timeout = 2000')
  sql.exec('PRAGMA foreign_keys = ON')
}

function migrate(sql: DatabaseSync) {
  const { user_version: version } = sql.prepare('PRAGMA user_version').get() as {
    user_version: number
  }
  if (version > newestVersion) {
    throw new AppError({
      code: 'storage',
      reason: 'newer',
      detail: `version ${version}, this program knows ${newestVersion}`,
    })
  }
  for (const step of migrations.filter((step) => step.version > version)) {
    sql.exec('BEGIN IMMEDIATE')
    sql.exec(step.sql)
    sql.exec(`PRAGMA user_version = ${step.version}`)
    sql.exec('COMMIT')
  }
}

function wrap(sql: DatabaseSync): Database {
  const listeners: (() => void)[] = []

  function transaction<T>(work: () => T): T {
    if (sql.isTransaction) return work()
    try {
      sql.exec('BEGIN IMMEDIATE')
      const result = work()
      sql.exec('COMMIT')
      return result
    } catch (error) {
      if (sql.isTransaction) sql.exec('ROLLBACK')
      for (const listener of listeners) listener()
      throw storageFailure(error)
    }
  }

  function quickly<T>(work: () => T): T {
    if (sql.isTransaction) return work()
    sql.exec('PRAGMA synchronous = NORMAL')
    try {
      return transaction(work)
    } finally {
      sql.exec('PRAGMA synchronous = FULL')
    }
  }

  return {
    sql,
    onRollback: (listener) => void listeners.push(listener),
    transaction,
    quickly,
    close: () => sql.close(),
  }
}
