import type { BackupJob, ImportPreview, JobState } from '../../../shared/backup'
import { type Clock, wait } from '../../../shared/clock'
import type { EntryPatch, EntryRef } from '../../../shared/entry'
import { AppError, toFailure } from '../../../shared/failure'
import { kindOf } from '../../../shared/media'
import type { PlanRow } from '../../backup/difference/types'
import type { NewTitle } from '../../backup/thread/new-titles'
import type { BackupJobs, JobRow, PlannedRow } from '../../db/backup-jobs'
import type { Database } from '../../db/database'
import type { HistoryRow } from '../../db/history'
import type { Accounts } from '../accounts'
import type { TakeBack } from '../history'
import type { Library } from '../library'
import type { Reports } from './report'
import { createUndoing } from './undoing'

interface Options {
  db: Database
  table: BackupJobs
  accounts: Accounts
  change: Library['many']
  takeBack: TakeBack
  snapshot: () => Promise<string>
  /** Takes in what is known of titles that come onto the list. Failure: `storage`. */
  takeTitles: (accountId: number, titles: readonly NewTitle[]) => Promise<void>
  /** An import of this account is being taken over. */
  onApplying: (accountId: number) => void
  reports: Reports
  clock: Clock
  onChanged: () => void
  onError: (error: unknown) => void
}

/** Titles in one transaction: small enough that an edit in between waits for nothing. */
const sliceRows = 100
const planSlice = 500

/** States in which nothing more is to be reported. */
const ended: ReadonlySet<JobState> = new Set(['applied', 'cancelled', 'undone', 'failed'])

export type Applying = ReturnType<typeof createApplying>

/**
 * Carries imports out, slice by slice, through the queue. Where it stands is written down in the
 * same transaction as what was done, so that it goes on after a kill and doubles nothing.
 */
export function createApplying(options: Options) {
  const { db, table, accounts, clock, onChanged } = options
  let running: Promise<void> | null = null
  let isStopped = false
  const undoing = createUndoing(options)
  /** Who waits for imports to be taken back, by job. */
  const waiting = new Map<number, PromiseWithResolvers<number>>()

  function put(job: JobRow): JobRow {
    table.update(job)
    onChanged()
    return job
  }

  /** Failures: `storage`. */
  async function begin(
    about: ImportPreview,
    plan: readonly PlanRow[],
    newTitles: readonly NewTitle[],
    left: Uint8Array,
  ): Promise<BackupJob> {
    const snapshot = await options.snapshot()
    await options.takeTitles(about.accountId, newTitles)
    const job = table.add(about.accountId, about.file, clock.wall(), about)
    options.reports.note(job.id, left)
    for (let from = 0; from < plan.length; from += planSlice) {
      db.transaction(() => {
        for (const [index, row] of plan.slice(from, from + planSlice).entries()) {
          const patch = row.type === 'remove' ? null : row.patch
          table.addPlanned(job.id, {
            seq: from + index,
            title: row.ref.title,
            patch,
            row: row.row,
          })
        }
      })
      await wait(clock, 0)
    }
    const started = put({ ...job, state: 'applying', planned: plan.length, snapshot })
    pump()
    return toBackupJob(started)
  }

  function pump() {
    running ??= work()
      .catch(options.onError)
      .finally(() => (running = null))
  }

  async function work() {
    for (;;) {
      if (isStopped) return
      const job = table.list().findLast(({ state }) => state === 'applying' || state === 'undoing')
      if (!job) return
      try {
        if (job.state === 'undoing') stepBack(job)
        else {
          options.onApplying(job.account)
          if (!step(job)) finish(job.id)
        }
      } catch (error) {
        put({ ...job, state: 'failed', failure: toFailure(error) })
        options.reports.forget(job.id)
        waiting.get(job.id)?.reject(error)
      }
      await wait(clock, 0)
    }
  }

  function stepBack(job: JobRow) {
    const count = undoing.step(job)
    if (count === null) return onChanged()
    put({ ...job, state: 'undone' })
    options.reports.forget(job.id)
    waiting.get(job.id)?.resolve(count)
  }

  /** Does the next slice; false when there is none. */
  function step(job: JobRow): boolean {
    const rows = table.planned(job.id, job.done, sliceRows)
    if (rows.length === 0) return false
    try {
      apply(job, rows)
    } catch (error) {
      if (!(error instanceof AppError) || error.failure.code !== 'invalid-input') throw error
      for (const row of rows) applyOne(job.id, row)
    }
    onChanged()
    return true
  }

  function apply(job: JobRow, rows: readonly PlannedRow[]) {
    const account = accounts.need(job.account)
    const refs = rows.map(({ title }): EntryRef => ({ accountId: account.id, title }))
    const patches = new Map(rows.map((row) => [row.title, withKnownLists(row)]))
    const edit = { source: 'import', origin: 'import', group: job.group, rules: false } as const
    const after = (made: readonly HistoryRow[]) => {
      const group = job.group ?? made[0]?.group ?? null
      table.update({ ...job, done: job.done + rows.length, group })
    }
    options.change(refs, ({ title }) => patches.get(title) ?? null, edit, after)

    /** A service takes only lists that it knows; which were left out stands in the report. */
    function withKnownLists({ title, patch }: PlannedRow): EntryPatch | null {
      if (patch?.customLists === undefined) return patch
      if (!account.capabilities.writable.includes('customLists')) return patch
      const known = account.options.customLists[kindOf(title)]
      return { ...patch, customLists: patch.customLists.filter((name) => known.includes(name)) }
    }
  }

  function applyOne(id: number, row: PlannedRow) {
    const job = table.get(id)
    if (!job) return
    try {
      apply(job, [row])
    } catch (error) {
      table.refuse(id, row.seq, toFailure(error))
      table.update({ ...job, done: job.done + 1, refused: job.refused + 1 })
    }
  }

  function finish(id: number) {
    const job = table.get(id)
    if (job) end(job, 'applied')
  }

  /** Plan and state go together, and the note after them: a kill in between loses nothing of the report. */
  function end(job: JobRow, state: 'applied' | 'cancelled') {
    const report = options.reports.save(job, table.refusedOf(job.id))
    giveUp({ ...job, state, report })
  }

  function giveUp(job: JobRow) {
    db.transaction(() => {
      table.forgetPlan(job.id)
      table.update(job)
    })
    options.reports.forget(job.id)
    onChanged()
  }

  function need(id: number): JobRow {
    const job = table.get(id)
    if (!job) throw new AppError({ code: 'gone', reason: 'no-job' })
    return job
  }

  return {
    begin,
    jobs: (): BackupJob[] => table.list().map(toBackupJob),
    /** Stops taking rows over, or goes on. What has been taken over waits in the queue as ever. */
    pause(id: number, paused: boolean) {
      const job = need(id)
      if (job.state === 'applying' && paused) put({ ...job, state: 'paused' })
      if (job.state === 'paused' && !paused) {
        put({ ...job, state: 'applying' })
        pump()
      }
    },
    /** Ends an import early; what was taken over stays and can be undone. */
    cancel(id: number) {
      const job = need(id)
      if (job.state !== 'applying' && job.state !== 'paused') return
      end(job, 'cancelled')
    },
    /** Takes back all that an import changed. Answers how many titles. Failures: `gone`, `storage`. */
    undo(id: number): Promise<number> {
      const job = need(id)
      if (job.state === 'undone' || job.state === 'undoing' || job.group === null) {
        throw new AppError({ code: 'gone', reason: 'nothing-to-undo' })
      }
      const answer = Promise.withResolvers<number>()
      waiting.set(id, answer)
      put({ ...job, state: 'undoing' })
      pump()
      return answer.promise.finally(() => waiting.delete(id))
    },
    /** Goes on with what the last run left. A plan that was not whole yet is given up. */
    start() {
      for (const job of table.list()) {
        if (job.state === 'preparing') giveUp({ ...job, state: 'cancelled' })
        else if (ended.has(job.state)) options.reports.forget(job.id)
      }
      pump()
    },
    stop: () => void (isStopped = true),
  }
}

function toBackupJob(row: JobRow): BackupJob {
  const { id, file, state, madeAt, planned, done, refused, snapshot, report, failure } = row
  return {
    id,
    accountId: row.account,
    file,
    state,
    madeAt,
    planned,
    done,
    refused,
    snapshot,
    report,
    failure,
  }
}
