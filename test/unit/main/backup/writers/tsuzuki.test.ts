import { expect, test } from 'vitest'
import { readBackup } from '../../../../../src/main/backup/read'
import { writeBackup } from '../../../../../src/main/backup/write'
import { writeTsuzuki } from '../../../../../src/main/backup/writers/tsuzuki'
import type { Change } from '../../../../../src/shared/history'
import { account, exportAccount, exportOptions, options, row } from '../support/library'

const decoder = new TextDecoder()

const change: Change = {
  id: 1,
  ref: { accountId: 1, title: 'anime:1' },
  titles: { romaji: 'A', english: null, native: null },
  at: 1_600_000_000_000,
  source: 'me',
  before: { progress: 1, startedAt: null },
  after: { progress: 2, startedAt: 20200700, customLists: ['With Jo'] },
  group: 4,
  undone: false,
}

test('never writes a token or anything else that nobody named', () => {
  const spiced = {
    ...account,
    token: 'secret-token',
    options: { ...options, accessToken: 'secret-token' },
  }
  const rich = row('anime:1')
  const media = { ...rich.media, coverUrl: 'https://example.org/secret-cover.jpg' }

  const { bytes } = writeTsuzuki([{ account: spiced, rows: [{ ...rich, media }] }], exportOptions)

  expect(decoder.decode(bytes)).not.toContain('secret')
})

test('holds several accounts, each entry with its own', () => {
  const other = { ...account, service: 'anisearch' as const, userId: 6, userName: 'Mia2' }

  const file = readBackup(
    writeTsuzuki(
      [
        exportAccount([row('anime:1')]),
        { account: other, rows: [row('manga:2', {}, { malId: 9 })] },
      ],
      exportOptions,
    ).bytes,
  )

  expect(file.owners.map(({ site, name }) => [site, name])).toEqual([
    ['anilist', 'Mia'],
    ['anisearch', 'Mia2'],
  ])
  expect(file.rows.map(({ owner, ids }) => [owner, ids])).toEqual([
    [0, { anilist: 1, mal: 1 }],
    [1, { anisearch: 2, mal: 9 }],
  ])
  expect(file.rows.map(({ number }) => number)).toEqual([1, 2])
})

test('tells whose list it is, how they score and which lists they have', () => {
  const [owner] = readBackup(
    writeTsuzuki([exportAccount([row('anime:1')])], exportOptions).bytes,
  ).owners

  expect(owner).toMatchObject({
    userId: 5,
    sandbox: false,
    scoreFormat: 'point-10-decimal',
    customLists: { anime: ['With Jo'], manga: ['Shelf'] },
    advancedScores: { anime: ['Story'], manga: [] },
  })
})

test('brings the history along when it is asked for', () => {
  const asked = { ...exportAccount([row('anime:1')]), history: [change] }

  const file = readBackup(writeTsuzuki([asked], exportOptions).bytes)

  expect(file.owners[0]?.history).toEqual([
    {
      title: 'anime:1',
      at: 1_600_000_000_000,
      source: 'me',
      before: { progress: 1, startedAt: null },
      after: { progress: 2, startedAt: 20200700, customLists: ['With Jo'] },
      group: 4,
      undone: false,
    },
  ])
})

test('holds no history when nobody asked', () => {
  const { bytes } = writeTsuzuki([exportAccount([row('anime:1')])], exportOptions)

  expect(decoder.decode(bytes)).not.toContain('history')
})

test('is the same file for the same list and time', () => {
  const write = () =>
    writeBackup({ format: 'tsuzuki', gzip: true }, [exportAccount([row('anime:1')])], exportOptions)

  expect(write().bytes).toEqual(write().bytes)
})

test('keeps a value that is wrong, and the rest of the row', () => {
  const { bytes } = writeTsuzuki([exportAccount([row('anime:1', { progress: 7 })])], exportOptions)
  const text = decoder.decode(bytes).replace('"score":null', '"score":200')

  const [read] = readBackup(new TextEncoder().encode(text)).rows

  expect(read?.fields).toMatchObject({ progress: 7, status: 'planned' })
  expect(read?.fields.score).toBeUndefined()
  expect(read?.kept).toEqual({ score: 200 })
  expect(read?.warnings).toEqual([{ code: 'unknown-value', field: 'score', value: '200' }])
})

test('reads what a later app of the same version adds', () => {
  const { bytes } = writeTsuzuki([exportAccount([row('anime:1')])], exportOptions)
  const text = decoder.decode(bytes).replace('"progress":0', '"progress":0,"mood":"sunny"')

  const file = readBackup(new TextEncoder().encode(text))

  expect(file.rows[0]?.kept).toEqual({ mood: 'sunny' })
  expect(file.warnings).toEqual([{ code: 'unknown-elements', count: 1, value: 'mood' }])
})

test('reads an entry whose title is none by its names', () => {
  const { bytes } = writeTsuzuki([exportAccount([row('manga:1')])], exportOptions)
  const text = decoder.decode(bytes).replace('"title":"manga:1"', '"title":"book:x"')

  const [read] = readBackup(new TextEncoder().encode(text)).rows

  expect(read?.titles).toEqual(['Title manga:1'])
  expect(read?.warnings.map(({ code }) => code)).toContain('unknown-value')
})
