import type { ListEntry } from '../../../src/sandbox/world/entry'
import type { Entry, EntryPatch } from '../../../src/shared/entry'
import type { Status } from '../../../src/shared/status'

/** What the edits of a campaign touch: what all three services can hold. */
export const touchable = ['status', 'score', 'progress', 'repeats', 'notes'] as const
export type Touchable = (typeof touchable)[number]
export type Touch = Pick<Entry, Touchable>
export type TouchPatch = Pick<EntryPatch, Touchable>

/** An entry in plain words, for comparing: what edits touch, and everything else as text. */
export interface Seen extends Touch {
  readonly rest: string
}

export const untouched: Touch = {
  status: 'planned',
  score: null,
  progress: 0,
  repeats: 0,
  notes: '',
}

const statusOf: Readonly<Record<ListEntry['status'], Status>> = {
  CURRENT: 'current',
  PLANNING: 'planned',
  COMPLETED: 'completed',
  DROPPED: 'dropped',
  PAUSED: 'paused',
  REPEATING: 'repeating',
  NOT_INTERESTED: 'not-interested',
}

const wordOf = Object.fromEntries(
  Object.entries(statusOf).map(([word, status]) => [status, word]),
) as Record<Status, ListEntry['status']>

/** An entry of the service, as the campaign compares it. */
export function seenThere(entry: ListEntry | undefined): Seen | null {
  if (!entry) return null
  const { progressVolumes, priority, hidden, customLists, advancedScores } = entry
  const { startedAt, completedAt, personal, desire } = entry
  const dates = [startedAt, completedAt]
  const lists = customLists.toSorted()
  const more = [progressVolumes, priority, entry.private, hidden, lists, personal, desire]
  return {
    status: entry.repeating ? 'repeating' : statusOf[entry.status],
    score: entry.score || null,
    progress: entry.progress,
    repeats: entry.repeat,
    notes: entry.notes ?? '',
    rest: JSON.stringify([
      ...dates,
      ...more,
      advancedScores.some((score) => score > 0) && advancedScores,
    ]),
  }
}

/** The same change in the words of the service, as another device makes it. */
export function changeThere(patch: TouchPatch) {
  const { status, score, progress, repeats, notes } = patch
  return {
    ...(status === undefined ? {} : { status: wordOf[status], repeating: false }),
    ...(score === undefined ? {} : { score: score ?? 0 }),
    ...(progress === undefined ? {} : { progress }),
    ...(repeats === undefined ? {} : { repeat: repeats }),
    ...(notes === undefined ? {} : { notes: notes || null }),
  }
}

export function touchOf(entry: Touch): Touch {
  const { status, score, progress, repeats, notes } = entry
  return { status, score, progress, repeats, notes }
}
