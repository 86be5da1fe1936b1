import type { Clock } from '../../shared/clock'
import type { Entry } from '../../shared/entry'
import type { Failure } from '../../shared/failure'
import type { AccountRow } from '../db/accounts'
import type { Entries } from '../db/entries'
import type { HistoryRow } from '../db/history'
import { packKey, unpackKey, type PackedKey } from '../db/keys'
import { planRow, type OutboxRow, type OutboxTable } from '../db/outbox'
import type { ListPage } from '../providers/provider'
import type { Apply } from './apply'
import { decide, decideRow } from './decide'
import type { Freshness } from './freshness'
import type { Job } from './jobs'
import { isTooMuch } from './loss'
import type { MergeRules } from './merge'
import type { Plan } from './plan'
import type { Settle } from './settle'

interface Options {
  outbox: OutboxTable
  entries: Entries
  plan: Plan
  settle: Settle
  freshness: Freshness
  apply: Apply
  clock: Clock
  rules: () => MergeRules
  /** Rows whose state or entry is not what it was. */
  onChanged: (keys: readonly PackedKey[]) => void
  /** Others changed entries, which answers of writes told. */
  onTold: (changes: readonly HistoryRow[]) => void
  onSignedOut: (account: number, failure: Failure) => void
  /** These rows arrived as they are. */
  onWritten: (account: AccountRow, sent: readonly OutboxRow[]) => void
}

export type Outcome = ReturnType<typeof createOutcome>

/** What an answer, or none, makes of the rows of a request. All of it may fail with `storage`. */
export function createOutcome(options: Options) {
  const { outbox, entries, plan, settle, freshness, apply, clock, rules, onChanged, onSignedOut } =
    options

  /** The request was answered. `askedAt` is when it left, in monotonic ms. */
  async function done(account: AccountRow, job: Job, answer: unknown, askedAt: number) {
    if (job.kind === 'read') await wasRead(account, job, answer as ListPage, askedAt)
    else if (job.kind === 'remove') wasRemoved(job.sent[0], askedAt)
    else wasWritten(job, answer as readonly (Entry | null)[], askedAt)
    reload(job.rows)
    if (job.kind === 'write') options.onWritten(account, job.sent)
  }

  async function wasRead(
    { id, realm }: AccountRow,
    job: Job & { kind: 'read' },
    { items }: ListPage,
    askedAt: number,
  ) {
    const heard = { account: id, realm, kind: job.list, items, askedAt, tell: true }
    if (job.titles) return apply.apply({ ...heard, asked: titlesOf(job.rows) })
    const shown = new Set(items.map(({ entry }) => packKey(id, entry.title)))
    const missing = entries.keys(id, job.list).filter((key) => !shown.has(key) && !plan.get(key))
    const isBelieved = !isTooMuch(missing.length, entries.count(id, job.list))
    // A whole list speaks for all that waits; what is being written crosses it.
    const waiting = plan.ofList(id, job.list).filter(({ busy }) => busy !== 'writing')
    // A title that is to be put on the list is not there: no loss, and nothing that it could harm.
    const isNew = (key: PackedKey) => outbox.get(key)?.base === null
    const asked = waiting.map(({ key }) => key).filter((key) => isBelieved || isNew(key))
    const unseen = job.rows.filter((key) => !isBelieved && !shown.has(key) && !isNew(key))
    await apply.apply({ ...heard, asked: titlesOf(asked) })
    // What else it does not show is the sync's to take off, and is not taken for known until then.
    for (const key of missing) freshness.missed(key, askedAt)
    for (const key of unseen) postpone(key, job, { code: 'bad-answer' })
  }

  function wasWritten(
    job: Job & { kind: 'write' },
    answers: readonly (Entry | null)[],
    askedAt: number,
  ) {
    const changes: HistoryRow[] = []
    for (const [index, sent] of job.sent.entries()) {
      const answer = answers[index] ?? null
      if (answer === null && job.equal) doubt(sent.key)
      else {
        const change = settle.written(sent, answer, rules())
        if (change) changes.push(change)
        freshness.heard(sent.key, askedAt, clock.monotonic())
      }
    }
    if (changes.length > 0) options.onTold(changes)
  }

  function wasRemoved(sent: OutboxRow, askedAt: number) {
    settle.removed(sent)
    freshness.heard(sent.key, askedAt, clock.monotonic())
  }

  /** The request failed; what concerns the whole service has been seen to already. */
  function failed(account: AccountRow, job: Job, failure: Failure, askedAt: number) {
    const removed = failure.code === 'gone' ? goneAsWished(job) : null
    if (removed) wasRemoved(removed, askedAt)
    else for (const key of job.rows) postpone(key, job, failure)
    if (decide(failure, 0).kind === 'sign-in') onSignedOut(account.id, failure)
    reload(job.rows)
  }

  /** The row whose title is off the list already, as the user wants it, perhaps since it left. */
  function goneAsWished(job: Job): OutboxRow | null {
    if (job.kind === 'remove') return job.sent[0]
    const [sent] = job.kind === 'write' && job.sent.length === 1 ? job.sent : []
    return sent && outbox.get(sent.key)?.wanted === null ? sent : null
  }

  function postpone(key: PackedKey, job: Job, failure: Failure) {
    const row = outbox.get(key)
    const planned = plan.get(key)
    if (!row || !planned) return
    const decision = decideRow(failure, row.attempts, job)
    const again = decision.kind === 'again' ? decision : null
    if (again) planned.dueAt = clock.monotonic() + again.afterMs
    if (again?.alone) planned.single = true
    if (again?.readFirst || decision.kind === 'attention') freshness.doubt(key, clock.monotonic())
    const isSure = job.kind !== 'read' && !again?.readFirst && failure.code !== 'unexpected'
    const left = isSure ? settle.notArrived(row) : row
    if (!left) return
    const attempts = row.attempts + 1
    if (decision.kind === 'attention') {
      outbox.put({ ...left, state: 'attention', failure, attempts })
    } else if (again && again.afterMs > 0) {
      outbox.put({ ...left, failure, attempts })
    } else if (left.sent !== row.sent) outbox.put(left)
  }

  /** It may not have arrived: the service is read, then the row goes alone. */
  function doubt(key: PackedKey) {
    freshness.doubt(key, clock.monotonic())
    const planned = plan.get(key)
    if (planned) planned.single = true
  }

  /** Takes over how rows stand in the outbox now. */
  function reload(keys: readonly PackedKey[]) {
    for (const key of keys) {
      const row = outbox.get(key)
      plan.put(key, row && planRow(row))
    }
    onChanged(keys)
  }

  return {
    done,
    failed,
    reload,
    /** The row cannot be put into words for the service: only the user can help. */
    unspeakable(key: PackedKey, failure: Failure) {
      const row = outbox.get(key)
      if (row) outbox.put({ ...row, state: 'attention', failure })
      reload([key])
    },
  }
}

function titlesOf(keys: readonly PackedKey[]) {
  return keys.map((key) => unpackKey(key).title)
}
