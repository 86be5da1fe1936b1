import {
  changesTo,
  emptyFields,
  type EntryField,
  type EntryFields,
  type EntryPatch,
} from '../../../shared/entry'
import type { BackupRow } from '../model'
import type { TagUse } from './types'

/**
 * What a title gets that is not on the list yet: its status, and whatever is not empty. What has to follow from the file's own
 * words is named in `assumed`: a status where it has none, the whole progress of what is completed.
 */
export function newEntry(
  row: BackupRow,
  said: EntryPatch,
  total: number | null,
): { patch: EntryPatch; assumed: readonly EntryField[] } {
  const assumed: EntryField[] = []
  const status = said.status ?? ((said.progress ?? 0) > 0 ? 'current' : 'planned')
  if (said.status === undefined) assumed.push('status')
  const whole = row.kind === 'anime' ? (total ?? row.hints.episodes) : (total ?? row.hints.chapters)
  const isSilent = status === 'completed' && said.progress === undefined && whole !== null
  if (isSilent) assumed.push('progress')
  const more = changesTo(emptyFields, { ...said, ...(isSilent ? { progress: whole } : {}) })
  return { patch: { ...more, status }, assumed }
}

/** The row's fields with its tags where the user wants them; twice the same adds nothing. */
export function withTags(row: BackupRow, use: TagUse, current: EntryFields | null): EntryPatch {
  if (use === 'leave' || row.tags.length === 0) return row.fields
  if (use === 'custom-lists') {
    const lists = row.fields.customLists ?? current?.customLists ?? []
    return { ...row.fields, customLists: [...new Set([...lists, ...row.tags])] }
  }
  const line = row.tags.map((tag) => `#${tag.replace(/\s+/g, '-')}`).join(' ')
  const notes = row.fields.notes || (current?.notes ?? '')
  return { ...row.fields, notes: notes.includes(line) ? notes : `${notes}\n${line}`.trim() }
}
