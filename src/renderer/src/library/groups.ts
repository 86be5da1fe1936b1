import { seasons } from '../../../shared/media'
import { statuses } from '../../../shared/status'
import { statusOf } from './facts'
import type { Indexes } from './pick'
import type { RowSet } from './row-set'

/** By what a list is divided. */
export const groupings = ['none', 'status', 'season'] as const
export type Grouping = (typeof groupings)[number]

/** A part of a list under one heading. */
export interface Section {
  /** A status, or the number of a season as `seasonAt` reads it; 0 is not known. */
  readonly group: number
  /** The place of its first row, from 0, and how many it has. */
  readonly from: number
  readonly count: number
}

/** Rows in the order of their groups, and where each begins. Within a group the order stays. */
export function groupRows(
  set: RowSet,
  indexes: Indexes,
  grouping: Exclude<Grouping, 'none'>,
): { readonly indexes: Indexes; readonly sections: readonly Section[] } {
  const parts = new Map<number, number[]>()
  for (const index of indexes) {
    const group = grouping === 'status' ? statusOf(set.facts[index] ?? 0) : seasonOf(set, index)
    const part = parts.get(group)
    if (part) part.push(index)
    else parts.set(group, [index])
  }
  // Statuses in their usual order; the newest season first and what has none last.
  const way = grouping === 'status' ? 1 : -1
  const ordered = [...parts].toSorted(([a], [b]) => (a - b) * way)
  const sections: Section[] = []
  let from = 0
  for (const [group, part] of ordered) {
    sections.push({ group, from, count: part.length })
    from += part.length
  }
  return { indexes: Uint32Array.from(ordered.flatMap(([, part]) => part)), sections }
}

export const statusAt = (group: number) => statuses[group] ?? 'current'

/** Year and season of a group; a year alone where the season is not known, `null` without either. */
export function seasonAt(group: number) {
  if (group === 0) return null
  return { year: Math.floor(group / 10), season: seasons[(group % 10) - 1] ?? null }
}

function seasonOf(set: RowSet, index: number): number {
  const media = set.rows[index]?.media
  if (!media) return 0
  const year = media.seasonYear ?? (media.startDate ? Math.floor(media.startDate / 10_000) : 0)
  return year ? year * 10 + (media.season ? seasons.indexOf(media.season) + 1 : 0) : 0
}
