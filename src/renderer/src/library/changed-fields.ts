import {
  type Entry,
  entryFields,
  type EntryPatch,
  pickFields,
  sameValue,
} from '../../../shared/entry'

/** The fields in which two versions of an entry differ, as they were and as they are. */
export function changedFields(
  before: Entry,
  after: Entry,
): { readonly before: EntryPatch; readonly after: EntryPatch } | null {
  const fields = entryFields.filter((field) => !sameValue(field, before[field], after[field]))
  if (fields.length === 0) return null
  return { before: pickFields(before, fields), after: pickFields(after, fields) }
}
