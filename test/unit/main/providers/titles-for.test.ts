import { describe, expect, test } from 'vitest'
import { emptyFields } from '../../../../src/shared/entry'
import { type TitleKey, unknownMedia } from '../../../../src/shared/media'
import { createAnilist, type AnilistProvider } from '../../../../src/main/providers/anilist/anilist'
import type { FetchedEntry, MediaRecord } from '../../../../src/main/providers/provider'
import { malIdsWanted, namedRecord, withTitles } from '../../../../src/main/providers/titles-for'
import { variablesOf } from './calls'
import { answerOf, clock } from './support'

const anilist: AnilistProvider = createAnilist({ clock })

function item(
  title: TitleKey,
  malId: number | null,
  media: MediaRecord | null = null,
): FetchedEntry {
  const entry = { ...emptyFields, title, entryId: null, createdAt: null, updatedAt: null }
  return { entry, media, malId }
}

function record(title: TitleKey, romaji: string): MediaRecord {
  return {
    ...unknownMedia(title),
    titles: { romaji, english: null, native: null },
    coverUrl: 'https://s4.anilist.co/a.jpg',
    coverUrlLarge: null,
    bannerUrl: null,
    mediaUpdatedAt: null,
  }
}

describe('entries without a title', () => {
  const online = (_title: TitleKey, malId: number) => {
    return malId === 20 ? record('anime:9999', 'Naruto') : null
  }
  const offline = (title: TitleKey, malId: number) => record(title, `offline ${malId}`)

  test('get the first that is known, under their own key', () => {
    const [first, second] = withTitles(
      [item('anime:5', 20), item('anime:6', 21)],
      [online, offline],
    )

    expect(first?.media).toMatchObject({
      key: 'anime:5',
      malId: 20,
      titles: { romaji: 'Naruto' },
      coverUrl: 'https://s4.anilist.co/a.jpg',
    })
    expect(second?.media).toMatchObject({ key: 'anime:6', titles: { romaji: 'offline 21' } })
  })

  test('stay as they are where nobody knows them or nobody mapped them', () => {
    const items = [item('anime:5', 21), item('anime:6', null)]

    expect(withTitles(items, [online])).toEqual(items)
    expect(withTitles(items, [])).toEqual(items)
  })

  test('and those with one keep it', () => {
    const known = item('anime:5', 20, record('anime:5', 'Known'))

    expect(withTitles([known], [online])).toEqual([known])
  })
})

test('ids are wanted once each, by kind, in portions', () => {
  const items = [
    item('anime:1', 10),
    item('anime:2', 10),
    item('anime:3', 11),
    item('anime:4', 12),
    item('anime:5', 13, record('anime:5', 'Known')),
    item('manga:1', 10),
    item('manga:2', null),
  ]

  expect(malIdsWanted(items, 2)).toEqual([
    { kind: 'anime', malIds: [10, 11] },
    { kind: 'anime', malIds: [12] },
    { kind: 'manga', malIds: [10] },
  ])
  expect(malIdsWanted([], 50)).toEqual([])
})

test('AniList is asked for them by kind and without a token', () => {
  const call = anilist.mediaByMalId('manga', [10, 11])

  expect(call.anonymous).toBe(true)
  expect(variablesOf(call)).toEqual({ page: 1, perPage: 50, type: 'MANGA', malIds: [10, 11] })
  const media = [
    { id: 5, idMal: 10, title: { romaji: 'A' } },
    { id: 6, idMal: 10 },
    { id: 7 },
    null,
  ]
  const found = call.parse(answerOf({ data: { Page: { media } } }))
  expect([...found].map(([malId, { key }]) => [malId, key])).toEqual([[10, 'manga:5']])
})

test('a title of which only names are known is called by the first', () => {
  expect(namedRecord('anime:5', ['A', 'B', 'C'])).toMatchObject({
    key: 'anime:5',
    titles: { romaji: 'A' },
    synonyms: ['B', 'C'],
    hasCover: false,
  })
  expect(namedRecord('anime:5', [])).toBeNull()
})
