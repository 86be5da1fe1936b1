import { emptyFields, type Entry, type EntryFields } from '../../shared/entry'
import type { FieldConflict } from '../../shared/queue'
import type { OutboxRow } from '../db/outbox'

/**
 * The base of a row with clashes holds the old values of the fields that clash, so that each read
 * compares anew; this is the entry as the service was last seen to have it. `null`: not on the list.
 */
export function theirBase({
  base,
  conflicts,
}: Pick<OutboxRow, 'base' | 'conflicts'>): Entry | null {
  if (!base) return null
  return { ...base, ...Object.fromEntries(conflicts.map(({ field, theirs }) => [field, theirs])) }
}

/** Their entry as a base: with the old values of the fields that are still to be decided. */
export function withClashes(theirs: Entry, conflicts: readonly FieldConflict[]): Entry {
  const was = conflicts.map(({ field, was }) => [field, was ?? emptyFields[field]])
  return { ...theirs, ...(Object.fromEntries(was) as Partial<EntryFields>) }
}
