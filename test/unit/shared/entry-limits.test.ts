import { expect, test } from 'vitest'
import { entryProblemOf } from '../../../src/shared/entry-limits'
import { createAnilist } from '../../../src/main/providers/anilist/anilist'
import { createAnilistV1 } from '../../../src/main/providers/anilist-v1/anilist-v1'
import { createAnisearch } from '../../../src/main/providers/anisearch/anisearch'
import { clock } from '../main/providers/support'

const anilist = createAnilist({ clock }).capabilities
const v1 = createAnilistV1({ clock }).capabilities
const anisearch = createAnisearch({ clock }).capabilities

test('AniList takes 6,000 characters of notes, others did not say', () => {
  const notes = (length: number) => ({ notes: 'x'.repeat(length) })

  expect(entryProblemOf(notes(6_000), anilist)).toBeNull()
  expect(entryProblemOf(notes(6_001), anilist)).toBe('notes-too-long')
  expect(entryProblemOf(notes(6_001), v1)).toBeNull()
  expect(entryProblemOf(notes(6_001), anisearch)).toBeNull()
})

test('a priority has an end where the service stores one', () => {
  expect(entryProblemOf({ priority: 3 }, anisearch)).toBeNull()
  expect(entryProblemOf({ priority: 4 }, anisearch)).toBe('priority-range')
  expect(entryProblemOf({ priority: 256 }, anilist)).toBe('priority-range')
  expect(entryProblemOf({ priority: 256 }, v1)).toBeNull()
})

test('AniList counts a thousand repeats', () => {
  expect(entryProblemOf({ repeats: 1_000 }, anilist)).toBeNull()
  expect(entryProblemOf({ repeats: 1_001 }, anilist)).toBe('repeats-range')
  expect(entryProblemOf({ repeats: 1_001 }, anisearch)).toBeNull()
})

test('what a patch does not name is no problem', () => {
  for (const can of [anilist, v1, anisearch]) expect(entryProblemOf({}, can)).toBeNull()
})
