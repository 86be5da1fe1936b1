import type { Clock } from '../../shared/clock'
import {
  changesTo,
  entryFields,
  fieldsOf,
  isEmptyPatch,
  sameValue,
  type Entry,
  type EntryField,
  type EntryPatch,
} from '../../shared/entry'
import type { HistoryRow } from '../db/history'
import type { PackedKey } from '../db/keys'
import { withLocal } from './local-fields'
import type { Tables } from './outbox'

/** What became of a title after the service was heard. */
export interface Settled {
  /** The list shows something else now. */
  readonly changed: boolean
  /** What it shows, where that is known without looking. */
  readonly shown?: Entry
  /** A change that somebody else made, for the history; `null` when it was none. */
  readonly change: HistoryRow | null
  /** The user is asked whether to put it back: before anything is written it is read again. */
  readonly isGone?: boolean
}

/** Takes over what the service has of a title for which nothing waits here. */
export function createTakeOver({ entries, history }: Tables, clock: Clock) {
  function note(key: PackedKey, before: EntryPatch | null, after: EntryPatch | null) {
    return history.add({ key, at: clock.wall(), source: 'sync', before, after }, null)
  }

  function noteUpdate(key: PackedKey, stored: Entry | null, next: Entry) {
    const before = stored && fieldsOf(stored)
    const changes = before ? changesTo(before, fieldsOf(next)) : fieldsOf(next)
    return isEmptyPatch(changes) ? null : note(key, before && pick(before, changes), changes)
  }

  /** `theirs` is `null` when the title is not on the list there; `tell` writes it into the history. */
  return function takeOver(key: PackedKey, theirs: Entry | null, tell: boolean): Settled {
    const stored = entries.get(key)
    if (theirs === null) {
      if (!stored) return { changed: false, change: null }
      entries.remove(key)
      return { changed: true, change: tell ? note(key, fieldsOf(stored.entry), null) : null }
    }
    const next = withLocal(theirs, stored?.local ?? null)
    if (stored && sameEntry(stored.entry, next.entry)) return { changed: false, change: null }
    entries.put(key, next.entry, next.local)
    const change = tell ? noteUpdate(key, stored?.entry ?? null, next.entry) : null
    return { changed: true, shown: next.entry, change }
  }
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
