import type { ListRow } from '../../../shared/entry'
import type { FuzzyDate } from '../../../shared/fuzzy-date'
import { isFullDate } from '../../../shared/fuzzy-date'
import type { MediaFormat, Season } from '../../../shared/media'
import { yearOf } from '../../../shared/query/year-of'
import { type ScoreFormat, type ScoreTable, toShown } from '../../../shared/score'
import type { Status } from '../../../shared/status'
import { binOf, scoreBins } from './score-bins'
import { isFinished, minutesSeen, partsSeen } from './seen'

/** What is known of some titles together. */
export interface Group {
  titles: number
  scored: number
  /** Of scores as the account shows them. */
  sum: number
  minutes: number
}

export interface TallyLook {
  readonly scoreFormat: ScoreFormat
  readonly scoreTable: ScoreTable
  /** Adult titles count only where they are shown. */
  readonly adult: 'shown' | 'hidden'
  /** The day of a time in Unix s, where the user is. */
  readonly dayOf: (seconds: number) => FuzzyDate
}

export type Tally = ReturnType<typeof createTally>

/** Counts a list row by row, so that a large one can be counted in slices. */
export function createTally({ scoreFormat, scoreTable, adult, dayOf }: TallyLook) {
  const all = emptyGroup()
  const status = new Map<Status, number>()
  const formats = new Map<MediaFormat, Group>()
  const years = new Map<number, Group>()
  const seasons = new Map<Season, Group>()
  const genres = new Map<string, Group>()
  const tags = new Map<string, Group>()
  const isTag = new Set<string>()
  const bins = scoreBins(scoreFormat).map(() => 0)
  const days = new Map<FuzzyDate, number>()
  const funnel = { begun: 0, finished: 0, rated: 0, again: 0 }
  const seen = { parts: 0, volumes: 0, repeats: 0, withoutLength: 0, adultLeftOut: 0 }
  let squares = 0

  function count(row: ListRow) {
    const { entry, media } = row
    if (media.adult && adult === 'hidden') {
      seen.adultLeftOut += 1
      return
    }
    const shown = toShown(entry.score, scoreFormat, scoreTable)
    const minutes = minutesSeen(row)
    const into = (group: Group) => addTo(group, shown, minutes ?? 0)

    into(all)
    if (shown !== null) squares += shown * shown
    status.set(entry.status, (status.get(entry.status) ?? 0) + 1)
    if (media.format !== 'unknown') into(groupOf(formats, media.format))
    const year = yearOf(media)
    if (year !== null) into(groupOf(years, year))
    if (media.season) into(groupOf(seasons, media.season))
    for (const name of new Set(media.genres)) into(groupOf(genres, name))
    for (const name of media.tags) isTag.add(name)
    for (const name of new Set([...media.tags, ...media.genres])) into(groupOf(tags, name))

    const bin = binOf(entry.score, scoreFormat, scoreTable)
    if (bin >= 0) bins[bin] = (bins[bin] ?? 0) + 1
    countSeen(row, minutes)
    countFunnel(row)
    countDays(row)
  }

  function countSeen(row: ListRow, minutes: number | null) {
    const parts = partsSeen(row)
    seen.parts += parts
    seen.volumes += row.entry.progressVolumes
    seen.repeats += row.entry.repeats
    if (minutes === null && parts > 0) seen.withoutLength += 1
  }

  function countFunnel(row: ListRow) {
    const { status: at, repeats, score } = row.entry
    if (at !== 'planned' && at !== 'not-interested') funnel.begun += 1
    if (!isFinished(row)) return
    funnel.finished += 1
    if (score) funnel.rated += 1
    if (repeats > 0) funnel.again += 1
  }

  /** A title counts once on each day on which it was begun, finished or last changed. */
  function countDays({ entry }: ListRow) {
    const found = new Set<FuzzyDate>()
    if (entry.updatedAt !== null) found.add(dayOf(entry.updatedAt))
    for (const date of [entry.startedAt, entry.completedAt]) {
      if (date !== null && isFullDate(date)) found.add(date)
    }
    for (const day of found) days.set(day, (days.get(day) ?? 0) + 1)
  }

  return {
    count,
    all,
    status,
    formats,
    years,
    seasons,
    genres,
    /** Tags, counted with genres of the same name, as the list is asked for them. */
    tags: () => new Map([...tags].filter(([name]) => isTag.has(name))),
    bins,
    days,
    funnel,
    seen,
    /** How far scores lie from their mean, in the steps of the account; `null` below two. */
    deviation(): number | null {
      const { scored, sum } = all
      if (scored < 2) return null
      return Math.sqrt(Math.max(0, squares / scored - (sum / scored) ** 2))
    },
  }
}

/** The mean of the scores of a group as the account shows them; `null` when none has one. */
export function meanOf({ scored, sum }: Group): number | null {
  return scored === 0 ? null : sum / scored
}

function emptyGroup(): Group {
  return { titles: 0, scored: 0, sum: 0, minutes: 0 }
}

function groupOf<K>(groups: Map<K, Group>, key: K): Group {
  const known = groups.get(key)
  if (known) return known
  const group = emptyGroup()
  groups.set(key, group)
  return group
}

function addTo(group: Group, shown: number | null, minutes: number) {
  group.titles += 1
  group.minutes += minutes
  if (shown === null) return
  group.scored += 1
  group.sum += shown
}
