import type { Clock } from '../../shared/clock'
import {
  entryFields,
  fieldsOf,
  type Entry,
  type EntryPatch,
  type EntryRef,
} from '../../shared/entry'
import { AppError } from '../../shared/failure'
import type { HandlersOf, Push } from '../../shared/ipc'
import type { QueueCalls } from '../../shared/ipc/queue'
import type { Titles } from '../../shared/media'
import type { ConflictChoice, FieldConflict, QueueRow, QueueStatus } from '../../shared/queue'
import type { HistoryRow } from '../db/history'
import { packKey, unpackKey, type PackedKey } from '../db/keys'
import type { OutboxRow, OutboxTable } from '../db/outbox'
import type { Outbox } from '../queue/outbox'
import { byTurn, type Plan } from '../queue/plan'
import type { Queue } from '../queue/queue'
import type { Realm } from '../queue/realm'
import { doneInMs } from './estimate'

interface Options {
  table: OutboxTable
  outbox: Outbox
  queue: Queue
  plan: Plan
  clock: Clock
  realms: () => readonly Realm[]
  /** `null`: nobody is signed in there, and nothing can be sent. */
  realmOf: (account: number) => Realm | null
  titlesOf: (key: PackedKey) => Titles
  /** An edit of the library, without the user's rules. */
  change: (ref: EntryRef, patch: EntryPatch) => void
  onDropped: (key: PackedKey, change: HistoryRow | null) => void
  /** What else is held back may leave again: when its time comes, or `atOnce`. */
  onLetGo: (atOnce: boolean) => void
  push: Push
}

const pageSize = 200
/** Status is told at most so often, in ms. */
const tellEveryMs = 100

export type Outgoing = ReturnType<typeof createOutgoing>

/** What waits to be sent, for the window: to be looked at, changed, sent or dropped. */
export function createOutgoing(options: Options) {
  const { table, outbox, queue, plan, clock, realms, realmOf, titlesOf, push } = options
  let told = false

  function status(): QueueStatus {
    const count = { waiting: 0, sending: 0, attention: 0, conflict: 0 }
    for (const row of plan.all()) {
      if (row.busy === 'writing') count.sending += 1
      else count[row.state] += 1
    }
    return {
      waiting: count.waiting,
      sending: count.sending,
      attention: count.attention,
      conflicts: count.conflict,
      held: queue.isHeld(),
      services: realms().map((realm) => realm.state()),
      doneInMs: doneInMs(plan.all(), realmOf),
    }
  }

  /** Tells the window how things stand, now and then rather than at every step. */
  function changed() {
    if (told) return
    told = true
    clock.after(tellEveryMs, () => {
      told = false
      push('queue:changed', status())
    })
  }

  function toRow(key: PackedKey): QueueRow[] {
    const row = table.get(key)
    const planned = plan.get(key)
    if (!row || !planned) return []
    const { owner, title } = unpackKey(key)
    const isClosed = realmOf(owner) === null
    const isWaiting = row.state === 'waiting' && planned.busy !== 'writing' && !isClosed
    return [
      {
        ref: { accountId: owner, title },
        titles: titlesOf(key),
        state: planned.busy === 'writing' ? 'sending' : row.state,
        from: row.base && fromOf(row.base, row.wanted),
        to: row.wanted,
        since: row.touchedAt,
        nextTryInMs: isWaiting ? Math.max(0, planned.dueAt - clock.monotonic()) : null,
        attempts: row.attempts,
        failure: row.failure ?? (isClosed ? { code: 'signed-out' } : null),
        conflicts: row.conflicts,
        fromImport: row.origin === 'import',
      },
    ]
  }

  function need(ref: EntryRef): OutboxRow {
    const row = table.get(packKey(ref.accountId, ref.title))
    if (!row) throw new AppError({ code: 'gone', reason: 'not-waiting' })
    return row
  }

  const handlers: HandlersOf<QueueCalls> = {
    'queue:status': status,
    'queue:rows': (offset) => {
      const all = [...plan.all()].sort(byTurn)
      const rows = all.slice(offset, offset + pageSize).flatMap((row) => toRow(row.key))
      return { rows, total: all.length }
    },
    'queue:send-now': (ref) => {
      for (const realm of realms()) realm.circuit.tryNow()
      queue.sendNow(ref && packKey(ref.accountId, ref.title))
      if (ref === null) options.onLetGo(true)
      changed()
    },
    'queue:retry': (ref) => {
      const row = need(ref)
      // A clash is for the user to decide, and what waits already is only hurried.
      if (row.state === 'attention') {
        table.put({ ...row, ...anew(row), state: 'waiting', failure: null, attempts: 0 })
        queue.reload([row.key])
      }
      queue.sendNow(row.key)
    },
    'queue:change': (ref, patch) => options.change(ref, patch),
    'queue:drop': (ref) => {
      const { key } = need(ref)
      options.onDropped(key, outbox.drop(key))
    },
    'queue:hold': (held) => {
      queue.hold(held)
      if (!held) options.onLetGo(false)
      changed()
    },
    'queue:resolve': (ref, choices) => {
      const row = need(ref)
      options.onDropped(row.key, outbox.resolve(row.key, decided(row, choices)))
      queue.sendNow(row.key)
    },
  }

  return { handlers, changed, status }
}

/** The old values of what is to change; for a removal all of the entry. */
function fromOf(base: Entry, wanted: EntryPatch | null): EntryPatch {
  if (!wanted) return fieldsOf(base)
  const fields = entryFields.filter((field) => field in wanted)
  return Object.fromEntries(fields.map((field) => [field, base[field]]))
}

/** A title that is gone there is put on the list anew, as it is shown here. */
function anew({ base, wanted, failure, revision }: OutboxRow): Partial<OutboxRow> {
  if (failure?.code !== 'gone' || !base || !wanted) return {}
  return { base: null, wanted: { ...fieldsOf(base), ...wanted }, revision: revision + 1 }
}

/** Which of the clashing fields stay mine; `null` when the whole change is given up for theirs. */
function decided(
  row: OutboxRow,
  choices: Readonly<Partial<Record<string, ConflictChoice>>>,
): EntryPatch | null {
  if (!row.wanted) return choices['entry'] === 'mine' ? {} : null
  const wins = ({ field, mine, theirs }: FieldConflict) => {
    const choice = choices[field] ?? choices['entry']
    if (!choice) throw new AppError({ code: 'invalid-input', reason: 'choose-all', detail: field })
    if (choice === 'higher') return Number(mine) >= Number(theirs)
    return choice === 'mine'
  }
  const lost = row.conflicts.filter((conflict) => !wins(conflict)).map(({ field }) => field)
  return Object.fromEntries(
    Object.entries(row.wanted).filter(([field]) => !lost.includes(field as never)),
  )
}
