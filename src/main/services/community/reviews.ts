import type { HandlersOf } from '../../../shared/ipc'
import type { ReviewCalls } from '../../../shared/ipc/reviews'
import { unknownMedia } from '../../../shared/media'
import { packKey } from '../../db/keys'
import type { MediaTable } from '../../db/media'
import { pageMedia } from '../../providers/found'
import type { Accounts } from '../accounts'
import { ages, type LookedUp } from '../looked-up'
import { needed } from './needed'

interface Options {
  lookedUp: Pick<LookedUp, 'look'>
  accounts: Pick<Accounts, 'need'>
  media: MediaTable
}

/** Reviews, as others wrote them and as one has written them. */
export function createReviews({ lookedUp, accounts, media }: Options) {
  const { look } = lookedUp
  const handlers: HandlersOf<ReviewCalls> = {
    'reviews:one': (asked, kind, id) =>
      look(asked, {
        name: `review(${kind},${id})`,
        ageMs: ages.hours,
        ask: (community) => community.review(kind, id),
      }),
    'reviews:of': (asked, title, page) =>
      look(asked, {
        name: `reviews-of(${title},${page})`,
        ageMs: ages.hours,
        ask: (community) => community.reviewsOf(title, page),
      }),
    'reviews:by': (asked, userId, page) =>
      look(asked, {
        name: `reviews-by(${userId},${page})`,
        ageMs: ages.hours,
        ask: (community) => community.reviewsBy(userId, page),
      }),
    'reviews:recent': (asked, kind, page) =>
      look(asked, {
        name: `reviews-recent(${kind ?? 'all'},${page})`,
        ageMs: ages.minutes,
        ask: (community) => needed(community.recentReviews)(kind, page),
      }),
    'reviews:title': (accountId, title) => {
      const known = media.get(packKey(accounts.need(accountId).realm, title))
      return known ? pageMedia(known) : unknownMedia(title)
    },
  }
  return { handlers }
}
