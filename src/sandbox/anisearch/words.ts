import type { EntryStatus } from '../world/entry'

const words = {
  ongoing: 'CURRENT',
  completed: 'COMPLETED',
  on_hold: 'PAUSED',
  dropped: 'DROPPED',
  not_interested: 'NOT_INTERESTED',
  bookmark: 'PLANNING',
} as const satisfies Record<string, EntryStatus>

export type RatingStatus = keyof typeof words

export const ratingStatuses: readonly RatingStatus[] = [
  'ongoing',
  'completed',
  'on_hold',
  'dropped',
  'not_interested',
  'bookmark',
]

export function statusFromWord(word: RatingStatus): EntryStatus {
  return words[word]
}

export function statusWord(status: EntryStatus): RatingStatus {
  return ratingStatuses.find((word) => words[word] === status) ?? 'completed'
}
