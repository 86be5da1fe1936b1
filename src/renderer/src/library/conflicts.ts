import type { ConflictChoice, FieldConflict, QueueRow } from '../../../shared/queue'

/** What one can choose for a field: the higher of two only where both are numbers. */
export function choicesOf({ mine, theirs }: FieldConflict): readonly ConflictChoice[] {
  const numbers = typeof mine === 'number' && typeof theirs === 'number'
  return numbers ? ['mine', 'theirs', 'higher'] : ['mine', 'theirs']
}

/** True when the entry itself is in question: removed in one place, changed in the other. */
export function isWhole(row: Pick<QueueRow, 'conflicts' | 'to'>): boolean {
  return row.conflicts.length === 0 || row.to === null
}
