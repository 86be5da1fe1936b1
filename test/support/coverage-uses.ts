import type { CallName } from '../../src/shared/ipc'
import type { PostType } from '../../src/shared/community/post'

/** Who makes a call of a provider without being asked by a view, and in which file of `src/main/`. */
export type OwnUse = readonly [
  by: 'airing' | 'import' | 'names' | 'queue' | 'sign-in' | 'sync',
  file: string,
]

/** Who makes a call of a provider. Which views stand behind it is read from their sources. */
export interface Uses {
  /** The file of `src/main/services/` that makes it for the window. */
  readonly service?: string
  /** The calls of the window that lead there. */
  readonly calls?: readonly CallName[]
  /** The posts that lead there, by way of the outbox. */
  readonly posts?: readonly PostType[]
  readonly own?: readonly OwnUse[]
}

const look = (service: string, ...calls: readonly CallName[]): Uses => ({ service, calls })
const post = (...posts: readonly PostType[]): Uses => ({ service: 'posts/kinds.ts', posts })
const own = (...uses: readonly OwnUse[]): Uses => ({ own: uses })

/** Of each member of a provider that makes a call: who needs it. */
export const uses: Readonly<Record<string, Uses>> = {
  viewer: own(['sign-in', 'services/sign-in.ts'], ['sync', 'services/sync.ts']),
  listPage: own(['sync', 'services/list-reader.ts'], ['queue', 'queue/jobs.ts']),
  recentPage: own(['sync', 'services/list-reader.ts']),
  'someEntries.call': own(['sync', 'services/list-reader.ts'], ['queue', 'queue/jobs.ts']),
  oneEntry: { calls: ['sync:entry'], ...own(['queue', 'queue/entry-call.ts']) },
  bareList: { calls: ['sync:entry'], ...own(['queue', 'queue/entry-call.ts']) },
  save: own(['queue', 'queue/jobs.ts']),
  saveEqual: own(['queue', 'queue/jobs.ts']),
  remove: own(['queue', 'queue/jobs.ts']),
  mediaByMalId: own(['airing', 'services/airing/links.ts'], ['names', 'services/naming/borrow.ts']),
  'database.byMalId': own(['import', 'services/backup/asking.ts']),
  'database.titles': own(
    ['import', 'services/backup/asking.ts'],
    ['names', 'services/naming/own-names.ts'],
  ),
  'oauth.authorizeUrl': own(['sign-in', 'services/sign-in/flow.ts']),
  'oauth.exchange': own(['sign-in', 'services/sign-in/issue.ts']),
  'oauth.refresh': own(['sign-in', 'services/sign-in/renewal.ts']),
  'oauth.clientCredentials': own(['sign-in', 'services/sign-in/nobody.ts']),
  'airing.schedules': own(['airing', 'services/airing/ask.ts']),
  'airing.titles': own(['airing', 'services/airing/season.ts']),

  'community.me': look('community/social.ts', 'social:user'),
  'community.user': look('community/social.ts', 'social:user'),
  'community.userNamed': look('community/social.ts', 'social:user'),
  'community.searchUsers': look('discover/people.ts', 'people:find-users'),
  'community.following': look('community/social.ts', 'social:following'),
  'community.followers': look('community/social.ts', 'social:followers'),
  'community.favourites': look('community/social.ts', 'social:favourites'),
  'community.feed': look('community/social.ts', 'social:feed'),
  'community.activitiesOf': look('community/social.ts', 'social:activities'),
  'community.activity': look('community/social.ts', 'social:activity'),
  'community.notifications': look('community/social.ts', 'social:notifications'),
  'community.unreadCount': look('community/social.ts', 'social:unread'),
  'community.postStatus': post('status'),
  'community.postMessage': post('message'),
  'community.postReply': post('reply'),
  'community.removeActivity': post('remove-activity'),
  'community.removeReply': post('remove-reply'),

  'community.toggle': post('toggle'),
  'community.toggleState': post('toggle'),

  'community.series': look('discover/series.ts', 'series:details'),
  'community.seriesPage': look('discover/series.ts', 'series:page'),
  'community.seriesPeople': look('discover/series.ts', 'series:people'),
  'community.recommendations': look('discover/series.ts', 'series:recommendations'),
  'community.airingsOf': {
    ...look('discover/series.ts', 'series:airings'),
    ...own(['airing', 'services/airing/ask.ts']),
  },
  'community.onAir': {
    ...look('discover/discover.ts', 'discover:on-air'),
    ...own(['airing', 'services/airing/ask.ts']),
  },
  'community.browse': look('discover/discover.ts', 'discover:browse'),
  'community.search': look('discover/discover.ts', 'discover:browse', 'discover:find'),
  'community.genres': look('discover/discover.ts', 'discover:genres'),
  'community.tags': look('discover/discover.ts', 'discover:tags'),

  'community.character': look('discover/people.ts', 'people:one-character'),
  'community.characterPage': look('discover/people.ts', 'people:character'),
  'community.searchCharacters': look('discover/people.ts', 'people:find-characters'),
  'community.staff': look('discover/people.ts', 'people:one-staff'),
  'community.staffPage': look('discover/people.ts', 'people:staff'),
  'community.searchStaff': look('discover/people.ts', 'people:find-staff'),
  'community.studio': look('discover/people.ts', 'people:one-studio'),
  'community.studioPage': look('discover/people.ts', 'people:studio'),
  'community.searchStudios': look('discover/people.ts', 'people:find-studios'),

  'community.review': look('community/reviews.ts', 'reviews:one'),
  'community.reviewsOf': look('community/reviews.ts', 'reviews:of'),
  'community.reviewsBy': look('community/reviews.ts', 'reviews:by'),
  'community.recentReviews': look('community/reviews.ts', 'reviews:recent'),
  'community.rateReview': post('rate-review'),
  'community.saveReview': post('review'),
  'community.removeReview': post('remove-review'),

  'community.threads': look('community/forum.ts', 'forum:threads'),
  'community.thread': look('community/forum.ts', 'forum:thread'),
  'community.saveThread': post('thread'),
  'community.removeThread': post('remove-thread'),
  'community.saveComment': post('comment'),
  'community.removeComment': post('remove-comment'),

  'community.updateSettings': {
    ...look('custom-lists.ts', 'accounts:create-lists'),
    ...own(['import', 'services/custom-lists.ts']),
  },
  'community.removeCustomList': look('custom-lists.ts', 'accounts:remove-list'),
}
