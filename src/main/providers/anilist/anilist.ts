import type { Capabilities } from '../../../shared/account'
import type { Clock } from '../../../shared/clock'
import type { MediaKind } from '../../../shared/media'
import { anilistLimits, limitNewsOf, oauthLimits } from '../limits'
import type { AiringProvider } from '../airing'
import type { CommunityProvider } from '../community'
import type { MediaRecord, ServiceCall } from '../provider'
import { mediaByMalIdCall, mostMalIds } from './by-mal-id'
import { mediaByNameCall, mostNames } from './by-name'
import { createAiringCalls } from './airing'
import { createCalls } from './call'
import { createAnilistCommunity } from './community/community'
import { mostSaves } from './documents/save-media-list-entries'
import { failureOfAnswer } from './failures'
import { createLists } from './lists'
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
    'startedAt',
    'completedAt',
    'notes',
    'private',
    'hidden',
    'customLists',
    'advancedScores',
    'priority',
  ],
  readable: [],
  statuses: ['current', 'repeating', 'planned', 'completed', 'paused', 'dropped'],
  partialDates: true,
  notesLength: 6_000,
  reviewLength: leastReview,
  priorityMax: 255,
  repeatsMax: 1_000,
  postsToFeed: true,
  batchSize: mostSaves,
  createsCustomLists: true,
  searchesMedia: true,
  airing: true,
  community: true,
}

/** AniList also names titles for services that only send ids. */
export interface AnilistProvider extends CommunityProvider, AiringProvider {
  /** At most 50 ids of one kind. */
  mediaByMalId(
    kind: MediaKind,
    malIds: readonly number[],
  ): ServiceCall<ReadonlyMap<number, MediaRecord>>
}

/** AniList of today: API v2, GraphQL. */
export function createAnilist({ clock }: { clock: Pick<Clock, 'wall'> }): AnilistProvider {
  const call = createCalls(() => clock.wall())
  return {
    id: 'anilist',
    defaultBaseUrl: 'https://graphql.anilist.co/',
    wantsReferer: true,
    capabilities,
    buckets: { api: anilistLimits, oauth: oauthLimits },
    failureOf: (answer) => failureOfAnswer(answer, clock.wall()),
    limitNews: limitNewsOf,
    viewer: () => viewerCall(call),
    /** AniList hands out the 11,000 entries that changed last, no more. */
    listCap: 11_000,
    ...createLists(call),
    ...createWrites(call),
    community: createAnilistCommunity(call),
    airing: createAiringCalls(call),
    mediaByMalId: (kind, malIds) => mediaByMalIdCall(call, kind, malIds),
    titlesByMalId: {
      size: mostMalIds,
      call(kind, malIds) {
        const { parse, ...rest } = mediaByMalIdCall(call, kind, malIds)
        return { ...rest, parse: (answer) => [...parse(answer).values()] }
      },
    },
    titlesByName: { size: mostNames, call: (kind, names) => mediaByNameCall(call, kind, names) },
  }
}
