import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { LeftOut } from '../../backup/difference/left-out'
import { utf8 } from '../../backup/writers/export'
import type { JobRow, PlannedRow } from '../../db/backup-jobs'
import { saveFile } from './save-file'

export interface Reports {
  /** Keeps what an import leaves out until its end, which may be in a later run. Failure: `storage`. */
  note(job: number, left: LeftOut): void
  /** Keeps what became of an import; answers the path. Failure: `storage`. */
  save(job: JobRow, refused: readonly PlannedRow[]): string
}

/** Reports are JSON files beside the backups: what was planned, done, refused and left out. */
export function createReports(folder: string): Reports {
  const noteOf = (job: number) => join(folder, `import-${job}-left-out.json`)

  return {
    note: (job, left) => saveJson(noteOf(job), left),
    save({ id, file, madeAt, planned, done, snapshot, about }, refused) {
      const path = join(folder, `import-${id}-report.json`)
      saveJson(path, {
        file,
        madeAt: new Date(madeAt).toISOString(),
        snapshot,
        planned,
        done,
        refused: refused.map(({ title, row, refused: failure }) => ({ title, row, failure })),
        leftOut: noted(noteOf(id)),
        preview: about,
      })
      rmSync(noteOf(id), { force: true })
      return path
    },
  }
}

function saveJson(path: string, value: unknown) {
  saveFile(path, utf8(`${JSON.stringify(value, null, 2)}\n`))
}

/** What was noted; `null` when somebody took the file away. */
function noted(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown
  } catch {
    return null
  }
}
