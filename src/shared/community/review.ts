import type { Media, MediaKind, TitleKey } from '../media'
import type { ForeignText } from './foreign-text'
import type { SmallUser } from './user'

export const reviewVotes = ['none', 'up', 'down'] as const
export type ReviewVote = (typeof reviewVotes)[number]

export interface Review {
  readonly id: number
  readonly kind: MediaKind
  /** `null` where the answer leaves it out. */
  readonly media: Media | null
  readonly user: SmallUser | null
  readonly summary: string
  /** `null` in lists that leave the text out. */
  readonly text: ForeignText | null
  /** 0–100. */
  readonly score: number | null
  readonly private: boolean
  /** What the signed-in user thinks of it. */
  readonly vote: ReviewVote
  /** How many found it good, of how many. */
  readonly ratedUp: number
  readonly ratedAll: number
  /** Unix s. */
  readonly createdAt: number | null
  readonly updatedAt: number | null
}

/** A review as its writer wants it. Each user has one for a title. */
export interface ReviewDraft {
  /** `null` for a new one. */
  readonly id: number | null
  readonly title: TitleKey
  readonly text: string
  readonly summary: string
  readonly private: boolean
  readonly score: number
}

/** What the services ask of a review, in characters; the text of one may have to be longer (`reviewLength`). */
export const reviewLimits = { leastText: 2_000, leastSummary: 20, mostSummary: 120 } as const

export const reviewProblems = [
  'review-text-short',
  'review-summary-short',
  'review-summary-long',
  'review-score-range',
] as const
export type ReviewProblem = (typeof reviewProblems)[number]

/** What a service would refuse in a draft; empty when it may be sent. */
export function reviewProblemsOf(
  draft: ReviewDraft,
  leastText: number = reviewLimits.leastText,
): readonly ReviewProblem[] {
  const summary = draft.summary.trim().length
  const isScore = Number.isInteger(draft.score) && draft.score >= 0 && draft.score <= 100
  const found: Readonly<Record<ReviewProblem, boolean>> = {
    'review-text-short': draft.text.trim().length < leastText,
    'review-summary-short': summary < reviewLimits.leastSummary,
    'review-summary-long': summary > reviewLimits.mostSummary,
    'review-score-range': !isScore,
  }
  return reviewProblems.filter((problem) => found[problem])
}
