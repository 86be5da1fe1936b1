import { expect, test } from 'vitest'
import type { BackupFile } from '../../../../../src/main/backup/model'
import { readText, rowAt } from '../support/fixtures'

const readJson = (value: unknown): BackupFile => readText(JSON.stringify(value))

test('AniList: a bare list of entries is one answer, each entry of its own kind', () => {
  const entries = [
    { mediaId: 457, status: 'COMPLETED', score: '8.5', progress: '26', media: { type: 'ANIME' } },
    { mediaId: 30002, status: 'current', score: 9, progress: 3, media: { format: 'MANGA' } },
  ]

  for (const value of [entries, { data: entries }, { entries }, { mediaList: entries }]) {
    const file = readJson(value)

    expect(file.source.format).toBe('anilist-api')
    expect(file.rows.map(({ kind, fields }) => ({ kind, ...fields }))).toEqual([
      { kind: 'anime', status: 'completed', score: 85, progress: 26 },
      { kind: 'manga', status: 'current', score: 90, progress: 3 },
    ])
  }
})

test('AniList: kinds that hold their entries without lists are read', () => {
  const file = readJson({
    anime: [
      { mediaId: 457, status: 'COMPLETED', score: 85, media: { title: { romaji: 'Mushishi' } } },
    ],
    manga: [
      { mediaId: 30002, status: 'CURRENT', score: 0, media: { title: { romaji: 'Berserk' } } },
    ],
  })

  expect(file.source.format).toBe('anilist-api')
  expect(file.rows.map(({ kind, ids }) => [kind, ids.anilist])).toEqual([
    ['anime', 457],
    ['manga', 30002],
  ])
})

test('AniList: where neither entry nor list has a status, the name of the list tells it', () => {
  const lists = [
    { name: 'Completed TV', entries: [{ mediaId: 1, score: 85 }] },
    { name: 'Paused', entries: [{ mediaId: 2, score: 0 }] },
  ]

  const file = readJson({ data: { MediaListCollection: { lists } } })

  expect(file.rows.map(({ fields }) => fields.status)).toEqual(['completed', 'paused'])
})

test('AniList: a list without a status and with a name of its own is a custom one', () => {
  const entry = { mediaId: 1, status: 'COMPLETED', score: 85 }
  const lists = [
    { name: 'Completed', status: 'COMPLETED', entries: [entry] },
    { name: 'With Mia', status: null, entries: [entry] },
  ]

  const file = readJson({ data: { anime: { lists } } })

  expect(file.rows).toHaveLength(1)
  expect(rowAt(file, 1).fields).toMatchObject({ status: 'completed', customLists: ['With Mia'] })
})

test('AniList: parts of a date may be texts', () => {
  const entry = {
    mediaId: 1,
    status: 'COMPLETED',
    startedAt: { year: '2013', month: '4', day: null },
  }

  const file = readJson({ data: { anime: { lists: [{ name: 'x', entries: [entry] }] } } })

  expect(rowAt(file, 1).fields.startedAt).toBe(20130400)
})

test('the data export: flags may be texts or true and false', () => {
  const entry = {
    series_id: '1',
    series_type: '1',
    status: '2',
    score: '85',
    started_on: '20130400',
  }
  const file = readJson({
    user: { score_type: '4', custom_lists: { anime: [], manga: ['A', 'B'] } },
    lists: [
      { ...entry, custom_lists: '["0","1"]', private: '1', hidden_default: '0' },
      { ...entry, series_id: 2, custom_lists: '[true,false]', private: 0 },
    ],
  })

  expect(file.rows.map(({ fields }) => fields)).toEqual([
    {
      status: 'completed',
      score: 85,
      startedAt: 20130400,
      customLists: ['B'],
      private: true,
      hidden: false,
    },
    { status: 'completed', score: 85, startedAt: 20130400, customLists: ['A'], private: false },
  ])
})

test('Automail: the kind may be written small', () => {
  const file = readJson({
    version: 1.02,
    type: 'manga',
    User: { name: 'Mia', mediaListOptions: { scoreFormat: 'POINT_5' } },
    MediaListCollection: {
      lists: [{ name: 'x', entries: [{ mediaId: 7, status: 'CURRENT', score: 4 }] }],
    },
  })

  expect(file.kinds).toEqual(['manga'])
  expect(file.source.version).toBe('1.02')
})
