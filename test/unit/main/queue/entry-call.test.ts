import { expect, test } from 'vitest'
import { createAnilist } from '../../../../src/main/providers/anilist/anilist'
import { createAnilistV1 } from '../../../../src/main/providers/anilist-v1/anilist-v1'
import { createAnisearch } from '../../../../src/main/providers/anisearch/anisearch'
import type { ListOwner } from '../../../../src/main/providers/provider'
import { entryCall } from '../../../../src/main/queue/entry-call'
import { createVirtualClock } from '../../../support/virtual-clock'

const clock = createVirtualClock()
const owner: ListOwner = {
  userId: 9,
  userName: 'mika',
  options: {
    scoreFormat: 'point-100',
    scoreTable: 'anilist',
    titleLanguage: 'romaji',
    adult: false,
    customLists: { anime: [], manga: [] },
    advancedScores: { anime: [], manga: [] },
  },
}

const answer = (body: unknown) => ({ status: 200, headers: {}, text: JSON.stringify(body) })
const record = (id: number) => ({
  record_id: id * 10,
  series_id: id,
  list_status: 'watching',
  episodes_watched: 3,
})

test('AniList is asked for one title by its number', () => {
  const call = entryCall(createAnilist({ clock }), owner, 'anime:7')

  expect(call.name).toBe('Page.mediaList')
  expect(call.body).toContain('7')
})

test('aniSearch is asked for the rating of one title', () => {
  const call = entryCall(createAnisearch({ clock }), owner, 'anime:7')

  expect(call.path).toBe('my/anime/7/ratings')
})

test('AniList v1 has no such call: its list is asked for without titles, and one entry is taken', () => {
  const call = entryCall(createAnilistV1({ clock }), owner, 'anime:7')
  expect(call.path).toBe('user/9/animelist/raw')

  const { items, hasNext } = call.parse(
    answer({ lists: { watching: [record(6), record(7), record(8)] }, custom_lists: [] }),
  )

  expect(items.map(({ entry }) => [entry.title, entry.progress])).toEqual([['anime:7', 3]])
  expect(hasNext).toBe(false)
})

test('a title that is not on the list is no entry', () => {
  const call = entryCall(createAnilistV1({ clock }), owner, 'manga:7')
  expect(call.path).toBe('user/9/mangalist/raw')

  expect(call.parse(answer({ lists: {}, custom_lists: [] })).items).toEqual([])
})
