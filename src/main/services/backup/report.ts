import { join } from 'node:path'
import type { JobRow, PlannedRow } from '../../db/backup-jobs'
import { utf8 } from '../../backup/writers/export'
import { saveFile } from './save-file'

/** Keeps what became of an import; answers the path. Failure: `storage`. */
export type SaveReport = (job: JobRow, refused: readonly PlannedRow[]) => string

/** Reports are JSON files beside the backups: what was planned, done, refused and left out. */
export function createReports(folder: string): SaveReport {
  return ({ id, file, madeAt, planned, done, snapshot, about }, refused) => {
    const path = join(folder, `import-${id}-report.json`)
    const text = JSON.stringify(
      {
        file,
        madeAt: new Date(madeAt).toISOString(),
        snapshot,
        planned,
        done,
        refused: refused.map(({ title, row, refused: failure }) => ({ title, row, failure })),
        preview: about,
      },
      null,
      2,
    )
    saveFile(path, utf8(`${text}\n`))
    return path
  }
}
