import { emptyFields, entryFields, type Entry, type EntryPatch } from '../../shared/entry'
import type { Failure } from '../../shared/failure'
import type { FieldConflict } from '../../shared/queue'
import type { Database } from './database'
import { ratedOnly } from './entry-columns'
import { keyRange, unpackKey, type PackedKey } from './keys'

/** A change of one title that the service does not have yet. */
export interface OutboxRow {
  readonly key: PackedKey
  /** The entry as last read from the service; `null`: it is not on the list there. */
  readonly base: Entry | null
  /** What shall differ from it; `null`: it shall not be on the list. */
  readonly wanted: EntryPatch | null
  /** Rises with each edit, so that a success never deletes what was edited meanwhile. */
  readonly revision: number
  /** What left last, as long as nobody knows whether it arrived: the service is read before anything else leaves. */
  readonly sent: Sent | null
  readonly attempts: number
  readonly state: 'waiting' | 'attention' | 'conflict'
  readonly failure: Failure | null
  readonly conflicts: readonly FieldConflict[]
  readonly origin: 'user' | 'import'
  /** A field that the service changed by itself has been set back once. */
  readonly corrected: boolean
  /** Unix ms of the last touch. */
  readonly touchedAt: number
}

/** What a request carried: the patch (`null`: a removal) and the revision that it was of. */
export interface Sent {
  readonly revision: number
  readonly patch: EntryPatch | null
}

/** What the queue must know of a row to plan with it. */
export type PlanRow = Pick<OutboxRow, 'state' | 'origin' | 'attempts'> & {
  readonly removal: boolean
  /** Something left that nobody answered for. */
  readonly unsure: boolean
}

export function planRow({ state, origin, attempts, wanted, sent }: OutboxRow): PlanRow {
  return { state, origin, attempts, removal: wanted === null, unsure: sent !== null }
}

export type OutboxTable = ReturnType<typeof createOutboxTable>

/**
 * What waits to be sent. Rows are appended, and found by a map kept beside the table: with the
 * packed key as primary key, or an index on it, an edit would rewrite twice as many pages.
 */
export function createOutboxTable({ sql, onRollback }: Database) {
  const select = sql.prepare('SELECT * FROM outbox WHERE id = ?')
  const selectAll = sql.prepare(
    `SELECT id, key, state, origin, attempts, wanted IS NULL AS removal, sent IS NOT NULL AS unsure
     FROM outbox`,
  )
  const values =
    'base, wanted, revision, attempts, state, failure, conflicts, origin, corrected, touched_at, sent'
  const insert = sql.prepare(
    `INSERT INTO outbox (key, ${values}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const update = sql.prepare(
    `UPDATE outbox SET ${values.replaceAll(/\w+/g, '$& = ?')} WHERE id = ?`,
  )
  const erase = sql.prepare('DELETE FROM outbox WHERE id = ?')
  let ids = readIds()
  onRollback(() => (ids = readIds()))

  function readIds() {
    const rows = selectAll.all() as never as Columns[]
    return new Map(rows.map((row) => [row.key, row.id]))
  }

  function get(key: PackedKey): OutboxRow | null {
    const id = ids.get(key)
    const row = id === undefined ? undefined : select.get(id)
    return row ? toRow(row as never) : null
  }

  return {
    get,
    put(row: OutboxRow) {
      const columns = toValues(row)
      const id = ids.get(row.key)
      if (id === undefined) {
        ids.set(row.key, Number(insert.run(row.key, ...columns).lastInsertRowid))
      } else update.run(...columns, id)
    },
    remove(key: PackedKey) {
      const id = ids.get(key)
      if (id === undefined) return
      erase.run(id)
      ids.delete(key)
    },
    ofAccount(account: number): OutboxRow[] {
      const { first, end } = keyRange(account, null)
      return [...ids.keys()]
        .filter((key) => key >= first && key < end)
        .flatMap((key) => get(key) ?? [])
    },
    /** What the queue needs to plan, of every row. */
    index(): (PlanRow & { readonly key: PackedKey })[] {
      return (selectAll.all() as never as (Columns & IndexColumns)[]).map((row) => ({
        key: row.key,
        state: row.state as OutboxRow['state'],
        origin: row.origin as OutboxRow['origin'],
        attempts: row.attempts,
        removal: row.removal === 1,
        unsure: row.unsure === 1,
      }))
    },
  }
}

function toValues(row: OutboxRow) {
  return [
    row.base && packEntry(row.base),
    row.wanted && JSON.stringify(row.wanted),
    row.revision,
    row.attempts,
    row.state,
    row.failure && JSON.stringify(row.failure),
    row.conflicts.length > 0 ? JSON.stringify(row.conflicts) : null,
    row.origin,
    Number(row.corrected),
    row.touchedAt,
    row.sent && JSON.stringify(row.sent),
  ]
}

interface Columns {
  id: number
  key: number
  base: string | null
  wanted: string | null
  revision: number
  attempts: number
  state: string
  failure: string | null
  conflicts: string | null
  origin: string
  corrected: number
  touched_at: number
  sent: string | null
}

interface IndexColumns {
  removal: number
  unsure: number
}

function toRow(row: Columns): OutboxRow {
  return {
    key: row.key,
    base: row.base === null ? null : unpackEntry(row.key, row.base),
    wanted: parse<EntryPatch>(row.wanted),
    revision: row.revision,
    attempts: row.attempts,
    state: row.state as OutboxRow['state'],
    failure: parse<Failure>(row.failure),
    conflicts: parse<FieldConflict[]>(row.conflicts) ?? [],
    origin: row.origin as OutboxRow['origin'],
    corrected: row.corrected === 1,
    touchedAt: row.touched_at,
    sent: parse<Sent>(row.sent),
  }
}

/** The order of the values of a packed entry. New ones are only ever added at the end. */
const packed = [...entryFields, 'entryId', 'createdAt', 'updatedAt'] as const

/** An entry as text, values only: the shorter the rows, the fewer pages an edit touches. */
function packEntry(entry: Entry): string {
  const short = { ...entry, advancedScores: ratedOnly(entry.advancedScores) }
  return JSON.stringify(packed.map((name) => short[name]))
}

function unpackEntry(key: PackedKey, text: string): Entry {
  const values = JSON.parse(text) as unknown[]
  const named = packed.slice(0, values.length).map((name, index) => [name, values[index]])
  return {
    ...emptyFields,
    ...(Object.fromEntries(named) as Pick<Entry, 'entryId' | 'createdAt' | 'updatedAt'>),
    title: unpackKey(key).title,
  }
}

function parse<T>(text: string | null): T | null {
  return text === null ? null : (JSON.parse(text) as T)
}
