import { expect, test } from 'vitest'
import { readBackup } from '../../../../../src/main/backup/read'
import { writeBackup } from '../../../../../src/main/backup/write'
import { writeAnilistJson } from '../../../../../src/main/backup/writers/anilist-json'
import { writeCsv } from '../../../../../src/main/backup/writers/csv'
import { writeListText } from '../../../../../src/main/backup/writers/list-text'
import { writeMalXml } from '../../../../../src/main/backup/writers/mal-xml'
import { account, exportAccount, exportOptions, row } from '../support/library'

const decoder = new TextDecoder()

const list = exportAccount([
  row('anime:1', { status: 'current' }),
  row('anime:2', { status: 'completed', score: 87 }),
  row('anime:3', { status: 'repeating', progress: 4 }),
  row('anime:4', { status: 'paused' }),
  row('anime:5', { status: 'dropped' }),
  row('anime:6', { status: 'planned' }),
  row('anime:7', { status: 'not-interested' }),
  row('anime:8', { status: 'current', private: true }),
  row('anime:9', { status: 'current' }, { malId: null }),
  row('anime:10', { status: 'current' }, { malId: 1 }),
  row('manga:1', { status: 'current', progressVolumes: 2 }),
])

test('MyAnimeList gets counts that add up, per kind', () => {
  const text = decoder.decode(writeMalXml(list, 'anime', exportOptions).bytes)
  const count = (name: string) => Number(new RegExp(`<${name}>(\\d+)<`).exec(text)?.[1])

  const parts = ['watching', 'completed', 'onhold', 'dropped', 'plantowatch']
  expect(parts.map((part) => count(`user_total_${part}`))).toEqual([1, 2, 1, 1, 1])
  expect(count('user_total_anime')).toBe(6)
  expect(text.match(/<anime>/g)).toHaveLength(6)
  expect(count('user_export_type')).toBe(1)
})

test('MyAnimeList is told to overwrite, in each row', () => {
  const text = decoder.decode(writeMalXml(list, 'anime', exportOptions).bytes)

  expect(text.match(/<update_on_import>1<\/update_on_import>/g)).toHaveLength(6)
  expect(text).not.toContain('<update_on_import>0')
})

test('manga go into a file of their own type', () => {
  const { bytes, count } = writeMalXml(list, 'manga', exportOptions)
  const text = decoder.decode(bytes)

  expect(count).toBe(1)
  expect(text).toContain('<user_export_type>2</user_export_type>')
  expect(text).toContain('<user_total_reading>1</user_total_reading>')
  expect(text).toContain('<my_status>Reading</my_status>')
  expect(text).not.toContain('<anime>')
})

test('what MyAnimeList cannot have is named with its reason', () => {
  const { losses } = writeMalXml(list, 'anime', exportOptions)

  expect(losses.map(({ title, field, reason }) => [title, field, reason])).toEqual([
    ['anime:8', 'entry', 'private'],
    ['anime:2', 'score', 'rounded'],
    ['anime:7', 'entry', 'status'],
    ['anime:9', 'entry', 'no-id'],
    ['anime:10', 'entry', 'same-id'],
  ])
})

test('a score is rounded down for MyAnimeList, but never to none', () => {
  const rows = [row('anime:1', { score: 87 }), row('anime:2', { score: 4 }), row('anime:3')]
  const text = decoder.decode(writeMalXml(exportAccount(rows), 'anime', exportOptions).bytes)

  expect([...text.matchAll(/<my_score>(\d+)</g)].map(([, score]) => score)).toEqual(['8', '1', '0'])
})

test('a ticked private entry leaves, and the loss of its mark is named', () => {
  const rows = [row('anime:1', { private: true })]

  const { count, losses } = writeMalXml(exportAccount(rows), 'anime', {
    ...exportOptions,
    includePrivate: true,
  })

  expect(count).toBe(1)
  expect(losses).toEqual([
    { title: 'anime:1', name: 'Title anime:1', field: 'private', reason: 'no-place' },
  ])
})

test('an empty list makes an empty file that is read as such', () => {
  const { bytes, count } = writeMalXml(exportAccount([]), 'manga', exportOptions)

  expect(count).toBe(0)
  expect(readBackup(bytes).rows).toEqual([])
})

test('the table starts with the mark that Excel needs and ends its lines its way', () => {
  const { bytes } = writeCsv([list], exportOptions)

  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(decoder.decode(bytes).split('\r\n')).toHaveLength(1 + 10 + 1)
})

test('the table holds the lists of all accounts', () => {
  const other = { ...account, service: 'anisearch' as const }
  const { bytes, count } = writeCsv(
    [exportAccount([row('anime:1')]), { account: other, rows: [row('anime:7')] }],
    exportOptions,
  )

  expect(count).toBe(2)
  expect(readBackup(bytes).rows.map(({ ids }) => ids)).toEqual([
    { mal: 1, anilist: 1 },
    { mal: 7, anisearch: 7 },
  ])
})

test('AniList JSON has both kinds, in lists by status', () => {
  const { bytes } = writeAnilistJson(list, exportOptions)
  const { data } = JSON.parse(decoder.decode(bytes))

  expect(
    data.anime.lists.map(({ name, status }: Record<string, string>) => [name, status]),
  ).toEqual([
    ['Watching', 'CURRENT'],
    ['Rewatching', 'REPEATING'],
    ['Planning', 'PLANNING'],
    ['Completed', 'COMPLETED'],
    ['Paused', 'PAUSED'],
    ['Dropped', 'DROPPED'],
  ])
  expect(data.manga.lists).toHaveLength(1)
  expect(data.User.mediaListOptions.scoreFormat).toBe('POINT_100')
})

test('AniList JSON of another service names titles by the ids that are known', () => {
  const other = { ...account, service: 'anisearch' as const }
  const rows = [
    { ...row('anime:11'), ids: { anilist: 21 } },
    row('anime:12'),
    row('anime:13', {}, { malId: null }),
  ]

  const { bytes, losses } = writeAnilistJson({ account: other, rows }, exportOptions)

  expect(readBackup(bytes).rows.map(({ ids }) => ids)).toEqual([
    { anilist: 21, mal: 11 },
    { mal: 12 },
  ])
  expect(losses.map(({ title, reason }) => [title, reason])).toEqual([['anime:13', 'no-id']])
})

const words = {
  kinds: { anime: 'Anime', manga: 'Manga' },
  statuses: {
    current: 'Watching',
    repeating: 'Rewatching',
    planned: 'Planned',
    completed: 'Completed',
    paused: 'Paused',
    dropped: 'Dropped',
    'not-interested': 'Not interested',
  },
}

test('the text lists titles by kind and status, sorted, without private ones', () => {
  const rows = [
    row('anime:1', { status: 'current', progress: 3 }, { episodes: 12 }),
    row('anime:2', { status: 'current', score: 85, progress: 1 }),
    row('anime:3', { status: 'planned', private: true }),
    row('manga:1', { status: 'completed', progress: 9 }),
  ]

  const { bytes, count, losses } = writeListText(exportAccount(rows), {
    ...exportOptions,
    style: 'text',
    words,
  })

  expect(decoder.decode(bytes).split('\n')).toEqual([
    'Anime',
    '',
    'Watching (2)',
    '',
    '- Title anime:1 (3/12)',
    '- Title anime:2 (1/?) · 85/100',
    '',
    'Manga',
    '',
    'Completed (1)',
    '',
    '- Title manga:1 (9/?)',
    '',
  ])
  expect(count).toBe(3)
  expect(losses).toHaveLength(1)
})

test('Markdown has headings, and titles that are no markup', () => {
  const titles = { romaji: '*Bold* [link](x)\nnext', english: null, native: null }
  const { bytes } = writeBackup(
    { format: 'markdown', words },
    [exportAccount([row('anime:1', {}, { titles })])],
    exportOptions,
  )

  expect(decoder.decode(bytes)).toBe(
    '# Anime\n\n## Planned (1)\n\n- \\*Bold\\* \\[link\\](x) next (0/?)\n',
  )
})

test('each kind of file is written by its name', () => {
  const jobs = [
    { format: 'tsuzuki', gzip: false },
    { format: 'mal-xml', kind: 'anime' },
    { format: 'csv' },
    { format: 'anilist-json' },
  ] as const

  const read = jobs.map((job) => readBackup(writeBackup(job, [list], exportOptions).bytes))

  expect(read.map(({ source }) => source.format)).toEqual([
    'tsuzuki',
    'mal-xml',
    'tsuzuki-csv',
    'anilist-api',
  ])
})

test('an app without an account writes an empty file', () => {
  expect(writeBackup({ format: 'anilist-json' }, [], exportOptions)).toEqual({
    bytes: new Uint8Array(),
    count: 0,
    losses: [],
  })
})
