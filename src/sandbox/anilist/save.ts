import { fuzzyDate } from '../../shared/fuzzy-date'
import type { EntryChange, EntryStatus, ListEntry } from '../world/entry'
import type { Series } from '../world/series'
import { customListsOf, type SandboxUser } from '../world/user'
import type { GraphContext } from './context'
import { apiError } from './errors'
import { rawScore } from './scores'

type DateArg = { year?: number | null; month?: number | null; day?: number | null } | null

export interface SaveArgs {
  status?: EntryStatus | null
  score?: number | null
  scoreRaw?: number | null
  progress?: number | null
  progressVolumes?: number | null
  repeat?: number | null
  priority?: number | null
  private?: boolean | null
  notes?: string | null
  hiddenFromStatusLists?: boolean | null
  customLists?: (string | null)[] | null
  advancedScores?: (number | null)[] | null
  startedAt?: DateArg
  completedAt?: DateArg
}

const most: Readonly<Record<string, number>> = {
  score: 100,
  scoreRaw: 100,
  repeat: 1000,
  priority: 255,
  progress: Infinity,
  progressVolumes: Infinity,
}
const longestNotes = 6000

/** Refuses values out of bounds as AniList does: every wrong field with its words. */
export function checkSave(args: SaveArgs): void {
  const wrong: Record<string, string[]> = {}
  for (const [name, value] of Object.entries(args)) {
    const limit = most[name]
    const label = name.replace(/[A-Z]/g, (sign) => ` ${sign.toLowerCase()}`)
    if (limit === undefined || typeof value !== 'number') continue
    if (value < 0) wrong[name] = [`The ${label} must be at least 0.`]
    if (value > limit) wrong[name] = [`The ${label} may not be greater than ${limit}.`]
  }
  if ((args.notes ?? '').length > longestNotes) {
    wrong.notes = [`The notes may not be greater than ${longestNotes} characters.`]
  }
  for (const name of ['startedAt', 'completedAt'] as const) {
    if (isImpossible(args[name])) wrong[name] = ['The date is not valid.']
  }
  if (Object.keys(wrong).length > 0) throw apiError('validation', 400, wrong)
}

/** What a save changes: only what was sent. */
export function changeOf(
  args: SaveArgs,
  user: SandboxUser,
  series: Series,
  existing: ListEntry | undefined,
  context: GraphContext,
): EntryChange {
  const change: EntryChange = {}
  if (args.status) change.status = args.status
  if (typeof args.score === 'number') change.score = rawScore(args.score, user.scoreFormat)
  if (typeof args.scoreRaw === 'number') change.score = args.scoreRaw
  if (typeof args.progress === 'number') change.progress = args.progress
  if (typeof args.progressVolumes === 'number') change.progressVolumes = args.progressVolumes
  if (typeof args.repeat === 'number') change.repeat = args.repeat
  if (typeof args.priority === 'number') change.priority = args.priority
  if (typeof args.private === 'boolean') change.private = args.private
  if (args.notes !== undefined) change.notes = args.notes || null
  if (typeof args.hiddenFromStatusLists === 'boolean') change.hidden = args.hiddenFromStatusLists
  if (args.customLists) {
    const kept = context.behaviour().customLists === 'add' ? (existing?.customLists ?? []) : []
    const wanted = new Set([...kept, ...args.customLists])
    change.customLists = customListsOf(user, series.type).filter((name) => wanted.has(name))
  }
  if (args.advancedScores) change.advancedScores = args.advancedScores.map((score) => score ?? 0)
  if (args.startedAt !== undefined) change.startedAt = dateOf(args.startedAt)
  if (args.completedAt !== undefined) change.completedAt = dateOf(args.completedAt)
  return withCompletionDate(change, existing, context)
}

/** A title completed without a date was seen to get the day it is at the server. */
function withCompletionDate(
  change: EntryChange,
  existing: ListEntry | undefined,
  { behaviour, now }: GraphContext,
): EntryChange {
  const { completionDate } = behaviour()
  const completes = change.status === 'COMPLETED' && existing?.status !== 'COMPLETED'
  const applies = completionDate === 'always' || (completionDate === 'create' && !existing)
  const dated = change.completedAt !== undefined || existing?.completedAt
  if (!completes || !applies || dated) return change
  const today = new Date(now * 1000)
  const [year, month, day] = [today.getUTCFullYear(), today.getUTCMonth() + 1, today.getUTCDate()]
  return { ...change, completedAt: fuzzyDate({ year, month, day }) }
}

function dateOf(date: DateArg): number | null {
  if (!date) return null
  return fuzzyDate({ year: date.year ?? null, month: date.month ?? null, day: date.day ?? null })
}

function isImpossible(date: DateArg | undefined): boolean {
  if (!date) return false
  const sent = [date.year, date.month, date.day].some((part) => (part ?? 0) !== 0)
  return sent && dateOf(date) === null
}
