import { isEmptyPatch } from '../../../shared/entry'
import type { BucketLimits } from '../../providers/provider'
import type { PlanRow } from './types'

export interface Pace {
  /** Entries that one request writes. */
  readonly batchSize: number
  /** Entries that one request reads before they are written; `null` where one reads them all. */
  readonly readSize: number | null
  readonly writes: BucketLimits
  readonly reads: BucketLimits
  readonly removals: BucketLimits
}

export interface Estimate {
  readonly requests: number
  /** ms that the service's own limits ask for, from the first start to the last. */
  readonly ms: number
}

/** What applying a plan costs: requests, and the time at the service's limit. */
export function estimate(plan: readonly PlanRow[], pace: Pace): Estimate {
  const removals = plan.filter(({ type }) => type === 'remove').length
  return estimateOf({ written: plan.filter((row) => isSent(row)).length, removals }, pace)
}

/** The same, from how many entries are written and how many removed. */
export function estimateOf(
  { written, removals }: { readonly written: number; readonly removals: number },
  pace: Pace,
): Estimate {
  const touched = written + removals
  const reads = touched === 0 ? 0 : pace.readSize === null ? 1 : Math.ceil(touched / pace.readSize)
  const shares = [
    { requests: Math.ceil(written / pace.batchSize), limits: pace.writes },
    { requests: reads, limits: pace.reads },
    { requests: removals, limits: pace.removals },
  ]
  const byBucket = new Map<BucketLimits, number>()
  for (const { requests, limits } of shares) {
    byBucket.set(limits, (byBucket.get(limits) ?? 0) + requests)
  }
  return {
    requests: shares.reduce((sum, { requests }) => sum + requests, 0),
    ms: Math.max(...[...byBucket].map(([limits, requests]) => needMs(requests, limits))),
  }
}

/** The time that limits ask for so many requests: the strictest window counts. */
export function needMs(requests: number, { windows, spacingMs }: BucketLimits): number {
  if (requests <= 0) return 0
  const times = windows.map(({ max, ms }) => {
    const full = Math.floor((requests - 1) / max)
    return full * ms + ((requests - 1) % max) * spacingMs
  })
  return Math.max(0, ...times)
}

function isSent({ type, patch, keptHere }: PlanRow): boolean {
  if (type === 'remove') return false
  const sent = Object.entries(patch).filter(([field]) => !keptHere.some((one) => one === field))
  return !isEmptyPatch(Object.fromEntries(sent))
}
