import type { EntryField, EntryPatch, EntryRef } from '../entry'
import type { ConflictChoice, QueueRow, QueueStatus } from '../queue'

export interface QueueCalls {
  'queue:status': () => QueueStatus
  /** Rows in the order in which they leave; at most 200 from `offset`. */
  'queue:rows': (offset: number) => { rows: readonly QueueRow[]; total: number }
  /** Without a ref: everything that may be sent. A `Retry-After` is kept all the same. */
  'queue:send-now': (ref: EntryRef | null) => void
  /** Tries a row again that needs attention. */
  'queue:retry': (ref: EntryRef) => void
  /** Changes what waits. */
  'queue:change': (ref: EntryRef, patch: EntryPatch) => void
  /** Gives up a waiting change: the entry shows what the service has. */
  'queue:drop': (ref: EntryRef) => void
  'queue:hold': (held: boolean) => void
  'queue:resolve': (
    ref: EntryRef,
    choices: Readonly<Partial<Record<EntryField | 'entry', ConflictChoice>>>,
  ) => void
}

export interface QueueEvents {
  'queue:changed': QueueStatus
}

export const queueCallNames: Record<keyof QueueCalls, true> = {
  'queue:status': true,
  'queue:rows': true,
  'queue:send-now': true,
  'queue:retry': true,
  'queue:change': true,
  'queue:drop': true,
  'queue:hold': true,
  'queue:resolve': true,
}

export const queueEventNames: Record<keyof QueueEvents, true> = { 'queue:changed': true }
