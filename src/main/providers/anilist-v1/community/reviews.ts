import { wholePage } from '../../../../shared/community/paging'
import { reviewVotes } from '../../../../shared/community/review'
import { idOf, kindOf, type MediaKind } from '../../../../shared/media'
import type { ReviewCalls } from '../../community'
import { partsOf } from '../../lenient'
import { needed } from '../../reading'
import { checkedReview } from '../../review-check'
import { leastReview } from '../text-limits'
import { toReview } from '../read/reviews'
import { readRows } from '../read/rows'
import type { Ask } from './ask'

/** Reviews: theirs and one's own. Nothing here has pages. */
export function createReviewCalls({ find, change, send }: Ask): ReviewCalls {
  const some = (name: string, path: string, kind?: MediaKind) =>
    find({ name, path }, (body, into) =>
      wholePage(readRows(body, 'reviews', (row) => toReview(row, into, kind))),
    )
  return {
    review: (kind, id) =>
      find({ name: `GET ${kind}/review/{review_id}`, path: `${kind}/review/${id}` }, (body, into) =>
        needed(toReview(partsOf(body), into, kind), 'review'),
      ),
    reviewsOf: (title) => {
      const kind = kindOf(title)
      return some(`GET ${kind}/{${kind}_id}/reviews`, `${kind}/${idOf(title)}/reviews`, kind)
    },
    reviewsBy: (userId) => some('GET user/{id || displayname}/reviews', `user/${userId}/reviews`),
    rateReview: (kind, id, vote) =>
      change(
        {
          name: `POST ${kind}/review/rate`,
          method: 'POST',
          path: `${kind}/review/rate`,
          form: { id, rating: reviewVotes.indexOf(vote) },
        },
        (answer, into) => toReview(answer, into, kind),
      ),
    saveReview: (draft) => {
      const {
        id,
        title,
        text,
        summary,
        score,
        private: isPrivate,
      } = checkedReview(draft, leastReview)
      const kind = kindOf(title)
      const method = id === null ? 'POST' : 'PUT'
      return change(
        {
          name: `${method} ${kind}/review`,
          method,
          path: `${kind}/review`,
          form: {
            [`${kind}_id`]: idOf(title),
            text,
            summary,
            private: Number(isPrivate),
            score,
          },
        },
        (answer, into) => toReview(answer, into, kind),
      )
    },
    removeReview: (kind, id) =>
      send({
        name: `DELETE ${kind}/review`,
        method: 'DELETE',
        path: `${kind}/review`,
        form: { id },
      }),
  }
}
