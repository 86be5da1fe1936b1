import type { Recommendation } from '../../social/recommendations'
import type { Review } from '../../social/reviews'
import type { GraphContext } from '../context'
import { filterOf, orderOf } from '../filter'
import { sortIn, type Args } from './finder'

/** Private reviews are for their writer only. */
export function findReviews(args: Args, { social, viewer, world }: GraphContext): Review[] {
  const { reviews } = social()
  const fits = filterOf<Review>(args, {
    id: (review) => review.id,
    mediaId: (review) => review.mediaId,
    userId: (review) => review.userId,
    mediaType: (review) => review.type.toUpperCase(),
  })
  return reviews.table
    .rows()
    .filter((review) => fits(review) && (!review.private || review.userId === viewer?.id))
    .filter((review) => world.series(review.mediaId))
    .sort(
      orderOf(sortIn(args, 'ID'), {
        ID: (review) => review.id,
        SCORE: (review) => review.score,
        RATING: (review) => reviews.ratingOf(review.id).up,
        CREATED_AT: (review) => review.createdAt,
        UPDATED_AT: (review) => review.updatedAt,
      }),
    )
}

export function findRecommendations(args: Args, { social, world }: GraphContext): Recommendation[] {
  const { recommendations } = social()
  const fits = filterOf<Recommendation>(args, {
    id: (row) => row.id,
    mediaId: (row) => row.mediaId,
    mediaRecommendationId: (row) => row.otherId,
    userId: (row) => row.userId,
    rating: (row) => recommendations.ratingOf(row),
  })
  return recommendations.table
    .rows()
    .filter((row) => fits(row) && world.series(row.mediaId) && world.series(row.otherId))
    .sort(
      orderOf(sortIn(args, 'ID'), {
        ID: (row) => row.id,
        RATING: (row) => recommendations.ratingOf(row),
      }),
    )
}
