import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError, failureCodes } from '../../../../src/shared/failure'
import { createAnilist } from '../../../../src/main/providers/anilist/anilist'
import { createAnilistV1 } from '../../../../src/main/providers/anilist-v1/anilist-v1'
import { createAnisearch } from '../../../../src/main/providers/anisearch/anisearch'
import type { Provider, ServiceCall } from '../../../../src/main/providers/provider'
import { sample } from './document-samples'
import { clock, owner, writeOf } from './support'

const runs = { numRuns: 1_000, seed: 23 }

function callsOf(provider: Provider): readonly ServiceCall<unknown>[] {
  const write = writeOf('manga:5', { progress: 1 })
  const calls: (ServiceCall<unknown> | undefined)[] = [
    provider.viewer(),
    provider.listPage(owner, 'anime', 1, null),
    provider.listPage(owner, 'manga', 1, null),
    provider.save(owner, [write]),
    provider.remove(owner, 'anime:5', 9),
    provider.recentPage?.(owner, 'anime', 1),
    provider.someEntries?.call(owner, ['anime:5']),
    provider.saveEqual?.(owner, [write]),
    provider.capabilities.batchSize > 1 ? provider.save(owner, [write, write]) : undefined,
  ]
  return calls.filter((call) => call !== undefined)
}

const media = { id: 5, title: { romaji: 'a' }, tags: [{ name: 'b', rank: 50 }] }
const entry = { id: 9, mediaId: 5, status: 'CURRENT', progress: 1, media }
const group = { status: 'CURRENT', entries: [entry] }
const record = { record_id: 1, series_id: 5, score_raw: 5, custom_lists: [1], anime: { id: 5 } }

/** Answers as they should be, to be broken in one place. */
const good: readonly unknown[] = [
  { data: { MediaListCollection: { hasNextChunk: false, lists: [group] } } },
  { data: { Page: { pageInfo: { hasNextPage: true }, mediaList: [entry] } } },
  { data: { Viewer: { id: 1, name: 'a', mediaListOptions: { animeList: { customLists: [] } } } } },
  { data: { SaveMediaListEntry: entry, e0: entry, e1: entry, UpdateMediaListEntries: [entry] } },
  { errors: [{ message: 'validation', status: 400, validation: { notes: ['long'] } }] },
  { ...(sample('anilist-v1/user.json')['user'] as object), lists: { watching: [record] } },
  { error: { messages: ['No Results.'], status: 404 } },
  sample('anisearch/ratings.json')['anime'],
  sample('anisearch/ratings.json')['manga'],
  { success: true },
  { retry_after: 1e12 },
]

/** The value with what stands at the n-th place replaced. */
function broken(value: unknown, place: { left: number }, by: unknown): unknown {
  if (place.left-- === 0) return by
  if (Array.isArray(value)) return value.map((item) => broken(item, place, by))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, broken(member, place, by)]),
  )
}

const brokenGood = fc
  .tuple(fc.constantFrom(...good), fc.nat(60), fc.jsonValue({ maxDepth: 3 }))
  .map(([value, left, by]) => JSON.stringify(broken(value, { left }, by)) ?? '')
const cutGood = fc
  .tuple(fc.constantFrom(...good), fc.nat(200))
  .map(([value, length]) => JSON.stringify(value).slice(0, length))
const deep = fc.nat(20_000).map((depth) => '['.repeat(depth) + ']'.repeat(depth))
const deepObject = fc.nat(5_000).map((depth) => `${'{"data":'.repeat(depth)}1${'}'.repeat(depth)}`)

const hostileText = fc.oneof(
  { weight: 6, arbitrary: brokenGood },
  { weight: 2, arbitrary: cutGood },
  { weight: 2, arbitrary: fc.json({ maxDepth: 6 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: deep },
  { weight: 1, arbitrary: deepObject },
)
const hostileAnswer = fc.record({
  status: fc.oneof(fc.constant(200), fc.integer({ min: 0, max: 999 })),
  headers: fc.dictionary(
    fc.constantFrom('retry-after', 'date', 'x-ratelimit-reset', 'x-ratelimit-limit'),
    fc.string({ maxLength: 30 }),
  ),
  text: hostileText,
})

const providers = [createAnilist({ clock }), createAnilistV1({ clock }), createAnisearch({ clock })]

describe.each(providers)('whatever $id is answered', (provider) => {
  test.each(callsOf(provider).map((call, index) => ({ ...call, index })))(
    '$index $name reads it or fails with a code of ours',
    ({ parse }) => {
      fc.assert(
        fc.property(hostileAnswer, (answer) => {
          try {
            parse(answer)
          } catch (error) {
            expect(error).toBeInstanceOf(AppError)
            expect(failureCodes).toContain((error as AppError).failure.code)
          }
        }),
        runs,
      )
    },
  )

  test('what its status means is a failure with a bounded wait, or none', () => {
    fc.assert(
      fc.property(hostileAnswer, (answer) => {
        const failure = provider.failureOf(answer)
        if (failure === null) return
        expect(failureCodes).toContain(failure.code)
        expect(failure.detail?.length ?? 0).toBeLessThanOrEqual(500)
        expect(failure.retryAfterMs ?? 0).toBeGreaterThanOrEqual(0)
        expect(failure.retryAfterMs ?? 0).toBeLessThan(2 ** 31)
      }),
      runs,
    )
  })
})
