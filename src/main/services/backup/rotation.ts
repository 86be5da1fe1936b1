const day = 24 * 3600 * 1000
const mostDaily = 7
const mostWeekly = 8

/** A backup by its name and when it was made, in Unix ms. */
export interface Kept {
  readonly name: string
  readonly madeAt: number
}

/**
 * Which backups may go: all but the newest of each of the last 7 days that have one, and the newest
 * of each of the last 8 weeks that have one.
 */
export function superfluous(files: readonly Kept[]): readonly Kept[] {
  const newestFirst = files.toSorted((a, b) => b.madeAt - a.madeAt)
  const kept = new Set([
    ...newestOfEach(newestFirst, day, mostDaily),
    ...newestOfEach(newestFirst, 7 * day, mostWeekly),
  ])
  return newestFirst.filter((file) => !kept.has(file))
}

/** True when the newest backup is older than a day. */
export function isDue(files: readonly Kept[], now: number): boolean {
  const newest = Math.max(0, ...files.map(({ madeAt }) => madeAt))
  // A clock that went back must not stop backups.
  return now - newest >= day || newest > now + day
}

function newestOfEach(newestFirst: readonly Kept[], span: number, most: number): Kept[] {
  const spans = new Map<number, Kept>()
  for (const file of newestFirst) {
    const index = Math.floor(file.madeAt / span)
    if (!spans.has(index) && spans.size < most) spans.set(index, file)
  }
  return [...spans.values()]
}
