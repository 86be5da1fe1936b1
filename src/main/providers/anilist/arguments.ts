import type { EntryField, EntryPatch } from '../../../shared/entry'
import { dateParts } from '../../../shared/fuzzy-date'
import { idOf, kindOf, type MediaKind } from '../../../shared/media'
import type { EntryWrite, ListOwner } from '../provider'
import type { ArgumentName } from './documents/save-media-list-entries'
import { statusWord } from './words'

export type Arguments = Partial<Record<ArgumentName, unknown>>

/** Fields that travel as they are, and their names there. */
const plainNames: readonly (readonly [EntryField, ArgumentName])[] = [
  ['progress', 'progress'],
  ['progressVolumes', 'progressVolumes'],
  ['repeats', 'repeat'],
  ['priority', 'priority'],
  ['private', 'private'],
  ['notes', 'notes'],
  ['hidden', 'hiddenFromStatusLists'],
  ['customLists', 'customLists'],
]

/**
 * What one save says: which entry, and the fields that the user changed, nothing else. A known
 * entry goes by its own id: one that is gone is then not made anew out of a few fields.
 */
export function saveArguments(owner: ListOwner, write: EntryWrite): Arguments {
  const { title, entryId, exists } = write
  const entry = exists && entryId !== null ? { id: entryId } : { mediaId: idOf(title) }
  return { ...entry, ...patchArguments(owner, kindOf(title), withOwnDay(write)) }
}

/**
 * AniList gives an entry that is made as completed the day of today, unless one is named: that there
 * is none has to be said, or it would take a second request to take the day away again.
 */
function withOwnDay({ exists, patch, full }: EntryWrite): EntryPatch {
  if (exists || patch.status !== 'completed' || patch.completedAt !== undefined) return patch
  return { ...patch, completedAt: full.completedAt }
}

/**
 * A patch in AniList's words: scores raw, custom lists as the whole set of names, advanced scores
 * by place, a cleared date as a date without parts. Throws `invalid-input` for an unknown status.
 */
export function patchArguments(owner: ListOwner, kind: MediaKind, patch: EntryPatch): Arguments {
  const values: Arguments = {}
  if (patch.status !== undefined) values.status = statusWord(patch.status)
  if (patch.score !== undefined) values.scoreRaw = patch.score ?? 0
  for (const [field, name] of plainNames) {
    if (patch[field] !== undefined) values[name] = patch[field]
  }
  const names = owner.options.advancedScores[kind]
  const { advancedScores } = patch
  if (advancedScores !== undefined && names.length > 0) {
    values.advancedScores = names.map((name) => advancedScores[name] ?? 0)
  }
  if (patch.startedAt !== undefined) values.startedAt = dateParts(patch.startedAt)
  if (patch.completedAt !== undefined) values.completedAt = dateParts(patch.completedAt)
  return values
}

export function namesOf(values: Arguments): readonly ArgumentName[] {
  return Object.keys(values) as ArgumentName[]
}

/** The arguments of many saves as variables of one document: `progress0`, `progress1`. */
export function numbered(all: readonly Arguments[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    all.flatMap((values, index) =>
      Object.entries(values).map(([name, value]) => [`${name}${index}`, value] as const),
    ),
  )
}
