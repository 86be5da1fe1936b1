import type { BucketLimits } from '../providers/provider'

/** How full a limit is at a moment; all times in monotonic ms. */
export interface Filling {
  /** When the slots ended that are still counted, oldest first. */
  readonly ended: readonly number[]
  readonly inFlight: number
  /** Nothing starts before: the spacing, or a pause that the service asked for. */
  readonly notBefore: number
}

/**
 * When the last of so many requests can start, in monotonic ms, if nothing else is sent and each is
 * answered at once. Busy slots count: a limit that is full makes even the first one wait.
 */
export function lastStartAt(
  requests: number,
  { windows, spacingMs }: Pick<BucketLimits, 'windows' | 'spacingMs'>,
  { ended, inFlight, notBefore }: Filling,
  now: number,
): number {
  const ends = [...ended, ...Array.from({ length: inFlight }, () => now)]
  let start = Math.max(now, notBefore)
  for (let sent = 0; sent < requests; sent += 1) {
    if (sent > 0) start += spacingMs
    for (const { max, ms } of windows) start = Math.max(start, (ends.at(-max) ?? -Infinity) + ms)
    ends.push(start)
  }
  return requests > 0 ? start : now
}
