import { changesTo, type EntryFields, type EntryPatch } from '../../../shared/entry'
import { dateParts, type FuzzyDate } from '../../../shared/fuzzy-date'
import type { Status } from '../../../shared/status'

/**
 * What a file adds to an entry without taking anything away: the higher progress, the earlier
 * start, the later finish, what was empty. Nothing completed is ever made less; empty never
 * overwrites. Filling twice changes nothing more.
 */
export function fillGaps(current: EntryFields, file: EntryPatch): EntryPatch {
  const merged = {
    status: furtherStatus(current.status, file.status),
    score: current.score ?? file.score ?? null,
    ...progressOf(current, file),
    repeats: Math.max(current.repeats, file.repeats ?? 0),
    startedAt: chosenDate(current.startedAt, file.startedAt, Math.min),
    completedAt: chosenDate(current.completedAt, file.completedAt, Math.max),
    notes: current.notes === '' ? (file.notes ?? '') : current.notes,
    private: current.private || file.private === true,
    hidden: current.hidden || file.hidden === true,
    customLists: [...new Set([...current.customLists, ...(file.customLists ?? [])])],
    advancedScores: filledScores(current.advancedScores, file.advancedScores ?? {}),
    priority: current.priority || (file.priority ?? 0),
    personalScore: current.personalScore ?? file.personalScore ?? null,
    repeatDesire: current.repeatDesire || (file.repeatDesire ?? 0),
  } satisfies EntryFields
  return changesTo(current, merged)
}

/** How far along a status is; within one step, what is on the list stays. */
const steps: Readonly<Record<Status, number>> = {
  planned: 0,
  'not-interested': 0,
  current: 1,
  paused: 1,
  dropped: 1,
  completed: 2,
  repeating: 2,
}

function furtherStatus(current: Status, file: Status | undefined): Status {
  return file !== undefined && steps[file] > steps[current] ? file : current
}

/** Who watches again is at an episode of now: the progress of the first time says nothing of it. */
function progressOf(current: EntryFields, file: EntryPatch) {
  const isAgain = current.status === 'repeating'
  const fileIsAgain = file.status === 'repeating'
  if (isAgain !== fileIsAgain && (isAgain || current.status === 'completed')) {
    return { progress: current.progress, progressVolumes: current.progressVolumes }
  }
  return {
    progress: Math.max(current.progress, file.progress ?? 0),
    progressVolumes: Math.max(current.progressVolumes, file.progressVolumes ?? 0),
  }
}

/**
 * The earlier or later of two dates. If one is the other with more parts known, it is the better
 * of both; where years are missing they cannot be compared, and what is on the list stays.
 */
function chosenDate(
  current: FuzzyDate | null,
  file: FuzzyDate | null | undefined,
  choose: (a: number, b: number) => number,
): FuzzyDate | null {
  if (current === null || file === null || file === undefined) return current ?? file ?? null
  if (isWithin(file, current)) return file
  if (isWithin(current, file)) return current
  if (dateParts(current).year === null || dateParts(file).year === null) return current
  return choose(current, file)
}

/** True when the parts that the coarser date knows are the same in the finer one. */
function isWithin(finer: FuzzyDate, coarser: FuzzyDate): boolean {
  const known = dateParts(coarser)
  const parts = dateParts(finer)
  return (['year', 'month', 'day'] as const).every(
    (part) => known[part] === null || known[part] === parts[part],
  )
}

function filledScores(
  current: Readonly<Record<string, number>>,
  file: Readonly<Record<string, number>>,
): Record<string, number> {
  const missing = Object.entries(file).filter(([name]) => !ownScore(current, name))
  return Object.fromEntries([...Object.entries(current), ...missing])
}

function ownScore(scores: Readonly<Record<string, number>>, name: string): number | undefined {
  return Object.hasOwn(scores, name) ? scores[name] : undefined
}
