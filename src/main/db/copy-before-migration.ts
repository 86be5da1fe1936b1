import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError, toFailure } from '../../shared/failure'
import { newestVersion, openForReading } from './database'
import { storageFailure } from './storage-failure'

/**
 * Copies a database that is about to be brought to a newer version into `folder`; answers the
 * path, or `null` when there is nothing to bring forward. A damaged one is left to the repair.
 * Failure: `storage`, and then nothing may be migrated.
 */
export function copyBeforeMigration(file: string, folder: string): string | null {
  if (!existsSync(file)) return null
  try {
    return copy(file, folder)
  } catch (error) {
    const failure = toFailure(storageFailure(error))
    if (failure.reason === 'damaged' || failure.reason === 'cannot-open') return null
    throw new AppError(failure, { cause: error })
  }
}

function copy(file: string, folder: string): string | null {
  const { sql, close } = openForReading(file)
  try {
    const { user_version: version } = sql.prepare('PRAGMA user_version').get() as {
      user_version: number
    }
    if (version === 0 || version >= newestVersion) return null
    mkdirSync(folder, { recursive: true })
    const path = join(folder, `before-version-${newestVersion}.db`)
    rmSync(path, { force: true })
    sql.prepare('VACUUM INTO ?').run(path)
    return path
  } finally {
    close()
  }
}
