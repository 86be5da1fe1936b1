import type { Account } from '../../../shared/account'
import type { EntryField } from '../../../shared/entry'
import type { MediaKind } from '../../../shared/media'

export interface ShownField {
  readonly field: EntryField
  readonly control:
    'status' | 'score' | 'number' | 'date' | 'level' | 'switch' | 'notes' | 'lists' | 'scores'
  /** The control stands beside its name, not below. */
  readonly beside: boolean
}

/** The order of the panel. */
const fields: readonly ShownField[] = [
  { field: 'status', control: 'status', beside: true },
  { field: 'score', control: 'score', beside: true },
  { field: 'personalScore', control: 'score', beside: true },
  { field: 'progress', control: 'number', beside: true },
  { field: 'progressVolumes', control: 'number', beside: true },
  { field: 'repeats', control: 'number', beside: true },
  { field: 'startedAt', control: 'date', beside: false },
  { field: 'completedAt', control: 'date', beside: false },
  { field: 'priority', control: 'level', beside: true },
  { field: 'repeatDesire', control: 'level', beside: true },
  { field: 'advancedScores', control: 'scores', beside: false },
  { field: 'customLists', control: 'lists', beside: false },
  { field: 'private', control: 'switch', beside: true },
  { field: 'hidden', control: 'switch', beside: true },
  { field: 'notes', control: 'notes', beside: false },
]

/** The fields that an account's service takes; what it lacks is absent, not greyed out. */
export function shownFields(account: Account, kind: MediaKind): readonly ShownField[] {
  const { capabilities, options } = account
  return fields.filter(({ field }) => {
    if (!capabilities.writable.includes(field)) return false
    if (field === 'progressVolumes') return kind === 'manga'
    if (field === 'customLists') return options.customLists[kind].some(Boolean)
    if (field === 'advancedScores') return options.advancedScores[kind].length > 0
    return true
  })
}
