import { expect, test } from 'vitest'
import { createAnilist, type AnilistProvider } from '../../../../src/main/providers/anilist/anilist'
import { namedRecord } from '../../../../src/main/providers/titles-for'
import { variablesOf } from './calls'
import { answerOf, clock } from './support'

const anilist: AnilistProvider = createAnilist({ clock })

test('AniList is asked for titles by MyAnimeList ids, by kind and without a token', () => {
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
