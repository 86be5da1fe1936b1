import type { JobState } from '../../shared/backup'
import type { EntryPatch } from '../../shared/entry'
import type { Failure } from '../../shared/failure'
import type { TitleKey } from '../../shared/media'
import type { Database } from './database'

export interface JobRow {
  readonly id: number
  readonly account: number
  readonly file: string
  readonly state: JobState
  /** Unix ms. */
  readonly madeAt: number
  readonly planned: number
  readonly done: number
  readonly refused: number
  /** The undo group of its changes; `null` before the first. */
  readonly group: number | null
  readonly snapshot: string | null
  readonly report: string | null
  readonly failure: Failure | null
  /** What the report at the end says of the file. */
  readonly about: unknown
}

export interface PlannedRow {
  readonly seq: number
  readonly title: TitleKey
  /** `null` takes the title off the list. */
  readonly patch: EntryPatch | null
  /** The row of the file; 0 for a removal. */
  readonly row: number
  readonly refused: Failure | null
}

export type BackupJobs = ReturnType<typeof createBackupJobs>

/** Imports and what they still have to do. */
export function createBackupJobs({ sql }: Database) {
  const insert = sql.prepare(
    `INSERT INTO backup_jobs (account, file, state, made_at, planned, done, refused, about)
     VALUES (?, ?, 'preparing', ?, 0, 0, 0, ?)`,
  )
  const select = sql.prepare('SELECT * FROM backup_jobs WHERE id = ?')
  const newest = sql.prepare('SELECT * FROM backup_jobs ORDER BY id DESC LIMIT 50')
  const update = sql.prepare(
    `UPDATE backup_jobs SET state = ?, planned = ?, done = ?, refused = ?, grp = ?, snapshot = ?,
       report = ?, failure = ? WHERE id = ?`,
  )
  const eraseOf = sql.prepare('DELETE FROM backup_jobs WHERE account = ?')
  const erasePlanOf = sql.prepare(
    'DELETE FROM backup_plan WHERE job IN (SELECT id FROM backup_jobs WHERE account = ?)',
  )
  const erasePlan = sql.prepare('DELETE FROM backup_plan WHERE job = ?')
  const plan = sql.prepare(
    'INSERT INTO backup_plan (job, seq, title, patch, source) VALUES (?, ?, ?, ?, ?)',
  )
  const slice = sql.prepare(
    'SELECT * FROM backup_plan WHERE job = ? AND seq >= ? ORDER BY seq LIMIT ?',
  )
  const refuse = sql.prepare('UPDATE backup_plan SET refused = ? WHERE job = ? AND seq = ?')
  const refusedRows = sql.prepare(
    'SELECT * FROM backup_plan WHERE job = ? AND refused IS NOT NULL ORDER BY seq',
  )

  return {
    add(account: number, file: string, madeAt: number, about: unknown): JobRow {
      const { lastInsertRowid } = insert.run(account, file, madeAt, JSON.stringify(about))
      return toJob(select.get(lastInsertRowid) as never)
    },
    get(id: number): JobRow | null {
      const row = select.get(id)
      return row ? toJob(row as never) : null
    },
    /** The latest 50, newest first. */
    list: (): JobRow[] => (newest.all() as never as JobColumns[]).map(toJob),
    update(job: JobRow) {
      const { state, planned, done, refused, group, snapshot, report, failure, id } = job
      const why = failure && JSON.stringify(failure)
      update.run(state, planned, done, refused, group, snapshot, report, why, id)
    },
    removeOf(account: number) {
      erasePlanOf.run(account)
      eraseOf.run(account)
    },
    forgetPlan: (job: number) => void erasePlan.run(job),
    addPlanned(job: number, { seq, title, patch, row }: Omit<PlannedRow, 'refused'>) {
      plan.run(job, seq, title, patch && JSON.stringify(patch), row)
    },
    planned: (job: number, from: number, limit: number): PlannedRow[] =>
      (slice.all(job, from, limit) as never as PlanColumns[]).map(toPlanned),
    refuse: (job: number, seq: number, failure: Failure) =>
      void refuse.run(JSON.stringify(failure), job, seq),
    refusedOf: (job: number): PlannedRow[] =>
      (refusedRows.all(job) as never as PlanColumns[]).map(toPlanned),
  }
}

interface JobColumns {
  id: number
  account: number
  file: string
  state: string
  made_at: number
  planned: number
  done: number
  refused: number
  grp: number | null
  snapshot: string | null
  report: string | null
  failure: string | null
  about: string
}

interface PlanColumns {
  seq: number
  title: string
  patch: string | null
  source: number
  refused: string | null
}

function toJob(row: JobColumns): JobRow {
  const { id, account, file, planned, done, refused, snapshot, report } = row
  return {
    id,
    account,
    file,
    state: row.state as JobState,
    madeAt: row.made_at,
    planned,
    done,
    refused,
    group: row.grp,
    snapshot,
    report,
    failure: row.failure === null ? null : (JSON.parse(row.failure) as Failure),
    about: JSON.parse(row.about) as unknown,
  }
}

function toPlanned({ seq, title, patch, source, refused }: PlanColumns): PlannedRow {
  return {
    seq,
    title: title as TitleKey,
    patch: patch === null ? null : (JSON.parse(patch) as EntryPatch),
    row: source,
    refused: refused === null ? null : (JSON.parse(refused) as Failure),
  }
}
