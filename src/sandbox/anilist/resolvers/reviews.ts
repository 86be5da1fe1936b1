import { sent } from '../../core/sent'
import type { Recommendation } from '../../social/recommendations'
import { reviewProblems, type Review } from '../../social/reviews'
import type { Series } from '../../world/series'
import { connectionOf, type PagingArgs } from '../connection'
import { viewerOf, type GraphContext, type Resolvers } from '../context'
import { apiError, invalid, notFound } from '../errors'
import { findRecommendations, findReviews } from '../finders/reviews'

/** The schema asks for more than v1 did. */
const leastBody = 2600

interface ReviewArgs {
  id?: number
  mediaId?: number
  body?: string
  summary?: string
  score?: number
  private?: boolean
}

function voteWord(up: boolean | null, [yes, no, none]: readonly [string, string, string]): string {
  return up === null ? none : up ? yes : no
}

/** Adds the user's review of a title, or changes it: there is one for each title. */
function saveReview(args: ReviewArgs, context: GraphContext): Review {
  const base = args.id ? ownReview(args.id, context) : reviewOf(args.mediaId, context)
  const { reviews } = context.social()
  const { body, summary, score, private: isPrivate } = args
  const change = sent({ body, summary, score, private: isPrivate })
  const review = { ...base, ...change, updatedAt: context.now }
  const problems = reviewProblems(review, leastBody)
  if (Object.keys(problems).length > 0) throw apiError('validation', 400, problems)
  if (review.id === 0) review.id = reviews.nextId()
  reviews.table.put(review)
  return review
}

/** The user's review of a title, or an empty one without a number. */
function reviewOf(mediaId: number | undefined, context: GraphContext): Review {
  if (!mediaId) throw invalid('mediaId', 'The media id field is required.')
  const user = viewerOf(context)
  const series = context.world.series(mediaId)
  if (!series) throw notFound()
  const existing = context
    .social()
    .reviews.table.rows()
    .find((review) => review.userId === user.id && review.mediaId === mediaId)
  return (
    existing ?? {
      id: 0,
      userId: user.id,
      mediaId,
      type: series.type,
      body: '',
      summary: '',
      score: 0,
      private: false,
      createdAt: context.now,
      updatedAt: context.now,
    }
  )
}

function ownReview(id: number | undefined, context: GraphContext): Review {
  const review = context.social().reviews.table.get(id ?? 0)
  if (!review || review.userId !== viewerOf(context).id) throw notFound()
  return review
}

const votes: Readonly<Record<string, boolean | null>> = {
  UP_VOTE: true,
  DOWN_VOTE: false,
  RATE_UP: true,
  RATE_DOWN: false,
}

/** Reviews and recommendations, and what people think of them. */
export const reviewFields: Resolvers = {
  Review: {
    mediaType: (review: Review) => review.type.toUpperCase(),
    rating: (review: Review, _args: unknown, { social }) => social().reviews.ratingOf(review.id).up,
    ratingAmount: (review: Review, _args: unknown, { social }) =>
      social().reviews.ratingOf(review.id).all,
    userRating: (review: Review, _args: unknown, { social, viewer }) =>
      voteWord(viewer && social().reviews.voteOf(review.id, viewer.id), [
        'UP_VOTE',
        'DOWN_VOTE',
        'NO_VOTE',
      ]),
    siteUrl: ({ id }: Review) => `https://anilist.co/review/${id}`,
    user: (review: Review, _args: unknown, { world }) => world.users.get(review.userId) ?? null,
    media: (review: Review, _args: unknown, { world }) => world.series(review.mediaId) ?? null,
  },
  Recommendation: {
    rating: (row: Recommendation, _args: unknown, { social }) =>
      social().recommendations.ratingOf(row),
    userRating: (row: Recommendation, _args: unknown, { social, viewer }) =>
      voteWord(viewer && social().recommendations.voteOf(row.id, viewer.id), [
        'RATE_UP',
        'RATE_DOWN',
        'NO_RATING',
      ]),
    media: (row: Recommendation, _args: unknown, { world }) => world.series(row.mediaId) ?? null,
    mediaRecommendation: (row: Recommendation, _args: unknown, { world }) =>
      world.series(row.otherId) ?? null,
    user: (row: Recommendation, _args: unknown, { world }) => world.users.get(row.userId) ?? null,
  },
  Media: {
    reviews: (series: Series, args: PagingArgs & { limit?: number; sort?: string[] }, context) =>
      connectionOf(
        findReviews({ mediaId: series.id, sort: args.sort }, context).map((node) => ({ node })),
        { page: args.page ?? 1, perPage: args.limit ?? args.perPage ?? 10 },
      ),
    recommendations: (series: Series, args: PagingArgs & { sort?: string[] }, context) =>
      connectionOf(
        findRecommendations({ mediaId: series.id, sort: args.sort }, context).map((node) => ({
          node,
        })),
        args,
      ),
  },
  Mutation: {
    SaveReview: (_source: unknown, args: ReviewArgs, context) => saveReview(args, context),
    DeleteReview(_source: unknown, { id }: { id?: number }, context) {
      context.social().reviews.table.remove(ownReview(id, context).id)
      return { deleted: true }
    },
    RateReview(_source: unknown, args: { reviewId?: number; rating?: string }, context) {
      const user = viewerOf(context)
      const { reviews } = context.social()
      const review = reviews.table.get(args.reviewId ?? 0)
      if (!review) throw notFound()
      reviews.vote(review.id, user.id, votes[args.rating ?? ''] ?? null)
      return review
    },
    SaveRecommendation(
      _source: unknown,
      args: { mediaId?: number; mediaRecommendationId?: number; rating?: string },
      context,
    ) {
      const user = viewerOf(context)
      const { recommendations } = context.social()
      const [mediaId, otherId] = [args.mediaId ?? 0, args.mediaRecommendationId ?? 0]
      if (!context.world.series(mediaId) || !context.world.series(otherId)) throw notFound()
      const row = recommendations.find(mediaId, otherId) ?? {
        id: recommendations.nextId(),
        mediaId,
        otherId,
        userId: user.id,
        rating: 0,
      }
      recommendations.table.put(row)
      recommendations.vote(row.id, user.id, votes[args.rating ?? ''] ?? null)
      return row
    },
  },
}
