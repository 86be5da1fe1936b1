import type { EntryField, EntryFields, EntryPatch, EntryRef } from '../../../shared/entry'
import type { MediaKind, TitleKey } from '../../../shared/media'
import type { LossReason } from '../writers/export'
import type { Candidate } from '../match/by-title'

/** `fill-gaps` never takes anything away; `equal` makes the list say what the file says. */
export const importModes = ['fill-gaps', 'equal'] as const
export type ImportMode = (typeof importModes)[number]

/** What becomes of MyAnimeList's tags. */
export const tagUses = ['leave', 'notes', 'custom-lists'] as const
export type TagUse = (typeof tagUses)[number]

export const rowClasses = ['new', 'changed', 'same', 'doubtful', 'unmatched', 'refused'] as const
export type RowClass = (typeof rowClasses)[number]

/** Why a row that has its title still cannot be applied. */
export type RefusedReason = 'duplicate' | 'status' | 'unknown-status'

export interface FieldChange {
  readonly field: EntryField
  /** `null` also where the title is not on the list yet. */
  readonly from: EntryFields[EntryField] | null
  readonly to: EntryFields[EntryField]
  readonly picked: boolean
  /** Set when the service cannot hold it, so that it stays with us. */
  readonly loss: LossReason | null
  /** The file does not say so: it follows from what it says. */
  readonly assumed: boolean
}

/** One row of the preview. */
export interface DiffRow {
  readonly row: number
  readonly kind: MediaKind
  readonly name: string
  readonly title: TitleKey | null
  readonly class: RowClass
  readonly picked: boolean
  readonly changes: readonly FieldChange[]
  readonly candidates: readonly Candidate[]
  readonly refused: RefusedReason | null
  /** The earlier row of the same title. */
  readonly duplicateOf: number | null
}

/** What the queue is to do about one title. */
export interface PlanRow {
  readonly ref: EntryRef
  readonly type: 'add' | 'change' | 'remove'
  /** All that is to be different, with what only we can hold; empty for `remove`. */
  readonly patch: EntryPatch
  /** Fields of it that the service does not take. */
  readonly keptHere: readonly EntryField[]
  /** The row of the file; 0 for a removal. */
  readonly row: number
}
