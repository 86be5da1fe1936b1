import { expect, test } from 'vitest'
import { entryFields } from '../../../../src/shared/entry'
import { statuses } from '../../../../src/shared/status'
import { checkBaseUrl } from '../../../../src/main/http/base-url'
import { createAnilist } from '../../../../src/main/providers/anilist/anilist'
import { createAnilistV1 } from '../../../../src/main/providers/anilist-v1/anilist-v1'
import { createAnisearch } from '../../../../src/main/providers/anisearch/anisearch'
import type { BucketLimits } from '../../../../src/main/providers/provider'
import { clock, owner, writeOf } from './support'

const anilist = createAnilist({ clock })
const v1 = createAnilistV1({ clock })
const anisearch = createAnisearch({ clock })
const all = [anilist, v1, anisearch]

test.each(all)('$id lives behind https, at an address that ends with a slash', (provider) => {
  expect(checkBaseUrl(provider.defaultBaseUrl).href).toBe(provider.defaultBaseUrl)
})

test.each(all)('$id counts each of its calls against a limit that it has', (provider) => {
  const titles = ['anime:1'] as const
  const calls = [
    provider.viewer(),
    provider.listPage(owner, 'anime', 1, null),
    provider.save(owner, [writeOf('anime:1', { progress: 1 })]),
    provider.remove(owner, 'anime:1', 5),
    provider.recentPage?.(owner, 'anime', 1),
    provider.someEntries?.call(owner, titles),
    provider.saveEqual?.(owner, [writeOf('anime:1', { progress: 1 })]),
  ].filter((call) => call !== undefined)

  for (const call of calls) expect(Object.keys(provider.buckets)).toContain(call.bucket)
})

test.each(all)('$id takes or shows each field once, and each status', ({ capabilities }) => {
  const fields = [...capabilities.writable, ...capabilities.readable]

  expect(new Set(fields).size).toBe(fields.length)
  expect(entryFields).toEqual(expect.arrayContaining(fields))
  expect(statuses).toEqual(expect.arrayContaining([...capabilities.statuses]))
})

test('what each service cannot do is said', () => {
  expect(v1.capabilities.readable).toEqual(['private', 'priority', 'startedAt', 'completedAt'])
  expect(v1.capabilities.statuses).not.toContain('repeating')
  expect(anilist.capabilities.statuses).not.toContain('not-interested')
  expect(anisearch.capabilities.statuses).toEqual(statuses)
  for (const field of ['hidden', 'customLists', 'advancedScores'] as const) {
    expect(anisearch.capabilities.writable).not.toContain(field)
  }
  expect(all.map((provider) => provider.capabilities.partialDates)).toEqual([true, false, false])
  expect(anilist.capabilities).toMatchObject({
    notesLength: 6_000,
    priorityMax: 255,
    repeatsMax: 1_000,
  })
  expect(anisearch.capabilities).toMatchObject({
    notesLength: null,
    priorityMax: 3,
    community: false,
  })
  expect(all.map((provider) => provider.capabilities.createsCustomLists)).toEqual([
    true,
    false,
    false,
  ])
})

/** The most requests that may start within a span that begins at any moment. */
function mostIn(limits: BucketLimits | undefined, spanMs: number): number {
  return Math.min(...(limits?.windows ?? []).map(({ max, ms }) => Math.ceil(spanMs / ms) * max))
}

test('no limit allows more than the documents do', () => {
  expect(mostIn(anilist.buckets['api'], 60_000)).toBe(30)
  expect(anilist.buckets['api']).toMatchObject({ spacingMs: 700, inFlight: 2 })
  expect(v1.buckets['api']).toEqual(anilist.buckets['api'])
  expect(mostIn(anisearch.buckets['reads'], 60_000)).toBe(10)
  expect(mostIn(anisearch.buckets['profile'], 60_000)).toBe(10)
  expect(mostIn(anisearch.buckets['put'], 120_000)).toBe(100)
  expect(anisearch.buckets['put']?.inFlight).toBe(10)
  for (const map of ['anime', 'manga', 'titles'])
    expect(mostIn(anisearch.buckets[`database-${map}`], 24 * 60 * 60_000)).toBe(1)
  for (const provider of all) expect(provider.buckets).toHaveProperty('oauth')
})
