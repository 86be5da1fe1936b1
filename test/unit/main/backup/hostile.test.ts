import { Writer } from 'protobufjs/minimal.js'
import { expect, test, vi } from 'vitest'
import { benignTitle } from '../../../../src/main/backup/match/fold'
import { readBackup } from '../../../../src/main/backup/read'
import { bytesOf, failureOf, fileWarningCodes, readText, rowAt } from './support/fixtures'
import { protobuf } from './support/mihon'

// How long this takes depends on the machine.
vi.setConfig({ testTimeout: 0 })

test('a row of a hundred thousand elements is looked at only so far', () => {
  const many = Array.from({ length: 100_000 }, (_, at) => `<x${at}/>`).join('')
  const file = readText(`<myanimelist><anime>${many}<my_status>1</my_status></anime></myanimelist>`)

  expect(file.rows).toHaveLength(1)
  expect(Object.keys(rowAt(file, 1).kept).length).toBeLessThanOrEqual(100)
})

test('an element that stands twice in a row is kept beside the first', () => {
  const file = readText(
    '<myanimelist><anime><my_score>7</my_score><my_score>9</my_score></anime></myanimelist>',
  )

  expect(rowAt(file, 1).fields.score).toBe(70)
  expect(rowAt(file, 1).kept).toEqual({ 'my_score (again)': '9' })
})

test('a backup of a million empty chapters is not unfolded', () => {
  const writer = Writer.create()
  const title = writer.uint32((1 << 3) | 2).fork()
  title.uint32((2 << 3) | 2).string('/url')
  for (let at = 0; at < 1_000_000; at++) title.uint32((16 << 3) | 2).uint32(0)
  title.ldelim()
  const bytes = writer.finish()

  expect(failureOf(() => readBackup(bytes, { limits: { values: 1000 } })).reason).toBe('too-big')
  expect(readBackup(bytes).rows).toHaveLength(1)
})

test('a chapter that is none does not cost its title', () => {
  const bytes = protobuf([{ title: 'Berserk' }])
  const broken = Writer.create()
    .uint32((1 << 3) | 2)
    .fork()
    .uint32((2 << 3) | 2)
    .string('/url')
    .uint32((16 << 3) | 2)
    .bytes(new Uint8Array([0x21]))
    .ldelim()
    .finish()

  const file = readBackup(new Uint8Array([...bytes, ...broken]))

  expect(file.rows.map(({ fields }) => fields)).toEqual([{}, {}])
})

test('a title of endless marks is cut before it is compared', () => {
  const name = `${'!'.repeat(200_000)}x`
  const entries = [{ name, status: 'watched' }]
  const file = readText(JSON.stringify({ export: { type: 'anime' }, entries }))

  expect(rowAt(file, 1).titles[0]).toHaveLength(1000)
  expect(benignTitle(rowAt(file, 1).titles[0] ?? '')).toHaveLength(2000)
})

test('a slash in a string is not the end of it, however many there are', () => {
  const slashes = '\\\\'.repeat(50_000)
  const entries = `[{"name":"a${slashes}","status":"watched"}]`
  const file = readText(`{"export":{"type":"anime"},"entries":${entries}}`)

  expect(file.rows).toHaveLength(1)
})

test('brackets inside of texts nest nothing', () => {
  const entries = [{ name: '['.repeat(1000), status: 'watched' }]

  expect(readText(JSON.stringify({ export: { type: 'anime' }, entries })).rows).toHaveLength(1)
})

test('a table with more cells than it may have is refused', () => {
  const rows = 'x,y,z\n'.repeat(2000)
  const text = `media_id,media_type,status\n${rows}`

  expect(failureOf(() => readText(text, { limits: { values: 1000 } })).reason).toBe('too-big')
})

test('cells beyond the last column are kept', () => {
  const text = 'media_id,source,media_type,title,status\n5,mal,anime,A,Completed,extra\n'

  expect(rowAt(readText(text), 1).kept).toEqual({ '+1': 'extra' })
  expect(readText(text).warnings).toEqual([{ code: 'crooked-rows', count: 1, row: 1 }])
})

test('a table may be cut by semicolons or tabs', () => {
  for (const mark of [';', '\t']) {
    const text = [
      ['media_id', 'source', 'media_type', 'title', 'status'].join(mark),
      ['5', 'mal', 'anime', 'A, B', 'Completed'].join(mark),
    ].join('\n')

    expect(rowAt(readText(text), 1)).toMatchObject({ titles: ['A, B'], ids: { mal: 5 } })
  }
})

test('other files of Taiga are not its list', () => {
  const failure = failureOf(() => readText('<meta><version>1</version></meta><history></history>'))

  expect(failure.reason).toBe('unknown-file')
})

test('the data export may hold its lists of names as text', () => {
  const user = { score_type: 1, custom_lists: '{"anime":["A","B"],"manga":[]}' }
  const lists = [{ series_id: 1, series_type: 0, status: 2, custom_lists: '[0,1]' }]

  const file = readText(JSON.stringify({ user, lists }))

  expect(rowAt(file, 1).fields.customLists).toEqual(['B'])
})

test('a data export without a single entry is one all the same', () => {
  const file = readText('{"user":{"score_type":4},"lists":[]}')

  expect(file.source.format).toBe('anilist-gdpr')
  expect(file.rows).toEqual([])
})

test('bytes that only begin like text are repaired up to a point', () => {
  const bytes = new Uint8Array(300_000).fill(0xff)
  bytes.set(bytesOf('{"export":'))

  expect(failureOf(() => readBackup(bytes)).reason).toBe('unknown-file')
})

test('repairs are counted for the row in which they are', () => {
  const row = (id: number, comment: string) =>
    `<anime><series_animedb_id>${id}</series_animedb_id><my_comments>${comment}</my_comments></anime>`
  const text = `<myanimelist>${row(1, 'a & b & c')}${row(2, 'x\u00e9\u00ff')}${row(3, 'd')}</myanimelist>`
  const latin = Uint8Array.from(text, (mark) => mark.charCodeAt(0))

  const file = readBackup(latin)

  const repairs = file.rows.map(({ warnings }) =>
    warnings.filter(({ code }) => code === 'repaired-text').map(({ value }) => value),
  )
  expect(repairs).toEqual([[], ['2'], []])
  expect(rowAt(file, 1).fields.notes).toBe('a & b & c')
  expect(fileWarningCodes(file)).toEqual([])
})
