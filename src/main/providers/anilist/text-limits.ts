import type { TextLimits } from '../written'

// What the schema says of the texts that people write, in characters.

/** Fewest characters of a review. */
export const leastReview = 2_600

export const textLimits = {
  status: { least: 5, most: 10_000 },
  message: { least: 2, most: 10_000 },
  reply: { least: 2, most: 8_000 },
  threadTitle: { least: 6, most: 120 },
  thread: { least: 1, most: 30_000 },
  comment: { least: 1, most: 12_000 },
} as const satisfies Record<string, TextLimits>
