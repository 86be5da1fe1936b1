import type { Clock } from '../../shared/clock'
import {
  changesTo,
  emptyFields,
  fieldsIn,
  fieldsOf,
  isEmptyPatch,
  pickFields,
  sameValue,
  withoutFields,
  type Entry,
  type EntryField,
  type EntryPatch,
} from '../../shared/entry'
import type { ChangeSource } from '../../shared/history'
import type { FieldConflict } from '../../shared/queue'
import type { Database } from '../db/database'
import type { Entries, StoredEntry } from '../db/entries'
import type { HistoryRow, HistoryTable } from '../db/history'
import { unpackKey, type PackedKey } from '../db/keys'
import type { OutboxRow, OutboxTable } from '../db/outbox'
import { theirBase, withClashes } from './clash'
import { editLocal, serviceView, withLocal, type SplitPatch } from './local-fields'
import { asSent, stillToSend, takenBack } from './sent'
import { createTurned } from './turned'

export interface Edit {
  readonly key: PackedKey
  /** `null` takes the title off the list. */
  readonly patch: SplitPatch | null
  readonly source: ChangeSource
  readonly origin: OutboxRow['origin']
  /** Changes of one action share a group; `null` starts one. */
  readonly group: number | null
}

export interface Tables {
  readonly db: Database
  readonly entries: Entries
  readonly outbox: OutboxTable
  readonly history: HistoryTable
}

export type Outbox = ReturnType<typeof createOutbox>

/**
 * Puts edits where they are safe. What is shown, what waits and what happened change in one
 * transaction; edits of one title fold into one row, and a row that has come back to what the
 * service has is gone, unless something of it has left and may have arrived.
 */
export function createOutbox({ db, entries, outbox, history }: Tables, clock: Clock) {
  const turned = createTurned({ history }, clock)

  /** The history line of the edit; `null` when nothing changed. Durable when it returns. Failure: `storage`. */
  function edit(edit: Edit): HistoryRow | null {
    return db.transaction(() => {
      const stored = entries.get(edit.key)
      const row = outbox.get(edit.key)
      return edit.patch ? change(edit, edit.patch, stored, row) : remove(edit, stored, row)
    })
  }

  function change(
    edit: Edit,
    patch: SplitPatch,
    stored: StoredEntry | null,
    row: OutboxRow | null,
  ) {
    const base = row ? theirBase(row) : stored && serviceView(stored)
    // What a title not on the list yet is shown with already is no change of the user's.
    const isAdded = row?.wanted && base === null
    const given = isAdded ? changesTo(asSent(row), patch.writable) : patch.writable
    const undone = edit.source === 'undo' ? clashesOver(row?.conflicts ?? [], given) : []
    const wish = withoutFields({ ...row?.wanted, ...given }, undone)
    const changes = base ? changesTo(base, wish) : { status: emptyFields.status, ...wish }
    const wanted = row ? stillToSend(row, wish, changes) : changes
    const next: Entry = { ...(base ?? blank(edit.key)), ...wish, ...wanted }
    const local = editLocal(stored?.local ?? null, patch, next)
    const shown: Entry = { ...next, ...local?.mine }
    const before = stored && fieldsOf(stored.entry)
    const changed = before ? changesTo(before, fieldsOf(shown)) : fieldsOf(shown)
    if (isEmptyPatch(changed)) return null
    entries.put(edit.key, shown, local)
    keep(edit, row, base, wanted)
    return write(edit, before && pickFields(before, fieldsIn(changed)), changed)
  }

  function remove(edit: Edit, stored: StoredEntry | null, row: OutboxRow | null) {
    if (!stored) return null
    const base = row ? theirBase(row) : serviceView(stored)
    entries.remove(edit.key)
    if (base || row?.sent) keep(edit, row, base, null)
    else outbox.remove(edit.key)
    return write(edit, fieldsOf(stored.entry), null)
  }

  function keep(edit: Edit, row: OutboxRow | null, base: Entry | null, wanted: EntryPatch | null) {
    const sent = row?.sent ?? null
    if (base && wanted && isEmptyPatch(wanted) && !sent) return outbox.remove(edit.key)
    const conflicts = stillClashing(row?.conflicts ?? [], wanted)
    outbox.put({
      key: edit.key,
      base: base && withClashes(base, conflicts),
      wanted,
      revision: (row?.revision ?? 0) + 1,
      sent,
      attempts: 0,
      ...(base && wanted && row ? asked(row) : nothingAsked),
      ...(conflicts.length > 0 ? { state: 'conflict' } : {}),
      conflicts,
      // What the user touched goes on as the user's own, whatever an import adds to it.
      origin: row?.origin === 'user' ? 'user' : edit.origin,
      corrected: false,
      touchedAt: clock.wall(),
    })
  }

  function write(edit: Edit, before: EntryPatch | null, after: EntryPatch | null) {
    const { key, source, group } = edit
    return history.add({ key, at: clock.wall(), source, before, after }, group)
  }

  /**
   * Gives a waiting change up: the entry is again what the service has. What has left and may have
   * arrived is taken back there too.
   */
  function drop(key: PackedKey): HistoryRow | null {
    return db.transaction(() => {
      const row = outbox.get(key)
      return row && giveUp(row)
    })
  }

  function giveUp(row: OutboxRow): HistoryRow | null {
    const { key } = row
    const stored = entries.get(key)
    const isGone = row.failure?.code === 'gone' && row.wanted !== null
    const base = isGone ? null : theirBase(row)
    if (row.sent) {
      const revision = row.revision + 1
      const more = { state: 'waiting', failure: null, conflicts: [], attempts: 0 } as const
      outbox.put({ ...row, ...more, revision, wanted: takenBack(row) })
    } else outbox.remove(key)
    const shown = base && withLocal(base, stored?.local ?? null)
    if (shown) entries.put(key, shown.entry, shown.local)
    else entries.remove(key)
    return turned(key, 'undo', stored?.entry ?? null, shown?.entry ?? null)
  }

  /**
   * The user decided a conflict: `kept` is what of the change still counts, `null` gives all of it
   * up. What the service has becomes the base, so that the same clash is not asked twice.
   */
  function resolve(key: PackedKey, kept: EntryPatch | null): HistoryRow | null {
    return db.transaction(() => {
      const row = outbox.get(key)
      if (!row || row.conflicts.length === 0) return null
      const base = theirBase(row)
      const revision = row.revision + 1
      const more = { state: 'waiting', failure: null, conflicts: [], attempts: 0 } as const
      const decided: OutboxRow = { ...row, ...more, base, revision }
      if (kept === null || (row.wanted && isEmptyPatch(kept))) return giveUp(decided)
      outbox.put({ ...decided, wanted: row.wanted && kept })
      if (!row.wanted || !base) return null
      const stored = entries.get(key)
      const shown = withLocal({ ...base, ...kept }, stored?.local ?? null)
      entries.put(key, shown.entry, shown.local)
      return turned(key, 'conflict', stored?.entry ?? null, shown.entry)
    })
  }

  return {
    edit,
    drop,
    resolve,
    /** Several edits in one transaction: all or none. */
    together: <T>(work: () => T): T => db.transaction(work),
  }
}

const nothingAsked = { state: 'waiting', failure: null } as const

/** An edit does not say whether a title that was deleted there shall be put back. */
function asked({ state, failure }: OutboxRow) {
  return state === 'attention' && failure?.code === 'gone'
    ? ({ state: 'attention', failure } as const)
    : nothingAsked
}

/** The clashes that are still to be decided after an edit; a removal clashes with all of them. */
function stillClashing(
  conflicts: readonly FieldConflict[],
  wanted: EntryPatch | null,
): readonly FieldConflict[] {
  return conflicts
    .filter(({ field }) => wanted === null || field in wanted)
    .map((conflict) => ({ ...conflict, mine: wanted?.[conflict.field] ?? null }))
}

/** Who takes back an edit that clashes wants none of it any more: what the service has counts then. */
function clashesOver(conflicts: readonly FieldConflict[], undo: EntryPatch): readonly EntryField[] {
  return conflicts
    .filter(({ field, was }) => {
      const old = was ?? emptyFields[field]
      return field in undo && sameValue(field, undo[field] as never, old as never)
    })
    .map(({ field }) => field)
}

function blank(key: PackedKey): Entry {
  const { title } = unpackKey(key)
  return { ...emptyFields, title, entryId: null, createdAt: null, updatedAt: null }
}
