import type { Review } from '../../social/reviews'
import type { V1Request } from '../call'
import { plainJapan } from '../times'
import { smallSeries } from './series'
import { smallUser } from './user'

/** A review with its title and its writer. */
export function reviewModel(review: Review, request: V1Request): Record<string, unknown> {
  const { social, viewer, world } = request
  const { reviews } = social()
  const { up, all } = reviews.ratingOf(review.id)
  const vote = viewer && reviews.voteOf(review.id, viewer.id)
  const series = world.series(review.mediaId)
  const user = world.users.get(review.userId)
  return {
    id: review.id,
    date: plainJapan(review.createdAt),
    rating: up,
    rating_amount: all,
    summary: review.summary,
    private: review.private ? 1 : 0,
    user_rating: vote === null ? 0 : vote ? 1 : 2,
    text: review.body,
    score: review.score,
    [review.type]: series ? smallSeries(series, request) : null,
    user: user ? smallUser(user) : null,
  }
}
