import type { Entry, EntryPatch } from '../../shared/entry'
import type { FuzzyDate } from '../../shared/fuzzy-date'
import type { Settings } from '../../shared/settings'

export interface RuleContext {
  /** `null`: the title is not on the list yet. */
  readonly before: Entry | null
  /** Episodes or chapters in all; `null` when unknown: then nothing is ever the last one. */
  readonly total: number | null
  /** The user's day. */
  readonly today: FuzzyDate
  readonly rules: Settings['rules']
}

/**
 * What an edit brings with it by the user's own rules. A field that the user sets is never
 * overruled, a date that is there never replaced: a rewatch keeps both.
 */
export function followRules(
  patch: EntryPatch,
  { before, total, today, rules }: RuleContext,
): EntryPatch {
  const was = before?.status ?? null
  const wasAt = before?.progress ?? 0
  const progress = patch.progress ?? wasAt
  let next: EntryPatch = { ...patch }
  if (patch.progress !== undefined && patch.status === undefined) {
    next = { ...next, ...statusFor(was, wasAt, progress, before, total, rules) }
  }
  if (next.status === 'completed' && was !== 'completed' && patch.progress === undefined) {
    if (total !== null && rules.completeOnLast) next = { ...next, progress: total }
  }
  const status = next.status ?? was
  const starts = status === 'current' && was !== 'current' && was !== 'repeating'
  const noStart = (before?.startedAt ?? null) === null && !('startedAt' in patch)
  if (rules.setStartDate && starts && noStart && was !== 'completed')
    next = { ...next, startedAt: today }
  const ends = next.status === 'completed' && was !== 'completed' && was !== 'repeating'
  const noEnd = (before?.completedAt ?? null) === null && !('completedAt' in patch)
  if (rules.setFinishDate && ends && noEnd) next = { ...next, completedAt: today }
  return next
}

function statusFor(
  was: Entry['status'] | null,
  wasAt: number,
  progress: number,
  before: Entry | null,
  total: number | null,
  rules: Settings['rules'],
): EntryPatch {
  const isLast = total !== null && total > 0 && progress >= total && progress > wasAt
  if (isLast && rules.completeOnLast && was === 'repeating') {
    return { status: 'completed', repeats: (before?.repeats ?? 0) + 1 }
  }
  if (isLast && rules.completeOnLast && was !== 'completed') return { status: 'completed' }
  if (progress > wasAt && was === 'planned' && rules.startOnFirst) return { status: 'current' }
  return {}
}

/** What starting or finishing a rewatch or reread changes. Never a date: the first time counts. */
export function repeatPatch(
  entry: Entry,
  total: number | null,
  step: 'start' | 'finish',
): EntryPatch {
  if (step === 'start') return { status: 'repeating', progress: 0 }
  const progress = total ?? entry.progress
  return { status: 'completed', repeats: entry.repeats + 1, progress }
}
