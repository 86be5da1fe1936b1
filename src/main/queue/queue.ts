import type { CancelTimer, Clock } from '../../shared/clock'
import { toFailure } from '../../shared/failure'
import type { AccountRow } from '../db/accounts'
import type { PackedKey } from '../db/keys'
import { planRow, type OutboxTable } from '../db/outbox'
import { storageFailure } from '../db/storage-failure'
import { storageRestMs } from './decide'
import type { Freshness } from './freshness'
import type { Priority } from './gate'
import { nextJob, workFor, type Job } from './jobs'
import type { Outcome } from './outcome'
import type { Plan, Planned } from './plan'
import type { ServiceCall } from '../providers/provider'
import type { Realm } from './realm'
import type { Settle } from './settle'

interface Options {
  outbox: OutboxTable
  plan: Plan
  settle: Settle
  freshness: Freshness
  outcome: Outcome
  clock: Clock
  /** Accounts that are signed in. */
  accounts: () => readonly AccountRow[]
  realmOf: (account: AccountRow) => Realm
  /** ms that an edit waits before it leaves. */
  holdMs: () => number
  /** Rows whose state or entry is not what it was. */
  onChanged: (keys: readonly PackedKey[]) => void
  onError: (error: unknown) => void
}

/** A request that waits for its turn, or is under way. */
interface Worker {
  readonly realm: number
  readonly bucket: string
  readonly priority: Priority
  readonly stop: AbortController
  sending: boolean
}

/** Before everything that is due by itself. */
const atOnce = -1e12

export type Queue = ReturnType<typeof createQueue>

/**
 * Sends what waits. What a request carries is chosen when its turn has come, so that edits made
 * until then travel along; order is kept per title only, and no row holds up another: each limit
 * of a service has a turn of its own.
 */
export function createQueue(options: Options) {
  const { outbox, plan, settle, freshness, outcome, clock, accounts, realmOf } = options
  const workers = new Set<Worker>()
  let cancelTimer: CancelTimer | undefined
  let restsUntil = -Infinity
  let held = false
  let started = false
  let stopped = false
  let closed = false
  let onIdle: (() => void) | undefined

  // What earlier runs left is known at once, so that nothing looks saved that is not.
  const left = outbox.index()
  for (const [index, row] of left.entries()) plan.put(row.key, row, index - left.length)

  /** Starts as many requests as there are places for, and sleeps until the next row is due. */
  function pump() {
    cancelTimer?.()
    if (!started || stopped || held) return
    const now = clock.monotonic()
    if (now < restsUntil) {
      cancelTimer = clock.after(restsUntil - now, pump)
      return
    }
    const owners = new Map(accounts().map((account) => [account.id, account]))
    const firsts = plan.firsts(now, (row) => {
      const owner = owners.get(row.account)
      return owner ? placeOf(realmOf(owner), row, now) : null
    })
    for (const row of firsts.values()) {
      const owner = owners.get(row.account)
      if (owner) offer(realmOf(owner), owner, row, now)
    }
    const next = plan.nextDueAt(now)
    if (next < Infinity) cancelTimer = clock.after(next - now, pump)
  }

  function placeOf(realm: Realm, row: Planned, now: number) {
    return `${realm.id} ${bucketFor(realm, row, now)}`
  }

  function bucketFor(realm: Realm, row: Planned, now: number) {
    return realm.bucketOf(workFor(row, (one) => isFresh(one, now)))
  }

  /** One request at a time waits for a limit; the user's own takes the place of an import's. */
  function offer(realm: Realm, account: AccountRow, first: Planned, now: number) {
    const bucket = bucketFor(realm, first, now)
    const priority: Priority = first.origin === 'import' ? 'import' : 'edit'
    const waiting = [...workers].filter(
      (one) =>
        one.realm === realm.id && one.bucket === bucket && !one.sending && !one.stop.signal.aborted,
    )
    if (waiting.some((one) => one.priority === priority || one.priority === 'edit')) return
    for (const outranked of waiting) outranked.stop.abort()
    void work(realm, account, bucket, priority)
  }

  async function work(realm: Realm, account: AccountRow, bucket: string, priority: Priority) {
    const stop = new AbortController()
    const worker: Worker = { realm: realm.id, bucket, priority, stop, sending: false }
    workers.add(worker)
    let job: Job | undefined
    let askedAt = 0
    const choose = () => {
      worker.sending = true
      job ??= take(realm, account.id, bucket)
      askedAt = clock.monotonic()
      // The next one may wait for its turn meanwhile.
      queueMicrotask(pump)
      return job?.call as ServiceCall<unknown> | undefined
    }
    const subject = () => String(job?.rows[0])
    const ask = { priority, account: account.id, signal: stop.signal, subject }
    try {
      const answer = await realm.execute.atTurn(bucket, choose, ask)
      if (job && !closed) await outcome.done(account, job, answer, askedAt)
    } catch (error) {
      if (!closed) failed(account, job, error, askedAt)
    } finally {
      workers.delete(worker)
      if (job) mark(job.rows, null)
      if (workers.size === 0) onIdle?.()
      pump()
    }
  }

  /** A disk that refuses must not end the queue: the rows are still there and wait. */
  function failed(account: AccountRow, job: Job | undefined, error: unknown, askedAt: number) {
    const failure = toFailure(storageFailure(error))
    if (failure.code === 'unexpected') options.onError(error)
    if (failure.code === 'storage') restsUntil = clock.monotonic() + storageRestMs
    if (!job) return
    try {
      outcome.failed(account, job, failure, askedAt)
    } catch (worse) {
      options.onError(worse)
      restsUntil = clock.monotonic() + storageRestMs
    }
  }

  /** The job for a turn; from here on its rows may arrive. Failure: `storage`, then nothing leaves. */
  function take(realm: Realm, accountId: number, bucket: string): Job | undefined {
    const account = accounts().find(({ id }) => id === accountId)
    const job = account && choose(realm, account, bucket)
    if (!job) return undefined
    if (job.kind !== 'read') settle.leaving(job.sent)
    mark(job.rows, job.kind === 'read' ? 'reading' : 'writing')
    return job
  }

  function choose(realm: Realm, owner: AccountRow, bucket: string): Job | null {
    const now = clock.monotonic()
    const fresh = (row: Planned) => isFresh(row, now)
    for (;;) {
      if (held || stopped) return null
      const due = plan.due(owner.id, now).filter((row) => bucketFor(realm, row, now) === bucket)
      const [first] = due
      if (!first) return null
      try {
        const { provider } = realm
        const job = nextJob({ provider, owner, due, read: outbox.get, isFresh: fresh })
        if (job) return job
        // Planned, but not in the outbox.
        outcome.reload([first.key])
      } catch (error) {
        const failure = toFailure(storageFailure(error))
        if (failure.code === 'storage') throw error
        if (first.single) outcome.unspeakable(first.key, failure)
        first.single = true
      }
    }
  }

  function isFresh(row: Planned, now: number) {
    return !row.unsure && freshness.isFresh(row.key, now)
  }

  function mark(keys: readonly PackedKey[], busy: Planned['busy']) {
    for (const key of keys) {
      const planned = plan.get(key)
      if (planned) planned.busy = busy
    }
    if (!closed) options.onChanged(keys)
  }

  return {
    /** Nothing is sent before; then what earlier runs left, in the order of its last touch. */
    start() {
      started = true
      pump()
    },
    /** The outbox of these titles has changed: each waits for the hold, then leaves. */
    touched(keys: readonly PackedKey[]) {
      const now = clock.monotonic()
      for (const key of keys) {
        const row = outbox.get(key)
        const dueAt = row?.origin === 'import' ? now : now + options.holdMs()
        plan.put(key, row && planRow(row), dueAt)
      }
      pump()
    },
    reload(keys: readonly PackedKey[]) {
      outcome.reload(keys)
      pump()
    },
    /** Ends the hold of one row or of all. A pause that a service asked for is kept. */
    sendNow(key: PackedKey | null) {
      const now = clock.monotonic()
      if (key === null) for (const row of plan.all()) row.dueAt = Math.min(row.dueAt, now)
      const one = key === null ? undefined : plan.get(key)
      if (one) one.dueAt = atOnce
      restsUntil = -Infinity
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
    /** Nothing leaves any more; resolves when what is under way has ended, or after so many ms. */
    async stop(mostMs: number) {
      stopped = true
      cancelTimer?.()
      for (const worker of workers) if (!worker.sending) worker.stop.abort()
      if (workers.size > 0) {
        await new Promise<void>((resolve) => {
          const cancel = clock.after(mostMs, resolve)
          onIdle = () => {
            cancel()
            resolve()
          }
        })
      }
      closed = true
    },
  }
}
