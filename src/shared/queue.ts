import type { EntryField, EntryFields, EntryPatch, EntryRef, EntryState } from './entry'
import type { Failure, FailureCode } from './failure'
import type { Titles } from './media'
import type { ServiceId } from './service'

/** One field that was changed in two places. */
export interface FieldConflict {
  readonly field: EntryField
  readonly was: EntryFields[EntryField] | null
  readonly mine: EntryFields[EntryField] | null
  readonly theirs: EntryFields[EntryField] | null
}

export type ConflictChoice = 'mine' | 'theirs' | 'higher'

/** Something that waits to be sent, as the queue view shows it. */
export interface QueueRow {
  readonly ref: EntryRef
  readonly titles: Titles
  readonly state: Exclude<EntryState, 'saved'>
  /** `null`: the title is (or was) not on the list. */
  readonly from: EntryPatch | null
  readonly to: EntryPatch | null
  /** Unix ms. */
  readonly since: number
  /** ms from now; `null` when it waits for the user or for its turn. */
  readonly nextTryInMs: number | null
  readonly attempts: number
  readonly failure: Failure | null
  readonly conflicts: readonly FieldConflict[]
  /** Comes from an import, not from the user's hand. */
  readonly fromImport: boolean
}

/** How one limit of a service stands. */
export interface BucketState {
  readonly name: string
  readonly max: number
  readonly windowMs: number
  readonly used: number
  /** ms until the next request may leave; 0 when it may now, `null` when one under way must end first. */
  readonly freeInMs: number | null
}

/** Why nothing goes out to a service at the moment. */
export interface ServicePause {
  readonly code: FailureCode
  readonly detail: string | null
  /** ms from now; `null` when it waits for the user. */
  readonly goesOnInMs: number | null
}

export interface ServiceState {
  readonly service: ServiceId
  readonly sandbox: boolean
  readonly buckets: readonly BucketState[]
  readonly pause: ServicePause | null
}

/** The status bar in numbers. All times are distances, so that no clock has to agree. */
export interface QueueStatus {
  readonly waiting: number
  readonly sending: number
  readonly attention: number
  readonly conflicts: number
  /** The user stopped everything. */
  readonly held: boolean
  readonly services: readonly ServiceState[]
  /** ms until all that waits will have been sent at the services' limits; `null` when unknown. */
  readonly doneInMs: number | null
}
