import type { Clock } from '../../shared/clock'
import {
  changesTo,
  fieldsIn,
  fieldsOf,
  isEmptyPatch,
  pickFields,
  type Entry,
  type EntryPatch,
} from '../../shared/entry'
import type { LocalFields } from '../db/entries'
import type { HistoryRow } from '../db/history'
import type { PackedKey } from '../db/keys'
import type { OutboxRow } from '../db/outbox'
import { theirBase, withClashes } from './clash'
import { toCorrect } from './correction'
import { withLocal } from './local-fields'
import { merge, type MergeRules } from './merge'
import type { Tables } from './outbox'
import { asMade, asSent, hasArrived, ownBase } from './sent'
import { createTakeOver, type Settled } from './take-over'
import { createTurned } from './turned'

export type Settle = ReturnType<typeof createSettle>

const answered = { sent: null, attempts: 0, failure: null } as const

/** Takes over what a service says of single titles: after a write, and from any read. */
export function createSettle(tables: Tables, clock: Clock) {
  const { db, entries, outbox } = tables
  const takeOver = createTakeOver(tables, clock)
  const turned = createTurned(tables, clock)

  /** These rows are about to leave: from now on something of them may have arrived. Failure: `storage`. */
  function leaving(rows: readonly OutboxRow[]): void {
    db.transaction(() => {
      for (const row of rows) {
        outbox.put({ ...row, sent: { revision: row.revision, patch: row.wanted } })
      }
    })
  }

  /**
   * A write arrived. `sent` is the row as it was sent, `answer` the entry as the service has it
   * now; `null` where it does not tell, then it has what was sent. What was edited meanwhile is
   * merged with what somebody else has changed there. Answers the history line of what it brought.
   */
  function written(sent: OutboxRow, answer: Entry | null, rules: MergeRules): HistoryRow | null {
    return db.transaction(() => {
      const row = outbox.get(sent.key)
      if (!row) return null
      const { entry: shown = null, local = null } = entries.get(sent.key) ?? {}
      const base = answer ?? { ...asSent(sent), ...theirsBeside(local, sent, row) }
      const left = { ...sent, corrected: row.corrected }
      const filled = toCorrect(left, base, {}, clock.wall())
      const correction = toCorrect(left, base, row.wanted ?? {}, clock.wall())
      const before = answer ? ownPart(sent, answer, filled) : base
      const edited = row.wanted && changedSince(row, sent, before)
      const { wanted: since, conflicts } = answer
        ? merge(before, edited, answer, rules)
        : { wanted: edited, conflicts: [] }
      const wanted = since && { ...correction, ...since }
      if (wanted && isEmptyPatch(wanted)) outbox.remove(sent.key)
      else {
        const corrected = row.corrected || (wanted !== null && !isEmptyPatch(correction))
        const state = conflicts.length > 0 ? ('conflict' as const) : row.state
        const known = { base: withClashes(base, conflicts), conflicts, state }
        outbox.put({ ...row, ...answered, ...known, wanted, corrected })
      }
      if (!wanted) return null
      const next = put(sent.key, { ...base, ...wanted }, local)
      const news = fieldsIn(changesTo(before, fieldsOf(base)))
      return turned(sent.key, 'sync', { ...next, ...(shown && pickFields(shown, news)) }, next)
    })
  }

  /** A removal arrived. */
  function removed(sent: OutboxRow): void {
    db.transaction(() => {
      const row = outbox.get(sent.key)
      if (!row) return
      if (row.wanted === null) outbox.remove(sent.key)
      else outbox.put(anew(row))
    })
  }

  /** What left did certainly not arrive. A row that has nothing else to say is gone. */
  function notArrived(row: OutboxRow): OutboxRow | null {
    const isDone = row.wanted
      ? row.base !== null && isEmptyPatch(changesTo(row.base, row.wanted))
      : row.base === null
    if (!isDone) return { ...row, sent: null }
    outbox.remove(row.key)
    return null
  }

  /**
   * The service was read: `theirs` is what it has, `null` when the title is not on the list.
   * What waits is merged on top, field by field; the same field on both sides is a conflict.
   */
  function heard(key: PackedKey, theirs: Entry | null, rules: MergeRules, tell: boolean): Settled {
    return db.transaction(() => {
      const row = outbox.get(key)
      if (!row) return takeOver(key, theirs, tell)
      const before = entries.get(key)?.entry ?? null
      const after = mergeRow(row, theirs, rules)
      const isGone = outbox.get(key)?.failure?.code === 'gone'
      const change = tell && after ? turned(key, 'sync', before, after) : null
      return { changed: true, change, isGone }
    })
  }

  /** What is shown then, where that is another thing. */
  function mergeRow(row: OutboxRow, theirs: Entry | null, rules: MergeRules): Entry | null {
    const next = merged(row, theirs, rules)
    if (next) outbox.put(next)
    else outbox.remove(row.key)
    if (row.wanted === null || (theirs === null && entries.get(row.key))) return null
    const shown = next ? asSent({ ...next, base: theirs ?? next.base }) : theirs
    return shown && put(row.key, shown, entries.get(row.key)?.local ?? null)
  }

  /** The row as it goes on; `null` when the service has all of it. */
  function merged(row: OutboxRow, theirs: Entry | null, rules: MergeRules): OutboxRow | null {
    const base = ownBase(row, theirs)
    if (theirs === null && row.base && row.wanted) {
      if (base === null) return anew(row)
      const gone = { state: 'attention', failure: { code: 'gone' }, conflicts: [] } as const
      return { ...row, ...gone, sent: null, base: theirBase(row) }
    }
    const { wanted, conflicts, settled } = merge(base, row.wanted, theirs, rules)
    const correction = ownCorrection(row, theirs)
    if (settled && isEmptyPatch(correction)) return null
    return {
      ...row,
      sent: null,
      base: theirs && withClashes(theirs, conflicts),
      wanted: wanted && { ...wanted, ...correction },
      conflicts,
      corrected: row.corrected || !isEmptyPatch(correction),
      ...stateAfter(row, conflicts.length > 0, theirs),
    }
  }

  /** What is to be set back when it shows that our last request did arrive. */
  function ownCorrection(row: OutboxRow, theirs: Entry | null): EntryPatch {
    if (!row.wanted || !theirs || !hasArrived(row, theirs)) return {}
    const sent = { ...row, wanted: row.sent?.patch ?? null }
    return toCorrect(sent, theirs, row.wanted, clock.wall())
  }

  function put(key: PackedKey, entry: Entry, local: LocalFields | null): Entry {
    const next = withLocal(entry, local)
    entries.put(key, next.entry, next.local)
    return next.entry
  }

  return { leaving, written, removed, notArrived, heard }
}

/**
 * What the service had before anybody else changed it: what was sent, and what the service filled
 * in because of it, is our own as it came out there.
 */
function ownPart(sent: OutboxRow, theirs: Entry, filled: EntryPatch): Entry {
  if (isNew(sent.base, theirs)) return asMade(sent.wanted ?? {}, theirs)
  const own = fieldsIn({ ...sent.wanted, ...filled })
  return { ...asSent(sent), ...pickFields(theirs, own) }
}

/** The write put the title on the list: it was not there, or not any more. */
function isNew(base: Entry | null, theirs: Entry) {
  return !base || (base.entryId !== null && base.entryId !== theirs.entryId)
}

function changedSince(row: OutboxRow, sent: OutboxRow, before: Entry): EntryPatch {
  const isSame = row.wanted === null || row.revision === sent.revision
  // What the service made another value of is not sent again because something else was edited.
  return isSame ? {} : changesTo(before, changesTo(asSent(sent), row.wanted))
}

/**
 * What the service has of local fields that no edit carries: it may have been found out after the
 * request left, and outdo what was believed then.
 */
function theirsBeside(local: LocalFields | null, sent: OutboxRow, row: OutboxRow): EntryPatch {
  const carried = { ...sent.wanted, ...row.wanted }
  const theirs = Object.entries(local?.theirs ?? {}).filter(([field]) => !(field in carried))
  return Object.fromEntries(theirs)
}

/** A row whose title was gone and is back waits again, as does one whose clash has gone away. */
function stateAfter(row: OutboxRow, clashes: boolean, theirs: Entry | null) {
  const failure = row.failure?.code === 'gone' && theirs !== null ? null : row.failure
  if (clashes) return { state: 'conflict', failure } as const
  if (failure !== row.failure) return { state: 'waiting', failure } as const
  return { state: row.state === 'conflict' ? 'waiting' : row.state, failure } as const
}

/** It is not on the list any more, because of us, and shall be: with all that it had. */
function anew(row: OutboxRow): OutboxRow {
  return { ...row, ...answered, base: null, wanted: fieldsOf(asSent(row)) }
}
