import type { EntryRef } from '../entry'
import type { Change } from '../history'

export interface HistoryCalls {
  /** Newest first, at most 100; `before` is the id of the last one seen. */
  'history:list': (ref: EntryRef | null, before: number | null) => readonly Change[]
  /** Takes back one change and all of its group; without an id, the latest of this session. */
  'history:undo': (id: number | null) => Turned
  'history:redo': () => Turned
}

/** What an undo or redo did: how many changes, and the first of them. */
export interface Turned {
  readonly count: number
  /** At most 100. */
  readonly changes: readonly Change[]
}

export interface HistoryEvents {
  'history:added': Change
}

export const historyCallNames: Record<keyof HistoryCalls, true> = {
  'history:list': true,
  'history:undo': true,
  'history:redo': true,
}

export const historyEventNames: Record<keyof HistoryEvents, true> = { 'history:added': true }
