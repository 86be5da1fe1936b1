import type { FuzzyDate } from './fuzzy-date'
import type { Media, TitleKey } from './media'
import type { Status } from './status'

/** What a user can set on a title of a list, over all services. */
export interface EntryFields {
  readonly status: Status
  /** Raw 0–100; `null` is no score. */
  readonly score: number | null
  /** Episodes or chapters. */
  readonly progress: number
  readonly progressVolumes: number
  readonly repeats: number
  readonly startedAt: FuzzyDate | null
  readonly completedAt: FuzzyDate | null
  readonly notes: string
  readonly private: boolean
  /** Kept out of the status lists; seen in custom lists only. */
  readonly hidden: boolean
  readonly customLists: readonly string[]
  /** Raw 0–100 by name. */
  readonly advancedScores: Readonly<Record<string, number>>
  readonly priority: number
  /** aniSearch: a score that counts for nobody else; raw 0–100. */
  readonly personalScore: number | null
  /** aniSearch: 0–5. */
  readonly repeatDesire: number
}

export type EntryField = keyof EntryFields
export type EntryPatch = { readonly [F in EntryField]?: EntryFields[F] }

/** A title on an account's list. */
export interface Entry extends EntryFields {
  readonly title: TitleKey
  /** The service's own id of the entry, where it has one. */
  readonly entryId: number | null
  /** Unix s. */
  readonly createdAt: number | null
  readonly updatedAt: number | null
}

export interface EntryRef {
  readonly accountId: number
  readonly title: TitleKey
}

/** Where an entry's latest change stands. */
export const entryStates = ['saved', 'waiting', 'sending', 'attention', 'conflict'] as const
export type EntryState = (typeof entryStates)[number]

/** One row of the library as the window gets it. */
export interface ListRow {
  readonly title: TitleKey
  readonly entry: Entry
  readonly media: Media
  readonly state: EntryState
}

export const emptyFields: EntryFields = {
  status: 'planned',
  score: null,
  progress: 0,
  progressVolumes: 0,
  repeats: 0,
  startedAt: null,
  completedAt: null,
  notes: '',
  private: false,
  hidden: false,
  customLists: [],
  advancedScores: {},
  priority: 0,
  personalScore: null,
  repeatDesire: 0,
}

export const entryFields = Object.keys(emptyFields) as readonly EntryField[]

/** True when both values of a field mean the same; the order of custom lists means nothing. */
export function sameValue<F extends EntryField>(field: F, a: EntryFields[F], b: EntryFields[F]) {
  if (Object.is(a, b)) return true
  if (field === 'customLists') return sameSet(a as readonly string[], b as readonly string[])
  if (field === 'advancedScores') {
    return sameScores(a as Record<string, number>, b as Record<string, number>)
  }
  return false
}

/** The fields of `patch` whose value differs from `base`. */
export function changesTo(base: EntryFields, patch: EntryPatch): EntryPatch {
  return Object.fromEntries(
    entryFields
      .filter((field) => field in patch && !sameValue(field, base[field], patch[field] as never))
      .map((field) => [field, patch[field]]),
  )
}

/** Only the settable fields of an entry. */
export function fieldsOf(entry: EntryFields): EntryFields {
  return {
    status: entry.status,
    score: entry.score,
    progress: entry.progress,
    progressVolumes: entry.progressVolumes,
    repeats: entry.repeats,
    startedAt: entry.startedAt,
    completedAt: entry.completedAt,
    notes: entry.notes,
    private: entry.private,
    hidden: entry.hidden,
    customLists: entry.customLists,
    advancedScores: entry.advancedScores,
    priority: entry.priority,
    personalScore: entry.personalScore,
    repeatDesire: entry.repeatDesire,
  }
}

/** Which fields a patch sets. */
export function fieldsIn(patch: EntryPatch): readonly EntryField[] {
  return Object.keys(patch) as EntryField[]
}

/** These fields alone. */
export function pickFields(from: EntryPatch, fields: readonly EntryField[]): EntryPatch {
  return Object.fromEntries(fields.map((field) => [field, from[field]]))
}

/** What a patch sets of other fields. */
export function withoutFields(patch: EntryPatch, fields: readonly EntryField[]): EntryPatch {
  return pickFields(
    patch,
    fieldsIn(patch).filter((field) => !fields.includes(field)),
  )
}

export function isEmptyPatch(patch: EntryPatch): boolean {
  return Object.keys(patch).length === 0
}

function sameSet(a: readonly string[], b: readonly string[]) {
  return a.length === b.length && a.every((item) => b.includes(item))
}

/** A score of 0 is the same as none: services fill in zeros for names that were never rated. */
function sameScores(a: Record<string, number>, b: Record<string, number>) {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    (name) => (a[name] ?? 0) === (b[name] ?? 0),
  )
}
