import { expect, test } from 'vitest'
import type { BackupFile } from '../../../../../src/main/backup/model'
import { failureOf, fileWarningCodes, readText, rowAt, warningCodes } from '../support/fixtures'

const readJson = (value: unknown): BackupFile => readText(JSON.stringify(value))

const automail = (entries: readonly object[], more: object = {}) =>
  readJson({
    version: '1.02',
    User: { name: 'Mia', id: 5, mediaListOptions: { scoreFormat: 'POINT_100' } },
    MediaListCollection: { lists: [{ name: 'X', isCustomList: false, entries }] },
    ...more,
  })

test('Automail: a file of which nothing tells the kind says that it is assumed', () => {
  const file = automail([{ mediaId: 1, status: 'CURRENT', score: 0 }])

  expect(fileWarningCodes(file)).toEqual(['kind-assumed'])
  expect(file.kinds).toEqual(['anime'])
})

test('Automail: the names of its lists tell the kind when nothing else does', () => {
  const lists = [
    { name: 'Watching', isCustomList: false, entries: [{ mediaId: 1, status: 'CURRENT' }] },
  ]
  const file = automail([], { MediaListCollection: { lists } })

  expect(fileWarningCodes(file)).toEqual([])
})

test('Automail: its time may be in seconds', () => {
  const entries = [{ mediaId: 1, status: 'CURRENT' }]

  expect(automail(entries, { type: 'ANIME', timeStamp: 1_563_010_000 }).madeAt).toBe(
    1_563_010_000_000,
  )
  expect(automail(entries, { type: 'ANIME', timeStamp: 'then' }).madeAt).toBeNull()
})

test('Automail: a score that its format does not have is kept', () => {
  const file = automail([{ mediaId: 1, status: 'CURRENT', score: 250 }], { type: 'ANIME' })

  expect(rowAt(file, 1).fields.score).toBeUndefined()
  expect(rowAt(file, 1).kept).toEqual({ score: 250 })
})

const answer = (entries: readonly object[], more: object = {}) =>
  readJson({ data: { anime: { lists: [{ name: 'Mine', status: 'PAUSED', entries, ...more }] } } })

test('AniList: an entry without a status has that of its list', () => {
  const file = answer([
    { mediaId: 1 },
    { mediaId: 2, status: null },
    { mediaId: 3, status: 'DROPPED' },
  ])

  expect(file.rows.map(({ fields }) => fields.status)).toEqual(['paused', 'paused', 'dropped'])
})

test('AniList: an entry of a custom list alone has no status', () => {
  const file = answer([{ mediaId: 1 }], { isCustomList: true })

  expect(rowAt(file, 1).fields).toEqual({ customLists: ['Mine'] })
  expect(warningCodes(rowAt(file, 1))).toEqual(['no-status'])
})

test('AniList: the raw score counts more than the one that is shown', () => {
  const file = answer([{ mediaId: 1, score: 8, scoreRaw: 83 }])

  expect(rowAt(file, 1).fields.score).toBe(83)
})

test('AniList: a title that is only a text is one', () => {
  const file = answer([{ mediaId: 1, media: { title: 'Mushishi' } }])

  expect(rowAt(file, 1).titles).toEqual(['Mushishi'])
})

test('AniList: lists of something else are not taken for its lists', () => {
  const failure = failureOf(() => readJson({ anime: { lists: [{ entries: [{ song: 'x' }] }] } }))

  expect(failure.reason).toBe('unknown-file')
})
