import {
  emptyFields,
  entryFields,
  sameValue,
  type Entry,
  type EntryPatch,
} from '../../shared/entry'
import type { Failure } from '../../shared/failure'
import type { FieldConflict } from '../../shared/queue'
import type { Database } from './database'
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

export type OutboxTable = ReturnType<typeof createOutboxTable>

export function createOutboxTable({ sql }: Database) {
  const select = sql.prepare('SELECT * FROM outbox WHERE key = ?')
  const selectRange = sql.prepare('SELECT * FROM outbox WHERE key >= ? AND key < ?')
  const selectAll = sql.prepare('SELECT key, state, origin, attempts, touched_at FROM outbox')
  const replace = sql.prepare(
    `INSERT OR REPLACE INTO outbox (key, base, wanted, revision, attempts, state, failure,
       conflicts, origin, corrected, touched_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const erase = sql.prepare('DELETE FROM outbox WHERE key = ?')

  return {
    get(key: PackedKey): OutboxRow | null {
      const row = select.get(key)
      return row ? toRow(row as never as Columns) : null
    },
    put(row: OutboxRow) {
      replace.run(
        row.key,
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
      )
    },
    remove: (key: PackedKey) => void erase.run(key),
    ofAccount(account: number): OutboxRow[] {
      const { first, end } = keyRange(account, null)
      return (selectRange.all(first, end) as never as Columns[]).map(toRow)
    },
    /** What the queue needs to plan, of every row. */
    index() {
      return (selectAll.all() as never as Columns[]).map((row) => ({
        key: row.key,
        state: row.state as OutboxRow['state'],
        origin: row.origin as OutboxRow['origin'],
        attempts: row.attempts,
        touchedAt: row.touched_at,
      }))
    },
  }
}

interface Columns {
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
  }
}

/**
 * An entry as text, without what every entry has unless somebody said otherwise: the rows stay
 * short, and an edit touches few pages of the file.
 */
function packEntry(entry: Entry): string {
  const { entryId, createdAt, updatedAt } = entry
  const said = entryFields
    .filter((field) => !sameValue(field, entry[field] as never, emptyFields[field] as never))
    .map((field) => [field, entry[field]])
  return JSON.stringify({ ...Object.fromEntries(said), entryId, createdAt, updatedAt })
}

function unpackEntry(key: PackedKey, text: string): Entry {
  return { ...emptyFields, ...(JSON.parse(text) as Entry), title: unpackKey(key).title }
}

function parse<T>(text: string | null): T | null {
  return text === null ? null : (JSON.parse(text) as T)
}
