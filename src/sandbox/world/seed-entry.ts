import { fuzzyDate } from '../../shared/fuzzy-date'
import { between, pick, sample } from '../core/random'
import { nextAiring } from './airing'
import type { EntryChange, EntryStatus } from './entry'
import type { Series } from './series'
import { customListsOf, type SandboxUser } from './user'

const notes = [
  'Recommended by a friend.',
  'Stopped at the beach episode.\nGo on in winter.',
  'Great music ♪ – listen to the ending again.',
  'もう一度見たい。',
  '<b>Not</b> a tag & "quoted" text.',
  '#rewatch #autumn',
]

/** What a person might have entered for a title; `updatedAt` in Unix s. */
export function seedEntry(
  series: Series,
  status: EntryStatus,
  user: SandboxUser,
  random: () => number,
  updatedAt: number,
): EntryChange {
  const total = series.episodes ?? series.chapters
  const aired = series.broadcast ? (nextAiring(series, updatedAt)?.episode ?? 1) - 1 : Infinity
  const progress = Math.min(aired, progressOf(status, total, random))
  const seen = status !== 'PLANNING' && status !== 'NOT_INTERESTED'
  const finished = status === 'COMPLETED' || status === 'REPEATING'
  return {
    status,
    progress,
    score: seen && random() < 0.75 ? scoreOf(random) : 0,
    progressVolumes: series.type === 'manga' ? volumesOf(series, progress, total) : 0,
    repeat: finished && random() < 0.1 ? between(random, 1, 4) : 0,
    priority: random() < 0.05 ? between(random, 1, 3) : 0,
    private: random() < 0.04,
    notes: random() < 0.07 ? pick(random, notes) : null,
    ...customListsFor(series, user, random),
    advancedScores: advancedOf(user, seen, random),
    startedAt: seen && random() < 0.7 ? partialDay(updatedAt - 4_000_000, random) : null,
    completedAt: finished && random() < 0.7 ? partialDay(updatedAt, random) : null,
  }
}

function progressOf(status: EntryStatus, total: number | null, random: () => number): number {
  switch (status) {
    case 'PLANNING':
    case 'NOT_INTERESTED':
      return 0
    case 'COMPLETED':
      return total ?? between(random, 1, 60)
    case 'CURRENT':
    case 'DROPPED':
    case 'PAUSED':
    case 'REPEATING':
      return between(random, 0, Math.max(1, (total ?? 40) - 1))
  }
}

function volumesOf(series: Series, chapters: number, total: number | null): number {
  if (series.volumes !== null && chapters === total) return series.volumes
  return Math.floor(chapters / 9)
}

/** Scores crowd around 75 and reach from 10 to 100. */
function scoreOf(random: () => number): number {
  const bell = (random() + random() + random()) / 3
  return Math.min(100, Math.max(10, Math.round(30 + bell * 88)))
}

/** A few stand in custom lists, and of those a few nowhere else. */
function customListsFor(
  { type }: Series,
  user: SandboxUser,
  random: () => number,
): Pick<EntryChange, 'customLists' | 'hidden'> {
  const names = customListsOf(user, type)
  const customLists = random() < 0.12 ? sample(random, names, between(random, 1, 2)) : []
  return { customLists, hidden: customLists.length > 0 && random() < 0.2 }
}

function advancedOf(user: SandboxUser, seen: boolean, random: () => number): number[] {
  if (!user.advancedScoringEnabled) return []
  if (!seen || random() > 0.3) return user.advancedScoring.map(() => 0)
  return user.advancedScoring.map(() => between(random, 4, 10) * 10)
}

/** Some people remember only the month or the year. */
function partialDay(seconds: number, random: () => number): number | null {
  const date = new Date(seconds * 1000)
  const roll = random()
  return fuzzyDate({
    year: date.getUTCFullYear(),
    month: roll < 0.05 ? 0 : date.getUTCMonth() + 1,
    day: roll < 0.12 ? 0 : date.getUTCDate(),
  })
}
