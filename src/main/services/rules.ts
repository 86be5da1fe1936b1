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
export function followRules(patch: EntryPatch, context: RuleContext): EntryPatch {
  const status = statusFor(patch, context)
  const completed = { ...progressFor({ ...patch, ...status }, context), ...patch, ...status }
  return { ...datesFor(completed, context), ...completed }
}

/** The status that progress brings about. */
function statusFor(patch: EntryPatch, { before, total, rules }: RuleContext): EntryPatch {
  const wasAt = before?.progress ?? 0
  const was = before?.status ?? null
  const progress = patch.progress ?? wasAt
  if (patch.status !== undefined || progress <= wasAt) return {}
  if (isLast(progress, total) && rules.completeOnLast && was !== 'completed') {
    return was === 'repeating'
      ? { status: 'completed', repeats: patch.repeats ?? (before?.repeats ?? 0) + 1 }
      : { status: 'completed' }
  }
  return was === 'planned' && rules.startOnFirst ? { status: 'current' } : {}
}

/** What is completed has been seen to its end. */
function progressFor(patch: EntryPatch, { before, total, rules }: RuleContext): EntryPatch {
  const ends = patch.status === 'completed' && before?.status !== 'completed'
  return ends && total !== null && rules.completeOnLast ? { progress: total } : {}
}

function datesFor(patch: EntryPatch, { before, today, rules }: RuleContext): EntryPatch {
  const was = before?.status ?? null
  // Beginning or ending again is not what the dates tell about.
  const isAgain = was === 'repeating' || was === 'completed'
  const starts = patch.status === 'current' && was !== 'current' && !isAgain
  const ends = patch.status === 'completed' && !isAgain
  const isFree = (field: 'startedAt' | 'completedAt') => (before?.[field] ?? null) === null
  return {
    ...(rules.setStartDate && starts && isFree('startedAt') ? { startedAt: today } : {}),
    ...(rules.setFinishDate && ends && isFree('completedAt') ? { completedAt: today } : {}),
  }
}

function isLast(progress: number, total: number | null) {
  return total !== null && total > 0 && progress >= total
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
