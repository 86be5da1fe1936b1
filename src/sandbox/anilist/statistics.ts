import type { ListEntry } from '../world/entry'
import type { Series } from '../world/series'

export interface CountedEntry {
  entry: ListEntry
  series: Series
}

interface Figures {
  count: number
  /** 0–100. */
  meanScore: number
  minutesWatched: number
  chaptersRead: number
}

/** The figures of AniList's profile page over some entries. */
export function statisticsOf(entries: readonly CountedEntry[]): Figures & {
  standardDeviation: number
  episodesWatched: number
  volumesRead: number
} {
  const scores = entries.map(({ entry }) => entry.score).filter((score) => score > 0)
  const mean = average(scores)
  const anime = entries.filter(({ series }) => series.type === 'anime')
  return {
    ...figuresOf(entries),
    standardDeviation: Math.sqrt(average(scores.map((score) => (score - mean) ** 2))),
    episodesWatched: sum(anime.map(({ entry }) => entry.progress)),
    volumesRead: sum(entries.map(({ entry }) => entry.progressVolumes)),
  }
}

/** The same figures for each value that entries have, under the name AniList gives that value. */
export function grouped(
  entries: readonly CountedEntry[],
  name: string,
  valuesOf: (counted: CountedEntry) => readonly (string | number)[],
): unknown[] {
  const groups = new Map<string | number, CountedEntry[]>()
  for (const counted of entries) {
    for (const value of valuesOf(counted)) {
      const members = groups.get(value)
      if (members) members.push(counted)
      else groups.set(value, [counted])
    }
  }
  return [...groups].map(([value, members]) => ({
    ...figuresOf(members),
    mediaIds: members.map(({ series }) => series.id),
    [name]: value,
  }))
}

function figuresOf(entries: readonly CountedEntry[]): Figures {
  return {
    count: entries.length,
    meanScore: average(entries.map(({ entry }) => entry.score).filter((score) => score > 0)),
    minutesWatched: sum(
      entries.map(({ entry, series }) => entry.progress * (series.duration ?? 0)),
    ),
    chaptersRead: sum(
      entries.map(({ entry, series }) => (series.type === 'manga' ? entry.progress : 0)),
    ),
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length
}
