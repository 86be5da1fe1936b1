import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '../../../shared/failure'
import type { BackupJobs } from '../../db/backup-jobs'
import { saveFile } from './save-file'

interface Options {
  table: Pick<BackupJobs, 'get'>
  chooseSavePath: (suggestedName: string) => Promise<string | null>
}

/**
 * Saves the report of an import where the user says; answers the path, `null` when they thought better
 * of it. Failures: `gone` where there is none (any more), `storage`.
 */
export function createSaveReport({ table, chooseSavePath }: Options) {
  return async (job: number): Promise<string | null> => {
    const report = table.get(job)?.report ?? null
    if (report === null) throw new AppError({ code: 'gone', reason: 'no-file' })
    const path = await chooseSavePath(basename(report))
    if (path !== null) saveFile(path, bytesOf(report))
    return path
  }
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new AppError({ code: 'gone', reason: 'no-file' }, { cause: error })
  }
}
