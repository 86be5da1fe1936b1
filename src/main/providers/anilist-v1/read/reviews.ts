import { type Review, reviewVotes } from '../../../../shared/community/review'
import type { MediaKind } from '../../../../shared/media'
import type { Gathering } from '../../found'
import { numberOrNull, textOrNull } from '../../lenient'
import { countIn, countOrNull, flagOrNull, idIn, type Parts, textIn } from '../../reading'
import { unixSeconds } from '../times'
import { smallSeries } from './titles'
import { smallUser } from './users'

/** A review; `null` for what has no id. The document spells the count of ratings in two ways. */
export function toReview(raw: Parts, into: Gathering, kind?: MediaKind): Review | null {
  const id = idIn(raw)
  if (id === null) return null
  const of = kind ?? (raw['manga'] ? 'manga' : 'anime')
  return {
    id,
    kind: of,
    media: smallSeries(raw[of], into, of),
    user: smallUser(raw['user'], into),
    summary: textIn(raw, 'summary'),
    text: textOrNull(raw['text']),
    score: numberOrNull(raw['score']),
    private: flagOrNull(raw['private']) ?? false,
    vote: reviewVotes[numberOrNull(raw['user_rating']) ?? 0] ?? 'none',
    ratedUp: countIn(raw, 'rating'),
    ratedAll: countOrNull(raw['rating_amount']) ?? countIn(raw, 'ratings_amount'),
    createdAt: unixSeconds(textOrNull(raw['date'])),
    updatedAt: null,
  }
}
