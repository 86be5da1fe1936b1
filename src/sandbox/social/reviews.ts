import { createIds, createTable, type Changes, type Table } from '../core/table'
import type { SeriesType } from '../world/series'

export interface Review {
  id: number
  userId: number
  mediaId: number
  type: SeriesType
  summary: string
  body: string
  /** 0–100. */
  score: number
  private: boolean
  /** Unix s. */
  createdAt: number
  updatedAt: number
}

interface Vote {
  key: string
  reviewId: number
  userId: number
  up: boolean
}

/** What v1 asks for; v2 wants more. */
export const leastReview = 2000
export const leastSummary = 20
export const mostSummary = 120

export interface Reviews {
  table: Table<number, Review>
  nextId: () => number
  /** Null takes a vote back. */
  vote(reviewId: number, userId: number, up: boolean | null): void
  voteOf(reviewId: number, userId: number): boolean | null
  /** How many found it good, of how many. */
  ratingOf(reviewId: number): { up: number; all: number }
}

export function createReviews(changes: Changes): Reviews {
  const table = createTable<number, Review>('reviews', (review) => review.id, changes)
  const votes = createTable<string, Vote>('review-votes', (vote) => vote.key, changes)
  const keyOf = (reviewId: number, userId: number): string => `${reviewId} ${userId}`
  return {
    table,
    nextId: createIds(table, 101),
    vote(reviewId, userId, up) {
      const key = keyOf(reviewId, userId)
      if (up === null) votes.remove(key)
      else votes.put({ key, reviewId, userId, up })
    },
    voteOf: (reviewId, userId) => votes.get(keyOf(reviewId, userId))?.up ?? null,
    ratingOf(reviewId) {
      const own = votes.rows().filter((vote) => vote.reviewId === reviewId)
      return { up: own.filter((vote) => vote.up).length, all: own.length }
    },
  }
}

/** What is wrong with a review, field by field; empty when nothing is. */
export function reviewProblems(
  review: {
    body?: string | undefined
    summary?: string | undefined
    score?: number | undefined
  },
  least = leastReview,
): Record<string, string[]> {
  const { body, summary, score } = review
  const problems: Record<string, string[]> = {}
  if (body !== undefined && body.length < least) {
    problems.body = [`The body must be at least ${least} characters.`]
  }
  if (summary !== undefined && summary.length < leastSummary) {
    problems.summary = [`The summary must be at least ${leastSummary} characters.`]
  }
  if (summary !== undefined && summary.length > mostSummary) {
    problems.summary = [`The summary may not be greater than ${mostSummary} characters.`]
  }
  if (score !== undefined && (score < 0 || score > 100)) {
    problems.score = ['The score must be between 0 and 100.']
  }
  return problems
}
