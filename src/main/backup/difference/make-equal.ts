import { type EntryFields, type EntryPatch, entryFields, sameValue } from '../../../shared/entry'

/**
 * What makes an entry like the file, in the fields of which the file says anything. A score that
 * the file only knows in steps of `scoreStep` is left alone when it may be the same one.
 */
export function makeEqual(current: EntryFields, file: EntryPatch, scoreStep: number): EntryPatch {
  const fields = entryFields.filter((field) => {
    const value = file[field]
    if (value === undefined || sameValue(field, current[field], value as never)) return false
    return field !== 'score' || !mayBeSame(current.score, file.score ?? null, scoreStep)
  })
  return Object.fromEntries(fields.map((field) => [field, file[field]]))
}

function mayBeSame(current: number | null, file: number | null, step: number): boolean {
  return current !== null && file !== null && step > 1 && Math.abs(current - file) < step
}
