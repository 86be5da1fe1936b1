import type { AccountRow } from '../../../../src/main/db/accounts'
import type { HistoryRow } from '../../../../src/main/db/history'
import { planRow, type OutboxRow } from '../../../../src/main/db/outbox'
import { createApply } from '../../../../src/main/queue/apply'
import { createFreshness } from '../../../../src/main/queue/freshness'
import type { Job } from '../../../../src/main/queue/jobs'
import { createOutcome } from '../../../../src/main/queue/outcome'
import { createPlan } from '../../../../src/main/queue/plan'
import { createSettle } from '../../../../src/main/queue/settle'
import type { Failure } from '../../../../src/shared/failure'
import type { TitleKey } from '../../../../src/shared/media'
import { entryOf } from '../../../support/entries'
import { memoryTables } from '../../../support/tables'
import { createVirtualClock } from '../../../support/virtual-clock'
import { keyOf, outboxRow } from './rows'

const account = { id: 1, realm: 9 } as AccountRow
export const titleOf = (id: number): TitleKey => `anime:${id}`

/** So many rows whose request is under way. */
export function open(count = 1, more: Partial<OutboxRow> = {}) {
  const tables = memoryTables()
  const clock = createVirtualClock()
  const plan = createPlan()
  const freshness = createFreshness()
  const settle = createSettle(tables, clock)
  const changed: number[] = []
  const signedOut: Failure[] = []
  const written: OutboxRow[] = []
  const told: HistoryRow[] = []
  const apply = createApply({
    ...tables,
    settle,
    freshness,
    plan,
    clock,
    rules: () => ({ progress: 'ask' }),
    nameless: () => null,
    breathe: () => Promise.resolve(),
    isOpen: () => true,
    onHeard: () => undefined,
  })
  const outcome = createOutcome({
    outbox: tables.outbox,
    entries: tables.entries,
    plan,
    settle,
    freshness,
    apply,
    clock,
    rules: () => ({ progress: 'ask' }),
    onChanged: (keys) => changed.push(...keys),
    onTold: (changes) => told.push(...changes),
    onSignedOut: (_account, failure) => signedOut.push(failure),
    onWritten: (_account, sent) => written.push(...sent),
  })
  const askedAt = clock.monotonic()
  const sent = Array.from({ length: count }, (_, at) => {
    const title = titleOf(at + 1)
    const row = outboxRow({ title, base: entryOf(title, { progress: 3 }), ...more })
    tables.outbox.put({ ...row, sent: { revision: row.revision, patch: row.wanted } })
    plan.put(row.key, planRow(row), askedAt)
    freshness.heard(row.key, askedAt)
    return row
  })
  const keys = sent.map(({ key }) => key)
  const write = { kind: 'write', rows: keys, sent, equal: false, call: {} } as unknown as Job
  const read = {
    kind: 'read',
    rows: keys,
    list: 'anime',
    titles: sent.map((_, at) => titleOf(at + 1)),
    call: {},
  } as unknown as Job
  const remove = { kind: 'remove', rows: keys, sent, call: {} } as unknown as Job
  return {
    outcome,
    tables,
    plan,
    freshness,
    clock,
    changed,
    signedOut,
    written,
    told,
    write,
    read,
    remove,
    row: (id = 1) => tables.outbox.get(keyOf(titleOf(id))),
    planned: (id = 1) => plan.get(keyOf(titleOf(id))),
    isFresh: (id = 1) => freshness.isFresh(keyOf(titleOf(id)), clock.monotonic()),
    async answered(job: Job, answer: unknown) {
      await clock.advance(400)
      await outcome.done(account, job, answer, askedAt)
    },
    async fails(job: Job, failure: Failure) {
      await clock.advance(400)
      outcome.failed(account, job, failure, askedAt)
    },
  }
}
