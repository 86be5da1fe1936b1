import type { EntryRef } from '../entry'
import type { Failure } from '../failure'

/** How reading the list from the service stands. */
export interface SyncState {
  readonly accountId: number
  readonly phase: 'idle' | 'waiting' | 'reading' | 'asking'
  /** Entries read so far in this run. */
  readonly read: number
  /** Unix ms of the last run that went well; `null` before. */
  readonly syncedAt: number | null
  /** Why the last run ended early; the list on screen is kept. */
  readonly failure: Failure | null
  /** Titles gone from the service that an answer is awaited for; 0 when nothing is asked. */
  readonly missing: number
}

/** What reading one entry again brought. */
export type RefreshOutcome = 'same' | 'changed' | 'gone'

export interface SyncCalls {
  'sync:states': () => readonly SyncState[]
  'sync:now': (accountId: number, whole: boolean) => void
  /** Reads one entry again; what waits for it stays. `gone`: it is not on the list there. */
  'sync:entry': (ref: EntryRef) => RefreshOutcome
  /** The answer to a fetch that lost too much: apply it, or keep the list. */
  'sync:accept': (accountId: number, apply: boolean) => void
}

export interface SyncEvents {
  'sync:changed': SyncState
}

export const syncCallNames: Record<keyof SyncCalls, true> = {
  'sync:states': true,
  'sync:now': true,
  'sync:entry': true,
  'sync:accept': true,
}

export const syncEventNames: Record<keyof SyncEvents, true> = { 'sync:changed': true }
