import type { BulkChange } from '../bulk'
import type { EntryPatch, EntryRef, ListRow } from '../entry'
import type { FirstScreenQuery } from '../library-view'
import type { MediaKind, TitleKey } from '../media'
import type { Status } from '../status'

export type StatusCounts = Readonly<Record<Status, number>>

export interface FirstScreen {
  readonly rows: readonly ListRow[]
  /** How many rows the tab has in all, for the height of the scroll bar. */
  readonly total: number
  readonly counts: Readonly<Record<MediaKind, StatusCounts>>
  /** Entries per custom list. */
  readonly customCounts: Readonly<Record<MediaKind, Readonly<Record<string, number>>>>
}

export interface RowChunk {
  readonly rows: readonly ListRow[]
  /** Hand it in for the next chunk; `null` at the end. */
  readonly next: string | null
}

/** What an edit did: the row as it is now and the history line that takes it back. */
export interface EditAnswer {
  readonly row: ListRow | null
  readonly changeId: number | null
  readonly group: number | null
}

export interface LibraryCalls {
  /** The first screenful (≤ 100 rows) and all counts, without reading the whole list. */
  'library:first': (query: FirstScreenQuery) => FirstScreen
  /** The rest, in pieces below 256 kB, in no particular order. `after` is null at first. */
  'library:rows': (accountId: number, kind: MediaKind, after: string | null) => RowChunk
  'library:row': (ref: EntryRef) => ListRow | null
  /** Durable before it answers. Adds the title when it is not on the list. */
  'library:edit': (ref: EntryRef, patch: EntryPatch) => EditAnswer
  /** One more or less of what one watches or reads; taps fold into one write. */
  'library:step': (ref: EntryRef, by: 1 | -1) => EditAnswer
  /**
   * The same for many titles, all or none, with one undo. Who has more than one call takes hands the
   * group of the first to the others.
   */
  'library:edit-many': (
    refs: readonly EntryRef[],
    change: BulkChange,
    group: number | null,
  ) => { group: number | null; changed: number }
  /** Starts or finishes a rewatch or reread. Dates stay as they are; finishing counts one more. */
  'library:repeat': (ref: EntryRef, step: 'start' | 'finish') => EditAnswer
  'library:remove': (ref: EntryRef) => EditAnswer
}

export interface LibraryEvents {
  'library:changed': {
    readonly accountId: number
    readonly rows: readonly ListRow[]
    readonly removed: readonly TitleKey[]
  }
  /** So much changed at once that the window should read the list anew. */
  'library:reload': { readonly accountId: number }
}

export const libraryCallNames: Record<keyof LibraryCalls, true> = {
  'library:first': true,
  'library:rows': true,
  'library:row': true,
  'library:edit': true,
  'library:step': true,
  'library:edit-many': true,
  'library:repeat': true,
  'library:remove': true,
}

export const libraryEventNames: Record<keyof LibraryEvents, true> = {
  'library:changed': true,
  'library:reload': true,
}
