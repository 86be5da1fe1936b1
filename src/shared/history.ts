import type { EntryPatch, EntryRef } from './entry'
import type { Titles } from './media'

export const changeSources = ['me', 'undo', 'redo', 'sync', 'import', 'conflict', 'rule'] as const
export type ChangeSource = (typeof changeSources)[number]

/** One change of one entry. `before`/`after` hold the fields that changed; `null` is "not on the list". */
export interface Change {
  readonly id: number
  readonly ref: EntryRef
  readonly titles: Titles
  /** Unix ms. */
  readonly at: number
  readonly source: ChangeSource
  readonly before: EntryPatch | null
  readonly after: EntryPatch | null
  /** Changes made by one action share a group and are undone together. */
  readonly group: number
  readonly undone: boolean
}
