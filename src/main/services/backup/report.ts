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
  /**
   * Gives up what was noted, once it is written down that the import ended: a kill before that has the
   * report saved again. Never fails: a note too many costs but its size.
   */
  forget(job: number): void
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
      return path
    },
    forget(job) {
      try {
        rmSync(noteOf(job), { force: true })
      } catch {
        // Tried again in the next run.
      }
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
