import { type EntryField, type EntryPatch, entryFields } from '../../../shared/entry'
import type { BackupChange, ExternalIds } from '../model'
import { idSites } from '../model'
import { idOf, isObject, type JsonObject, objectAt } from '../json'
import type { createDraft } from '../values/draft'
import {
  changeSchema,
  dayOfText,
  fieldSchemas,
  patchSchema,
  type WrittenPatch,
} from './tsuzuki-schema'

/** Takes each field that is right; one that is not is kept and warned of. */
export function readFields(draft: ReturnType<typeof createDraft>, entry: JsonObject): void {
  // One look at all of them is much cheaper, and nearly every entry is right.
  const isRight = patchSchema.safeParse(entry).success
  const fields: Partial<Record<EntryField, unknown>> = draft.fields
  for (const field of entryFields) {
    const value = draft.take(field)
    if (value === undefined) continue
    // What was checked is taken as it stands: a copy would lose a score named `__proto__`.
    if (isRight || fieldSchemas[field].safeParse(value).success) fields[field] = plain(field, value)
    else draft.refuse(field === 'status' ? 'unknown-status' : 'unknown-value', field, value)
  }
}

/** One change of the history; `null` when it is none. */
export function readChange(value: unknown): BackupChange | null {
  const change = changeSchema.safeParse(value)
  if (!change.success) return null
  const { before, after } = change.data
  return {
    ...change.data,
    before: before === null ? null : patchOf(before),
    after: after === null ? null : patchOf(after),
  }
}

export function readIds(value: unknown): ExternalIds {
  if (!isObject(value)) return {}
  return Object.fromEntries(
    idSites.flatMap((site) => {
      const id = idOf(objectAt(value)[site])
      return id === null ? [] : [[site, id]]
    }),
  )
}

function patchOf(written: WrittenPatch): EntryPatch {
  return Object.fromEntries(
    Object.entries(written).map(([field, value]) => [field, plain(field as EntryField, value)]),
  )
}

/** Most entries are on no list and have no such scores, so that all share one. */
const noLists = Object.freeze([])
const noScores = Object.freeze({})

/** Days are texts in the file. */
function plain(field: EntryField, value: unknown): unknown {
  if (field === 'customLists' && Array.isArray(value) && value.length === 0) return noLists
  if (field === 'advancedScores' && isObject(value) && Object.keys(value).length === 0)
    return noScores
  const isDay = field === 'startedAt' || field === 'completedAt'
  return isDay && typeof value === 'string' ? dayOfText(value) : value
}
