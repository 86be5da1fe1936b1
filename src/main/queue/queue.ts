import type { CancelTimer, Clock } from '../../shared/clock'
import { toFailure, type Failure } from '../../shared/failure'
import type { AccountRow } from '../db/accounts'
import { unpackKey, type PackedKey } from '../db/keys'
import type { OutboxTable } from '../db/outbox'
import type { Apply } from './apply'
import { decide, decideRow } from './decide'
import type { Freshness } from './freshness'
import type { Priority } from './gate'
import { nextJob, type Job } from './jobs'
import { byTurn, type Plan, type Planned } from './plan'
import type { Realm } from './realm'
import type { Settle } from './settle'

interface Options {
  outbox: OutboxTable
  plan: Plan
  settle: Settle
  freshness: Freshness
  apply: Apply
  clock: Clock
  /** Accounts that are signed in. */
  accounts: () => readonly AccountRow[]
  realmOf: (account: AccountRow) => Realm
  /** ms that an edit waits before it leaves. */
  holdMs: () => number
  /** Rows whose state or entry is not what it was. */
  onChanged: (keys: readonly PackedKey[]) => void
  onSignedOut: (account: number, failure: Failure) => void
  onError: (error: unknown) => void
}

interface Worker {
  readonly realm: number
  readonly priority: Priority
  readonly stop: AbortController
  sending: boolean
}

const storageRetryMs = 30_000

export type Queue = ReturnType<typeof createQueue>

/**
 * Sends what waits. What a request carries is chosen when its turn has come, so that edits made
 * until then travel along; order is kept per title only, and no row holds up another.
 */
export function createQueue(options: Options) {
  const { outbox, plan, settle, freshness, apply, clock, accounts, realmOf } = options
  const workers = new Set<Worker>()
  let cancelTimer: CancelTimer | undefined
  let held = false
  let stopped = false

  /** Starts as many requests as there are places for, and sleeps until the next row is due. */
  function pump() {
    cancelTimer?.()
    if (stopped || held) return
    const now = clock.monotonic()
    const byRealm = new Map<number, AccountRow[]>()
    for (const account of accounts()) {
      byRealm.set(account.realm, [...(byRealm.get(account.realm) ?? []), account])
    }
    for (const owned of byRealm.values()) pumpRealm(realmOf(owned[0]!), owned, now)
    const next = plan.nextDueAt(now)
    if (next < Infinity) cancelTimer = clock.after(Math.max(0, next - now), pump)
  }

  function pumpRealm(realm: Realm, owned: readonly AccountRow[], now: number) {
    for (;;) {
      const due = owned.flatMap((account) => plan.due(account.id, now)).sort(byTurn)
      const first = due[0]
      const account = first && owned.find((one) => one.id === first.account)
      if (!account) return
      const own = [...workers].filter((worker) => worker.realm === realm.id)
      const priority: Priority = first.origin === 'import' ? 'import' : 'edit'
      const idle = own.filter((worker) => !worker.sending)
      const outranked = idle.find((worker) => worker.priority === 'import' && priority === 'edit')
      if (outranked && !idle.some((worker) => worker.priority === 'edit')) outranked.stop.abort()
      else if (idle.length > 0 || own.length >= widthOf(realm)) return
      void work(realm, account, priority)
    }
  }

  function widthOf(realm: Realm) {
    return Math.max(...Object.values(realm.provider.buckets).map((bucket) => bucket.inFlight))
  }

  async function work(realm: Realm, account: AccountRow, priority: Priority) {
    const worker: Worker = {
      realm: realm.id,
      priority,
      stop: new AbortController(),
      sending: false,
    }
    workers.add(worker)
    let taken: Job | undefined
    let askedAt = 0
    try {
      const planned = choose(realm, account)
      if (!planned) return
      const answer = await realm.execute.atTurn<unknown>(
        planned.call.bucket,
        () => {
          worker.sending = true
          taken ??= take(choose(realm, account), planned.call.bucket)
          askedAt = clock.monotonic()
          // The next one may wait for its turn meanwhile.
          queueMicrotask(pump)
          return taken?.call
        },
        { priority, account: account.id, signal: worker.stop.signal, subject: subjectOf(planned) },
      )
      if (taken) await done(account, taken, answer, askedAt)
    } catch (error) {
      if (toFailure(error).code === 'unexpected') options.onError(error)
      if (taken) safely(() => failed(account, taken!, toFailure(error)))
    } finally {
      workers.delete(worker)
      if (taken) free(taken)
      pump()
    }
  }

  function choose(realm: Realm, account: AccountRow): Job | null {
    if (held || stopped) return null
    const now = clock.monotonic()
    return nextJob({
      provider: realm.provider,
      owner: account,
      due: plan.due(account.id, now),
      read: outbox.get,
      isFresh: (key) => freshness.isFresh(key, now),
    })
  }

  function take(job: Job | null, bucket: string): Job | undefined {
    if (!job || job.call.bucket !== bucket) return undefined
    mark(job.rows, job.kind === 'read' ? 'reading' : 'writing')
    return job
  }

  /** A disk that refuses must not end the queue: the row is still there and waits. */
  function safely(run: () => void) {
    try {
      run()
    } catch (error) {
      options.onError(error)
      cancelTimer?.()
      cancelTimer = clock.after(storageRetryMs, pump)
    }
  }

  function free(job: Job) {
    mark(job.rows, null)
  }

  function mark(keys: readonly PackedKey[], busy: Planned['busy']) {
    for (const key of keys) {
      const planned = plan.get(key)
      if (planned) planned.busy = busy
    }
    options.onChanged(keys)
  }

  async function done(account: AccountRow, job: Job, answer: unknown, askedAt: number) {
    if (job.kind === 'read') {
      const { items } = answer as { items: [] }
      const { id, realm } = account
      const asked = job.rows.map((key) => unpackKey(key).title)
      const heard = { account: id, realm, kind: job.list, items, asked, askedAt }
      await apply.apply({ ...heard, tell: true })
      if (!job.titles) freshness.heardWhole(id, job.list, askedAt)
      reload(job.rows)
      return
    }
    const now = clock.monotonic()
    if (job.kind === 'remove') {
      settle.removed(job.sent)
      freshness.heard(job.sent.key, now)
    } else {
      for (const [index, sent] of job.sent.entries()) {
        settle.written(sent, (answer as readonly (null | never)[])[index] ?? null)
        freshness.heard(sent.key, now)
      }
    }
    reload(job.rows)
  }

  function failed(account: AccountRow, job: Job, failure: Failure) {
    if (job.kind === 'remove' && failure.code === 'gone') settle.removed(job.sent)
    else for (const key of job.rows) postpone(key, job, failure)
    if (decide(failure, 0).kind === 'sign-in') options.onSignedOut(account.id, failure)
    reload(job.rows)
  }

  function postpone(key: PackedKey, job: Job, failure: Failure) {
    const now = clock.monotonic()
    const row = outbox.get(key)
    const planned = plan.get(key)
    if (!row || !planned) return
    const outcome = decideRow(failure, row.attempts, job)
    if (outcome.kind === 'sign-in') return
    if (outcome.kind === 'attention') {
      outbox.put({ ...row, state: 'attention', failure, attempts: row.attempts + 1 })
      freshness.doubt(key, now)
      return
    }
    if (outcome.readFirst) freshness.doubt(key, now)
    if (outcome.alone) planned.single = true
    planned.dueAt = now + outcome.afterMs
    if (outcome.afterMs > 0) outbox.put({ ...row, failure, attempts: row.attempts + 1 })
  }

  /** Takes over how rows stand in the outbox now. */
  function reload(keys: readonly PackedKey[]) {
    for (const key of keys) plan.put(key, outbox.get(key))
    options.onChanged(keys)
  }

  return {
    /** Rows left by earlier runs are planned; nothing is sent before. */
    start() {
      for (const row of outbox.index()) plan.put(row.key, row)
      pump()
    },
    /** The outbox of these titles has changed: each waits for the hold, then leaves. */
    touched(keys: readonly PackedKey[]) {
      const now = clock.monotonic()
      for (const key of keys) {
        const row = outbox.get(key)
        plan.put(key, row, row?.origin === 'import' ? now : now + options.holdMs())
      }
      pump()
    },
    reload(keys: readonly PackedKey[]) {
      reload(keys)
      pump()
    },
    /** Ends the hold of one row or of all. A pause that a service asked for is kept. */
    sendNow(key: PackedKey | null) {
      for (const row of key === null ? plan.all() : [plan.get(key)]) if (row) row.dueAt = 0
      pump()
    },
    hold(value: boolean) {
      held = value
      if (held) for (const worker of workers) if (!worker.sending) worker.stop.abort()
      pump()
    },
    isHeld: () => held,
    pump,
    isIdle: () => workers.size === 0,
    stop() {
      stopped = true
      cancelTimer?.()
      for (const worker of workers) if (!worker.sending) worker.stop.abort()
    },
  }
}

/** What a bad answer would be blamed on: the row, or the batch as one. */
function subjectOf(job: Job) {
  return job.kind === 'read' ? 'read' : String(job.rows[0])
}
