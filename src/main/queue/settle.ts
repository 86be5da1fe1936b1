import type { Clock } from '../../shared/clock'
import {
  changesTo,
  emptyFields,
  entryFields,
  fieldsOf,
  isEmptyPatch,
  sameValue,
  type Entry,
  type EntryField,
  type EntryPatch,
} from '../../shared/entry'
import { dayOf } from '../../shared/fuzzy-date'
import type { FieldConflict } from '../../shared/queue'
import type { LocalFields } from '../db/entries'
import type { HistoryRow } from '../db/history'
import { unpackKey, type PackedKey } from '../db/keys'
import type { OutboxRow } from '../db/outbox'
import { withLocal } from './local-fields'
import { merge, type MergeRules } from './merge'
import type { Tables } from './outbox'

export type Settle = ReturnType<typeof createSettle>

/** What became of a title after the service was heard. */
export interface Settled {
  /** The list shows something else now. */
  readonly changed: boolean
  /** A change that somebody else made, for the history; `null` when it was none. */
  readonly change: HistoryRow | null
}

/** Takes over what a service says of single titles: after a write, and from any read. */
export function createSettle({ db, entries, outbox, history }: Tables, clock: Clock) {
  /**
   * A write arrived. `sent` is the row as it was sent, `answer` the entry as the service has it
   * now; `null` where it does not tell, then it has what was sent.
   */
  function written(sent: OutboxRow, answer: Entry | null): void {
    db.transaction(() => {
      const row = outbox.get(sent.key)
      const stored = entries.get(sent.key)
      const has = answer ?? asSent(sent)
      const wanted = stillWanted(row, sent, has)
      if (!row || wanted === 'removed') {
        if (row && wanted === 'removed')
          outbox.put({ ...row, base: has, attempts: 0, failure: null })
        return
      }
      if (isEmptyPatch(wanted)) outbox.remove(sent.key)
      else {
        const corrected = row.corrected || row.revision === sent.revision
        outbox.put({ ...row, base: has, wanted, corrected, attempts: 0, failure: null })
      }
      put(sent.key, { ...has, ...wanted }, stored?.local ?? null)
    })
  }

  /** What of a row is left to do once the service has `has`. */
  function stillWanted(row: OutboxRow | null, sent: OutboxRow, has: Entry): EntryPatch | 'removed' {
    if (!row) return {}
    if (row.wanted === null) return 'removed'
    if (row.revision !== sent.revision) return changesTo(has, row.wanted)
    return row.corrected ? {} : selfChanged(sent, has)
  }

  /**
   * Dates that the service filled in by itself because of a status, though they were empty here
   * and nobody touched them: they are set back once (docs/services.md, "Side effects of a write").
   */
  function selfChanged(sent: OutboxRow, has: Entry): EntryPatch {
    if (!sent.wanted || !('status' in sent.wanted)) return {}
    const wished = asSent(sent)
    const days = [-1, 0, 1].map((day) => dayOf(clock.wall() + day * 86_400_000, 'UTC'))
    const fields = (['startedAt', 'completedAt'] as const).filter(
      (field) => wished[field] === null && has[field] !== null && days.includes(has[field]),
    )
    return Object.fromEntries(fields.map((field) => [field, null]))
  }

  /** A removal arrived. */
  function removed(sent: OutboxRow): void {
    db.transaction(() => {
      const row = outbox.get(sent.key)
      if (!row) return
      if (row.revision === sent.revision) outbox.remove(sent.key)
      else if (row.wanted === null) outbox.remove(sent.key)
      else outbox.put({ ...row, base: null, wanted: { ...fieldsOf(asSent(row)) }, attempts: 0 })
    })
  }

  /**
   * The service was read: `theirs` is what it has, `null` when the title is not on the list.
   * What waits is merged on top, field by field; the same field on both sides is a conflict.
   */
  function heard(key: PackedKey, theirs: Entry | null, rules: MergeRules, tell: boolean): Settled {
    return db.transaction(() => {
      const row = outbox.get(key)
      return row ? mergeRow(row, theirs, rules) : takeOver(key, theirs, tell)
    })
  }

  function mergeRow(row: OutboxRow, theirs: Entry | null, rules: MergeRules): Settled {
    const stored = entries.get(row.key)
    if (theirs === null && row.base && row.wanted) {
      if (row.state !== 'attention') {
        outbox.put({ ...row, state: 'attention', failure: { code: 'gone' } })
      }
      return { changed: row.state !== 'attention', change: null }
    }
    const result = merge(row.base, row.wanted, theirs, rules)
    if (result.settled) outbox.remove(row.key)
    else {
      const clash = result.conflicts.length > 0
      const gone = row.failure?.code === 'gone' && theirs !== null
      const state = clash ? 'conflict' : row.state === 'conflict' || gone ? 'waiting' : row.state
      outbox.put({
        ...row,
        base: theirs && stillClashing(row, theirs, result.conflicts),
        wanted: result.wanted,
        conflicts: result.conflicts,
        state,
        failure: gone ? null : row.failure,
      })
    }
    if (theirs === null || result.wanted === null) return { changed: true, change: null }
    put(row.key, { ...theirs, ...result.wanted }, stored?.local ?? null)
    return { changed: true, change: null }
  }

  function takeOver(key: PackedKey, theirs: Entry | null, tell: boolean): Settled {
    const stored = entries.get(key)
    if (theirs === null) {
      if (!stored) return { changed: false, change: null }
      entries.remove(key)
      return { changed: true, change: tell ? note(key, fieldsOf(stored.entry), null) : null }
    }
    const next = withLocal(theirs, stored?.local ?? null)
    if (stored && sameEntry(stored.entry, next.entry)) return { changed: false, change: null }
    entries.put(key, next.entry, next.local)
    const before = stored && fieldsOf(stored.entry)
    const changes = before ? changesTo(before, fieldsOf(next.entry)) : fieldsOf(next.entry)
    if (!tell || isEmptyPatch(changes)) return { changed: true, change: null }
    return { changed: true, change: note(key, before && pick(before, changes), changes) }
  }

  function note(key: PackedKey, before: EntryPatch | null, after: EntryPatch | null) {
    return history.add({ key, at: clock.wall(), source: 'sync', before, after }, null)
  }

  function put(key: PackedKey, entry: Entry, local: LocalFields | null) {
    const next = withLocal(entry, local)
    entries.put(key, next.entry, next.local)
  }

  return { written, removed, heard }
}

/** The entry as the service has it once a row has arrived as it was sent. */
export function asSent(row: OutboxRow): Entry {
  const blank = { title: unpackKey(row.key).title, entryId: null, createdAt: null, updatedAt: null }
  return { ...emptyFields, ...blank, ...row.base, ...row.wanted }
}

/** Their entry, but with what it was for fields that clash: until they are decided, so much is the base. */
function stillClashing(row: OutboxRow, theirs: Entry, conflicts: readonly FieldConflict[]): Entry {
  const was = row.base ?? emptyFields
  return { ...theirs, ...Object.fromEntries(conflicts.map(({ field }) => [field, was[field]])) }
}

function pick(from: EntryPatch, like: EntryPatch): EntryPatch {
  return Object.fromEntries(
    (Object.keys(like) as EntryField[]).map((field) => [field, from[field]]),
  )
}

function sameEntry(a: Entry, b: Entry) {
  return (
    a.entryId === b.entryId &&
    a.updatedAt === b.updatedAt &&
    entryFields.every((field) => sameValue(field, a[field] as never, b[field] as never))
  )
}
