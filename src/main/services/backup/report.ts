import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { utf8 } from '../../backup/writers/export'
import type { JobRow, PlannedRow } from '../../db/backup-jobs'
import { saveFile } from './save-file'

export interface Reports {
  /** Keeps what an import leaves out (JSON) until its end, which may be in a later run. Failure: `storage`. */
  note(job: number, left: Uint8Array): void
  /** Keeps what became of an import; answers the path. Failure: `storage`. */
  save(job: JobRow, refused: readonly PlannedRow[]): string
}

/** Reports are JSON files beside the backups: what was planned, done, refused and left out. */
export function createReports(folder: string): Reports {
  const noteOf = (job: number) => join(folder, `import-${job}-left-out.json`)

  return {
    note: (job, left) => saveFile(noteOf(job), left),
    save({ id, file, madeAt, planned, done, snapshot, about }, refused) {
      const path = join(folder, `import-${id}-report.json`)
      const report = {
        file,
        madeAt: new Date(madeAt).toISOString(),
        snapshot,
        planned,
        done,
        refused: refused.map(({ title, row, refused: failure }) => ({ title, row, failure })),
        preview: about,
      }
      // What was left out may be long, and is JSON already.
      const head = JSON.stringify(report, null, 2).replace(/\n\}$/, '')
      saveFile(path, utf8(`${head},\n  "leftOut": ${noted(noteOf(id))}\n}\n`))
      rmSync(noteOf(id), { force: true })
      return path
    },
  }
}

/** What was noted; `null` when somebody took the file away. */
function noted(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return 'null'
  }
}
