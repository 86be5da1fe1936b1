import { isFullDate } from '../../shared/fuzzy-date'
import { between } from '../core/random'
import type { Lists } from './lists'
import type { SeriesType } from './series'
import { randomOf } from './series-facts'

/** Turns a made-up list into one that aniSearch can hold: full dates, no custom lists. */
export function seedAnisearch(lists: Lists, userId: number, type: SeriesType): void {
  for (const entry of [...lists.of(userId, type).values()]) {
    const random = randomOf(entry.mediaId, userId)
    const seen = entry.status !== 'PLANNING' && entry.status !== 'NOT_INTERESTED'
    lists.put({
      ...entry,
      startedAt: fullOrNone(entry.startedAt),
      completedAt: fullOrNone(entry.completedAt),
      customLists: [],
      hidden: false,
      advancedScores: [],
      priority: Math.min(3, entry.priority),
      personal: seen && random() < 0.2 ? between(random, 20, 100) : 0,
      repeating: entry.status === 'COMPLETED' && random() < 0.04,
      desire: seen && random() < 0.2 ? between(random, 1, 5) : 0,
    })
  }
}

function fullOrNone(date: number | null): number | null {
  return date !== null && isFullDate(date) ? date : null
}
