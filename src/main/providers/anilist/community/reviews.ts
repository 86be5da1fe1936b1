import { idOf } from '../../../../shared/media'
import type { ReviewCalls } from '../../community'
import { partsOf } from '../../lenient'
import { needed } from '../../reading'
import { checkedReview } from '../../review-check'
import { leastReview } from '../text-limits'
import { voteWords } from '../community-words'
import {
  deleteReviewDocument,
  rateReviewDocument,
  reviewDocument,
  reviewsDocument,
  saveReviewDocument,
} from '../documents/reviews'
import { toReview } from '../read/reviews'
import { mediaTypes } from '../words'
import type { Ask } from './ask'

/** Reviews: theirs and one's own. */
export function createReviewCalls({ find, page, change, remove }: Ask): ReviewCalls {
  const some = (variables: Readonly<Record<string, unknown>>, number: number, sort: string) =>
    page(
      { name: 'Page.reviews', field: 'reviews', document: reviewsDocument },
      { page: number, sort: [sort, 'ID'], ...variables },
      toReview,
    )
  return {
    review: (_kind, id) =>
      find({ name: 'Review', document: reviewDocument }, { id }, (data, into) =>
        needed(toReview(partsOf(data['Review']), into), 'Review'),
      ),
    reviewsOf: (title, number) => some({ mediaId: idOf(title) }, number, 'RATING_DESC'),
    reviewsBy: (userId, number) => some({ userId }, number, 'CREATED_AT_DESC'),
    recentReviews: (kind, number) =>
      some(kind === null ? {} : { mediaType: mediaTypes[kind] }, number, 'CREATED_AT_DESC'),
    rateReview: (_kind, reviewId, vote) =>
      change('RateReview', rateReviewDocument, { reviewId, rating: voteWords[vote] }, toReview),
    saveReview: (draft) => {
      const {
        id,
        title,
        text,
        summary,
        score,
        private: isPrivate,
      } = checkedReview(draft, leastReview)
      const variables = { mediaId: idOf(title), body: text, summary, score, private: isPrivate }
      return change(
        'SaveReview',
        saveReviewDocument,
        id === null ? variables : { id, ...variables },
        toReview,
      )
    },
    removeReview: (_kind, id) => remove('DeleteReview', deleteReviewDocument, { id }),
  }
}
