import type { Capabilities } from '../../shared/account'
import {
  fieldsIn,
  pickFields,
  sameValue,
  type Entry,
  type EntryField,
  type EntryPatch,
} from '../../shared/entry'
import { isFullDate } from '../../shared/fuzzy-date'
import type { LocalFields, StoredEntry } from '../db/entries'

/** A patch taken apart: what the service can store, and what only this program keeps. */
export interface SplitPatch {
  readonly writable: EntryPatch
  readonly mine: EntryPatch
}

/**
 * Takes a patch apart by what the service can hold. Rewatching at a service that has no such
 * status is written as current and kept as rewatching here (docs/services.md, "Status").
 */
export function splitPatch(patch: EntryPatch, can: Capabilities): SplitPatch {
  const writable: Record<string, unknown> = {}
  const mine: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(patch) as [EntryField, never][]) {
    if (field === 'status' && !can.statuses.includes(value)) {
      writable['status'] = 'current'
      mine['status'] = value
    } else if (can.writable.includes(field) && !isPartialDate(field, value, can)) {
      writable[field] = value
    } else {
      mine[field] = value
    }
  }
  return { writable, mine }
}

/** The entry as the service has it, or will have it once what waits has arrived. */
export function serviceView({ entry, local }: StoredEntry): Entry {
  return local ? { ...entry, ...local.theirs } : entry
}

/** Lays local fields on an entry of the service; those that the service has changed since are dropped. */
export function withLocal(theirs: Entry, local: LocalFields | null): StoredEntry {
  if (!local) return { entry: theirs, local: null }
  const kept = fieldsIn(local.mine).filter((field) =>
    sameValue(field, local.theirs[field] as never, theirs[field] as never),
  )
  if (kept.length === 0) return { entry: theirs, local: null }
  const mine = pickFields(local.mine, kept)
  return { entry: { ...theirs, ...mine }, local: { mine, theirs: pickFields(theirs, kept) } }
}

/** Local fields after an edit: those now written to the service are local no more. */
export function editLocal(
  old: LocalFields | null,
  split: SplitPatch,
  service: Entry,
): LocalFields | null {
  const written = (field: EntryField) => field in split.writable && !(field in split.mine)
  const before = fieldsIn(old?.mine ?? {}).filter((field) => !written(field))
  const fields = [...new Set([...before, ...fieldsIn(split.mine)])]
  if (fields.length === 0) return null
  return {
    mine: { ...pickFields(old?.mine ?? {}, before), ...split.mine },
    theirs: pickFields(service, fields),
  }
}

function isPartialDate(field: EntryField, value: unknown, can: Capabilities) {
  if (can.partialDates || (field !== 'startedAt' && field !== 'completedAt')) return false
  return typeof value === 'number' && !isFullDate(value)
}
