import type { EntryState } from '../../../shared/entry'

/** Each state has its own shape, so that its colour is never the only sign. */
export const stateShapes: Readonly<Record<EntryState, string>> = {
  saved: '●',
  waiting: '◐',
  sending: '↑',
  attention: '▲',
  conflict: '◆',
}
