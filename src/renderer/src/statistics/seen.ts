import type { ListRow } from '../../../shared/entry'
import { totalOf } from '../../../shared/media'

/**
 * How many episodes or chapters were seen or read in all, every time counted: what one is at now,
 * the whole of it for each repeat, and once more while one repeats it.
 */
export function partsSeen({ entry, media }: Pick<ListRow, 'entry' | 'media'>): number {
  const whole = totalOf(media) ?? entry.progress
  const rounds = entry.repeats + (entry.status === 'repeating' ? 1 : 0)
  return entry.progress + whole * rounds
}

/** Minutes that went into a title; `null` when the length of its episodes is not known. */
export function minutesSeen(row: Pick<ListRow, 'entry' | 'media'>): number | null {
  const { durationMinutes } = row.media
  return durationMinutes === null ? null : partsSeen(row) * durationMinutes
}

/** Finished at least once. */
export function isFinished({ entry }: Pick<ListRow, 'entry'>): boolean {
  return entry.status === 'completed' || entry.status === 'repeating'
}
