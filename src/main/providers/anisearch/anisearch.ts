import { z } from 'zod'
import type { AccountOptions, Capabilities } from '../../../shared/account'
import type { Clock } from '../../../shared/clock'
import { readAs } from '../answers'
import { oauthLimits } from '../limits'
import type { BucketLimits, Provider } from '../provider'
import { createCalls, ratingsScope } from './call'
import { createDatabase, type Database } from './database'
import { createFinding } from './finding'
import { failureOfAnswer } from './failures'
import { oneRatingCall } from './one-rating'
import { readRatings } from './rating'
import { createTraits, type LearnedTraits } from './traits'
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
    'priority',
    'personalScore',
    'repeatDesire',
  ],
  readable: [],
  statuses: ['current', 'repeating', 'planned', 'completed', 'paused', 'dropped', 'not-interested'],
  partialDates: false,
  notesLength: null,
  reviewLength: null,
  priorityMax: 3,
  repeatsMax: null,
  postsToFeed: false,
  batchSize: 1,
  createsCustomLists: false,
  searchesMedia: false,
  airing: false,
  community: false,
}

const dayMs = 24 * 60 * 60_000

/** Each note of the document closes the section above it (docs/services.md, "Limits"). */
const tenAMinute: BucketLimits = {
  windows: [{ max: 10, ms: 60_000 }],
  spacingMs: 0,
  inFlight: 2,
}
/** Without a personal token each bulk map is to be had once a day. */
const oneADay: BucketLimits = {
  windows: [{ max: 1, ms: dayMs }],
  spacingMs: 0,
  inFlight: 1,
}
const buckets: Readonly<Record<string, BucketLimits>> = {
  reads: tenAMinute,
  put: { windows: [{ max: 100, ms: 120_000 }], spacingMs: 0, inFlight: 10 },
  profile: tenAMinute,
  'database-anime': oneADay,
  'database-manga': oneADay,
  'database-titles': oneADay,
  oauth: oauthLimits,
}

/** The profile tells no settings; scores have one decimal. */
const options: AccountOptions = {
  scoreFormat: 'point-10-decimal',
  scoreTable: 'anilist',
  titleLanguage: 'romaji',
  adult: false,
  customLists: { anime: [], manga: [] },
  advancedScores: { anime: [], manga: [] },
}

const profileSchema = z.object({ id: z.number().int(), name: z.string() })

interface Dependencies {
  readonly clock: Pick<Clock, 'wall'>
  readonly traits?: LearnedTraits
}

/** aniSearch with its open database, which has no like elsewhere. */
export interface AnisearchProvider extends Provider {
  readonly database: Database
}

/** aniSearch: REST, JSON, complete writes. */
export function createAnisearch({
  clock,
  traits = createTraits(),
}: Dependencies): AnisearchProvider {
  const call = createCalls(() => clock.wall())
  const database = createDatabase(call)
  return {
    id: 'anisearch',
    defaultBaseUrl: 'https://api.anisearch.com/v1/',
    capabilities,
    omitsClearedDates: true,
    buckets,
    failureOf: (answer, grant) => failureOfAnswer(answer, clock.wall(), grant),
    limitNews: () => null,
    signInLastsMs: 30 * dayMs,
    viewer: () =>
      call({
        name: 'GET my/profile',
        bucket: 'profile',
        scope: 'user.profile',
        method: 'GET',
        path: 'my/profile',
        read: (body) => {
          const { id, name } = readAs(profileSchema, body, 'profile')
          return { userId: id, userName: name, options, signInEndsAt: null }
        },
      }),
    /** The whole list in one answer: page 1 is all there is. */
    listPage: (_owner, kind, _page, status) =>
      call({
        name: 'GET my/{mediaType}/ratings',
        bucket: 'reads',
        scope: ratingsScope(kind),
        method: 'GET',
        path: `my/${kind}/ratings`,
        read: (body) => {
          const items = readRatings(body, kind)
          const wanted = items.filter((item) => status === null || item.entry.status === status)
          return { items: wanted, hasNext: false }
        },
      }),
    listCap: null,
    recentPage: null,
    // One entry costs as much of the limit as the whole list, so the queue reads the list.
    someEntries: null,
    saveEqual: null,
    oneEntry: (_owner, title) => oneRatingCall(call, title),
    ...createWrites(call, traits.now),
    proof: traits.proof,
    database,
    ...createFinding(database),
  }
}
