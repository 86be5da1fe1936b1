import {
  emptyFields,
  entryFields,
  sameValue,
  type Entry,
  type EntryField,
  type EntryFields,
  type EntryPatch,
} from '../../shared/entry'
import type { FieldConflict } from '../../shared/queue'

export interface Merge {
  /** What is still to be written; `null`: the entry is to be removed. */
  readonly wanted: EntryPatch | null
  /** Fields that both sides changed to different values. They stay in `wanted` as mine. */
  readonly conflicts: readonly FieldConflict[]
  /** Nothing is left to be written. */
  readonly settled: boolean
}

export interface MergeRules {
  readonly progress: 'ask' | 'higher'
}

/**
 * Three-way merge, field by field: `base` as it was when the user changed it, `wanted` is mine,
 * `theirs` what the service has now. `null` for base or theirs is "not on the list"; `null` for
 * wanted is "take it off the list".
 */
export function merge(
  base: EntryFields | null,
  wanted: EntryPatch | null,
  theirs: EntryFields | null,
  rules: MergeRules,
): Merge {
  if (wanted === null) return mergeRemoval(base, theirs)
  if (theirs === null) return { wanted, conflicts: [], settled: false }
  const was = base ?? emptyFields
  const kept: Partial<Record<EntryField, unknown>> = {}
  const conflicts: FieldConflict[] = []
  for (const field of entryFields.filter((field) => field in wanted)) {
    const mine = wanted[field] as EntryFields[EntryField]
    if (sameValue(field, mine as never, theirs[field] as never)) continue
    if (!sameValue(field, was[field] as never, theirs[field] as never)) {
      if (takesHigher(field, rules)) {
        if ((theirs[field] as number) > (mine as number)) continue
      } else {
        conflicts.push({ field, was: base && base[field], mine, theirs: theirs[field] })
      }
    }
    kept[field] = mine
  }
  return { wanted: kept as EntryPatch, conflicts, settled: Object.keys(kept).length === 0 }
}

/** Gone already: done. Changed since by somebody else: that person's work is not thrown away unasked. */
function mergeRemoval(base: EntryFields | null, theirs: EntryFields | null): Merge {
  if (theirs === null) return { wanted: null, conflicts: [], settled: true }
  const was = base ?? emptyFields
  const conflicts = entryFields
    .filter((field) => !sameValue(field, was[field] as never, theirs[field] as never))
    .map((field) => ({ field, was: was[field], mine: null, theirs: theirs[field] }))
  return { wanted: null, conflicts, settled: false }
}

function takesHigher(field: EntryField, rules: MergeRules) {
  return rules.progress === 'higher' && (field === 'progress' || field === 'progressVolumes')
}

/** The entry as it shall be shown: what the service has, with mine on top. */
export function overlay(base: Entry, wanted: EntryPatch): Entry {
  return { ...base, ...wanted }
}
