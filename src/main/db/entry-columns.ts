import type { Entry, EntryFields } from '../../shared/entry'
import type { Status } from '../../shared/status'
import type { TitleKey } from '../../shared/media'

/** A row of `entries` as SQLite gives it. */
export interface EntryColumns {
  key: number
  status: string
  score: number | null
  progress: number
  progress_volumes: number
  repeats: number
  started_at: number | null
  completed_at: number | null
  notes: string
  private: number
  hidden: number
  custom_lists: string
  advanced_scores: string
  priority: number
  personal_score: number | null
  repeat_desire: number
  entry_id: number | null
  created_at: number | null
  updated_at: number | null
  local: string | null
}

export const entryColumnNames =
  'key, status, score, progress, progress_volumes, repeats, started_at, completed_at, notes, ' +
  'private, hidden, custom_lists, advanced_scores, priority, personal_score, repeat_desire, ' +
  'entry_id, created_at, updated_at, local'

/** Most entries are in no list and have no parts of a score: those need no parser. */
const noLists: readonly string[] = []
const noScores: Readonly<Record<string, number>> = {}

export function toEntry(title: TitleKey, row: EntryColumns): Entry {
  return {
    title,
    status: row.status as Status,
    score: row.score,
    progress: row.progress,
    progressVolumes: row.progress_volumes,
    repeats: row.repeats,
    startedAt: row.started_at,
    completedAt: row.completed_at,
    notes: row.notes,
    private: row.private === 1,
    hidden: row.hidden === 1,
    customLists: row.custom_lists === '[]' ? noLists : (JSON.parse(row.custom_lists) as string[]),
    advancedScores:
      row.advanced_scores === '{}'
        ? noScores
        : (JSON.parse(row.advanced_scores) as Record<string, number>),
    priority: row.priority,
    personalScore: row.personal_score,
    repeatDesire: row.repeat_desire,
    entryId: row.entry_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** The values of an entry in the order of `entryColumnNames`. */
export function toColumns(key: number, entry: EntryFields & Partial<Entry>, local: object | null) {
  return [
    key,
    entry.status,
    entry.score,
    entry.progress,
    entry.progressVolumes,
    entry.repeats,
    entry.startedAt,
    entry.completedAt,
    entry.notes,
    Number(entry.private),
    Number(entry.hidden),
    JSON.stringify(entry.customLists),
    JSON.stringify(ratedOnly(entry.advancedScores)),
    entry.priority,
    entry.personalScore,
    entry.repeatDesire,
    entry.entryId ?? null,
    entry.createdAt ?? null,
    entry.updatedAt ?? null,
    local ? JSON.stringify(local) : null,
  ]
}

/** Without the parts that were never rated: services send zeros for those, and short rows are cheap. */
export function ratedOnly(scores: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(scores).filter(([, score]) => score !== 0))
}
