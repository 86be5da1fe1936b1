import type { Capabilities } from '../../../shared/account'
import type { Clock } from '../../../shared/clock'
import { anilistLimits, limitNewsOf, oauthLimits } from '../limits'
import type { CommunityProvider } from '../community'
import { createCalls } from './call'
import { createV1Community } from './community/community'
import { failureOfAnswer } from './failures'
import { bareListCall, listCall } from './lists'
import { leastReview } from './text-limits'
import { viewerCall } from './viewer'
import { createWrites } from './writes'

const capabilities: Capabilities = {
  writable: [
    'status',
    'score',
    'progress',
    'progressVolumes',
    'repeats',
    'notes',
    'hidden',
    'customLists',
    'advancedScores',
  ],
  readable: ['private', 'priority', 'startedAt', 'completedAt'],
  statuses: ['current', 'planned', 'completed', 'paused', 'dropped'],
  partialDates: false,
  notesLength: null,
  reviewLength: leastReview,
  priorityMax: 255,
  repeatsMax: null,
  postsToFeed: true,
  batchSize: 1,
  createsCustomLists: false,
  searchesMedia: true,
  airing: true,
  community: true,
}

/** AniList API v1, REST with forms: retired by AniList in 2019, spoken by what is compatible with it. */
export function createAnilistV1({ clock }: { clock: Pick<Clock, 'wall'> }): CommunityProvider {
  const call = createCalls(() => clock.wall())
  return {
    id: 'anilist-v1',
    defaultBaseUrl: 'https://anilist.co/api/',
    capabilities,
    buckets: { api: anilistLimits, oauth: oauthLimits },
    failureOf: (answer) => failureOfAnswer(answer, clock.wall()),
    limitNews: limitNewsOf,
    viewer: () => viewerCall(call),
    listPage: (owner, kind, _page, status) => listCall(call, owner, kind, status),
    listCap: null,
    recentPage: null,
    someEntries: null,
    saveEqual: null,
    ...createWrites(call),
    bareList: (owner, kind) => bareListCall(call, owner, kind),
    community: createV1Community(call),
  }
}
