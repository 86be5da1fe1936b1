import type { Media } from '../media'

/** The year of a title: that of its season, else the one in which it began; `null` when unknown. */
export function yearOf({ seasonYear, startDate }: Pick<Media, 'seasonYear' | 'startDate'>) {
  return seasonYear ?? (startDate ? Math.floor(startDate / 10_000) || null : null)
}
