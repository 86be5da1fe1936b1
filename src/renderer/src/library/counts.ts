import { type Status, statuses } from '../../../shared/status'
import { isHidden, isListed, statusOf } from './facts'
import type { RowSet } from './row-set'

export interface Counts {
  readonly status: Readonly<Record<Status, number>>
  /** By the name of a custom list. */
  readonly custom: Readonly<Record<string, number>>
  readonly all: number
  /** Kept out of the lists by status. */
  readonly hidden: number
}

/** How many rows each tab has. Hidden entries count for their custom lists only. */
export function countRows(set: RowSet): Counts {
  const byStatus = statuses.map(() => 0)
  const custom: Record<string, number> = {}
  let hidden = 0
  set.facts.forEach((facts, index) => {
    if (set.isGone(index)) return
    const at = statusOf(facts)
    if (isHidden(facts)) hidden += 1
    else byStatus[at] = (byStatus[at] ?? 0) + 1
    if (!isListed(facts)) return
    for (const name of set.rows[index]?.entry.customLists ?? []) {
      custom[name] = (custom[name] ?? 0) + 1
    }
  })
  const status = Object.fromEntries(
    statuses.map((name, at) => [name, byStatus[at] ?? 0]),
  ) as Record<Status, number>
  return { status, custom, all: set.size(), hidden }
}
