import {
  changesTo,
  emptyFields,
  fieldsOf,
  isEmptyPatch,
  type Entry,
  type EntryPatch,
} from '../../shared/entry'
import type { ChangeSource } from '../../shared/history'
import type { Clock } from '../../shared/clock'
import type { Database } from '../db/database'
import type { Entries, StoredEntry } from '../db/entries'
import type { HistoryRow, HistoryTable } from '../db/history'
import { unpackKey, type PackedKey } from '../db/keys'
import type { OutboxRow, OutboxTable } from '../db/outbox'
import { editLocal, serviceView, type SplitPatch } from './local-fields'

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
 * service has is gone.
 */
export function createOutbox({ db, entries, outbox, history }: Tables, clock: Clock) {
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
    const { base, service } = whereItStands(edit.key, stored, row)
    const wish = { ...row?.wanted, ...patch.writable }
    const wanted = base ? changesTo(base, wish) : { status: emptyFields.status, ...wish }
    const next: Entry = { ...service, ...wanted, ...patch.writable }
    const local = editLocal(stored?.local ?? null, patch, next)
    const shown: Entry = { ...next, ...local?.mine }
    const before = stored && fieldsOf(stored.entry)
    const changes = before ? changesTo(before, fieldsOf(shown)) : fieldsOf(shown)
    if (isEmptyPatch(changes)) return null
    entries.put(edit.key, shown, local)
    keep(edit, row, base, wanted)
    return write(edit, before && pickOld(before, changes), changes)
  }

  function remove(edit: Edit, stored: StoredEntry | null, row: OutboxRow | null) {
    if (!stored) return null
    const base = row ? row.base : serviceView(stored)
    entries.remove(edit.key)
    if (base) keep(edit, row, base, null)
    else outbox.remove(edit.key)
    return write(edit, fieldsOf(stored.entry), null)
  }

  function keep(edit: Edit, row: OutboxRow | null, base: Entry | null, wanted: EntryPatch | null) {
    if (base && wanted && isEmptyPatch(wanted)) return outbox.remove(edit.key)
    const conflicts = (row?.conflicts ?? []).filter(({ field }) => wanted && field in wanted)
    outbox.put({
      key: edit.key,
      base,
      wanted,
      revision: (row?.revision ?? 0) + 1,
      attempts: 0,
      state: conflicts.length > 0 ? 'conflict' : 'waiting',
      failure: null,
      conflicts: conflicts.map((conflict) => ({
        ...conflict,
        mine: wanted![conflict.field] as typeof conflict.mine,
      })),
      origin: edit.origin,
      corrected: false,
      touchedAt: clock.wall(),
    })
  }

  function write(edit: Edit, before: EntryPatch | null, after: EntryPatch | null) {
    const { key, source, group } = edit
    return history.add({ key, at: clock.wall(), source, before, after }, group)
  }

  /** Gives a waiting change up: the entry is again what the service has. */
  function drop(key: PackedKey): HistoryRow | null {
    return db.transaction(() => {
      const row = outbox.get(key)
      if (!row) return null
      const stored = entries.get(key)
      outbox.remove(key)
      if (row.base) entries.put(key, row.base, null)
      else entries.remove(key)
      const before = stored && fieldsOf(stored.entry)
      const after = row.base && fieldsOf(row.base)
      const changes = before && after ? changesTo(before, after) : after
      const old = before && changes ? pickOld(before, changes) : before
      return history.add(
        { key, at: clock.wall(), source: 'undo', before: old, after: changes },
        null,
      )
    })
  }

  /**
   * The user decided a conflict: `kept` is what of the change still counts, `null` gives all of it
   * up. What the service has becomes the base, so that the same clash is not asked twice.
   */
  function resolve(key: PackedKey, kept: EntryPatch | null): HistoryRow | null {
    return db.transaction(() => {
      const row = outbox.get(key)
      if (!row) return null
      const theirs = theirBase(row)
      if (kept === null || (row.wanted && isEmptyPatch(kept))) {
        outbox.put({ ...row, base: theirs, conflicts: [], state: 'waiting' })
        return drop(key)
      }
      const stored = entries.get(key)
      const wanted = row.wanted && kept
      outbox.put({
        ...row,
        base: theirs,
        wanted,
        revision: row.revision + 1,
        conflicts: [],
        state: 'waiting',
      })
      if (!wanted) return null
      const next = { ...theirs, ...wanted }
      entries.put(key, { ...next, ...stored?.local?.mine }, stored?.local ?? null)
      const before = stored && fieldsOf(stored.entry)
      const changes = before ? changesTo(before, fieldsOf(next)) : {}
      if (isEmptyPatch(changes)) return null
      const old = before && pickOld(before, changes)
      return history.add(
        { key, at: clock.wall(), source: 'conflict', before: old, after: changes },
        null,
      )
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

/** The entry as last read from the service, and as it will be when what waits has arrived. */
function whereItStands(key: PackedKey, stored: StoredEntry | null, row: OutboxRow | null) {
  const blank: Entry = {
    ...emptyFields,
    title: unpackKey(key).title,
    entryId: null,
    createdAt: null,
    updatedAt: null,
  }
  if (!row) {
    const service = stored && serviceView(stored)
    return { base: service, service: service ?? blank }
  }
  return { base: row.base, service: { ...(row.base ?? blank), ...row.wanted } }
}

/** The base of a row with the service's values of the fields that clash. */
function theirBase(row: OutboxRow): Entry {
  const blank = { title: unpackKey(row.key).title, entryId: null, createdAt: null, updatedAt: null }
  const theirs = Object.fromEntries(row.conflicts.map(({ field, theirs }) => [field, theirs]))
  return { ...emptyFields, ...blank, ...row.base, ...theirs }
}

function pickOld(before: EntryPatch, changes: EntryPatch): EntryPatch {
  return Object.fromEntries(
    (Object.keys(changes) as (keyof EntryPatch)[]).map((field) => [field, before[field]]),
  )
}
