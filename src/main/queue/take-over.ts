import type { Clock } from '../../shared/clock'
import { entryFields, sameValue, type Entry } from '../../shared/entry'
import type { HistoryRow } from '../db/history'
import type { PackedKey } from '../db/keys'
import { withLocal } from './local-fields'
import type { Tables } from './outbox'
import { createTurned } from './turned'

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
  const turned = createTurned({ history }, clock)

  /** `theirs` is `null` when the title is not on the list there; `tell` writes it into the history. */
  return function takeOver(key: PackedKey, theirs: Entry | null, tell: boolean): Settled {
    const stored = entries.get(key)
    if (theirs === null) {
      if (!stored) return { changed: false, change: null }
      entries.remove(key)
      return { changed: true, change: tell ? turned(key, 'sync', stored.entry, null) : null }
    }
    const next = withLocal(theirs, stored?.local ?? null)
    if (stored && sameEntry(stored.entry, next.entry)) return { changed: false, change: null }
    entries.put(key, next.entry, next.local)
    const change = tell ? turned(key, 'sync', stored?.entry ?? null, next.entry) : null
    return { changed: true, shown: next.entry, change }
  }
}

function sameEntry(a: Entry, b: Entry) {
  return (
    a.entryId === b.entryId &&
    a.updatedAt === b.updatedAt &&
    entryFields.every((field) => sameValue(field, a[field] as never, b[field] as never))
  )
}
