import type { Review } from '../../../../shared/community/review'
import type { Gathering } from '../../found'
import { numberOrNull, textOrNull, totalOrNull, wordOr } from '../../lenient'
import { countIn, idIn, type Parts, textIn } from '../../reading'
import { voteOf } from '../community-words'
import { kindIn, namedTitle } from './titles'
import { smallUser } from './users'

/** A review; `null` for what has no id. */
export function toReview(raw: Parts, into: Gathering): Review | null {
  const id = idIn(raw)
  if (id === null) return null
  return {
    id,
    kind: kindIn(raw['mediaType']),
    media: namedTitle(raw['media'], into),
    user: smallUser(raw['user'], into),
    summary: textIn(raw, 'summary'),
    text: textOrNull(raw['body']),
    score: numberOrNull(raw['score']),
    private: raw['private'] === true,
    vote: wordOr(voteOf, raw['userRating'], 'none'),
    ratedUp: countIn(raw, 'rating'),
    ratedAll: countIn(raw, 'ratingAmount'),
    createdAt: totalOrNull(raw['createdAt']),
    updatedAt: totalOrNull(raw['updatedAt']),
  }
}
