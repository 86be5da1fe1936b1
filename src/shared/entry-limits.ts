import type { Capabilities } from './account'
import type { EntryField, EntryPatch } from './entry'

export const entryProblems = ['notes-too-long', 'priority-range', 'repeats-range'] as const
export type EntryProblem = (typeof entryProblems)[number]

/**
 * What the service would refuse in a patch; `null` when it may be sent. A field that stays on this
 * machine has no limit. Notes are counted in UTF-16 units, of which no service counts fewer.
 */
export function entryProblemOf(patch: EntryPatch, can: Capabilities): EntryProblem | null {
  const isOver = (field: EntryField, value: number | undefined, most: number | null) =>
    most !== null && (value ?? 0) > most && can.writable.includes(field)
  if (isOver('notes', patch.notes?.length, can.notesLength)) return 'notes-too-long'
  if (isOver('priority', patch.priority, can.priorityMax)) return 'priority-range'
  return isOver('repeats', patch.repeats, can.repeatsMax) ? 'repeats-range' : null
}
