import { gzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { lookedFor } from '../../../../src/main/backup/formats/all'
import { formatIds } from '../../../../src/main/backup/model'
import { readBackup } from '../../../../src/main/backup/read'
import {
  bytesOf,
  failureOf,
  fileWarningCodes,
  fixture,
  readFixture,
  readText,
  rowAt,
  warningCodes,
} from './support/fixtures'
import { protobuf } from './support/mihon'

const formats: readonly (readonly [file: string, format: string])[] = [
  ['mal-anime.xml', 'mal-xml'],
  ['gdpr.json', 'anilist-gdpr'],
  ['automail-1.02.json', 'automail'],
  ['anilist-api-bare.json', 'anilist-api'],
  ['anime-planet-manga.json', 'anime-planet'],
  ['anisearch.json', 'anisearch'],
  ['kitsu.json', 'kitsu'],
  ['shikimori.json', 'shikimori'],
  ['simkl.json', 'simkl'],
  ['simkl.csv', 'simkl-csv'],
  ['yamtrack.csv', 'yamtrack'],
  ['shukofukurou.json', 'shukofukurou'],
  ['notify-moe.json', 'notify-moe'],
  ['taiga.xml', 'taiga'],
]

test.each(formats)('%s is known by its content, packed or not', (name, format) => {
  expect(readFixture(name).source.format).toBe(format)
  expect(readBackup(gzipSync(fixture(name))).source.format).toBe(format)
  expect(readBackup(zipSync({ 'no name': fixture(name) })).source.format).toBe(format)
})

test('every format has a fixture, or a test that makes one', () => {
  const tried = formats.map(([, format]) => format)

  expect(formatIds.filter((id) => !tried.includes(id))).toEqual(['tsuzuki', 'tsuzuki-csv', 'mihon'])
})

test('says what was looked for when a file is none of them', () => {
  for (const text of ['hello', '{"a":1}', '[]', '<svg></svg>', 'a,b\n1,2\n']) {
    const failure = failureOf(() => readText(text))

    expect(failure).toMatchObject({ code: 'invalid-input', reason: 'unknown-file' })
    for (const name of lookedFor) expect(failure.detail).toContain(name)
  }
})

test('says that a file is empty', () => {
  expect(failureOf(() => readBackup(new Uint8Array())).reason).toBe('empty-file')
})

test('never quotes the file in an error', () => {
  const failure = failureOf(() => readText('{"email":"secret@example.org"'))

  expect(JSON.stringify(failure)).not.toContain('secret')
})

test('does not read pickles: reading one can run code', () => {
  const pickle = new Uint8Array([0x80, 4, 0x95, 0, 0, 0x7d, 0x94, 0x2e])

  expect(failureOf(() => readBackup(pickle)).reason).toBe('pickle')
})

test('refuses our own format of a newer version with words', () => {
  const failure = failureOf(() => readText('{"format":"tsuzuki-backup","version":2,"accounts":[]}'))

  expect(failure).toMatchObject({ reason: 'newer-version', code: 'invalid-input' })
  expect(failure.detail).toContain('version 2')
})

test('joins the files of a zip and keeps their owners apart', () => {
  const zip = zipSync({
    'readme.txt': bytesOf('nothing'),
    'anime.xml': fixture('mal-anime.xml'),
    'manga.xml': fixture('mal-manga.xml'),
  })

  const file = readBackup(zip)

  expect(file.kinds).toEqual(['anime', 'manga'])
  expect(file.rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(file.owners).toHaveLength(2)
  expect(rowAt(file, 5)).toMatchObject({ owner: 1, titles: ['Berserk'] })
})

test('finds nothing in a zip of other things', () => {
  const failure = failureOf(() => readBackup(zipSync({ 'a.txt': bytesOf('nothing') })))

  expect(failure.reason).toBe('unknown-file')
})

test('opens no more files of a zip than it may', () => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [`${at}.txt`, bytesOf('x')]),
  )

  expect(failureOf(() => readBackup(zipSync(many))).reason).toBe('too-big')
})

test('takes what a cut gzip still holds, and says so', () => {
  const rows = Array.from(
    { length: 400 },
    (_, at) => `<anime><series_animedb_id>${at * 7919}</series_animedb_id></anime>`,
  )
  const whole = gzipSync(bytesOf(`<myanimelist>${rows.join('')}</myanimelist>`))

  const file = readBackup(whole.subarray(0, whole.length - 300))

  expect(file.rows.length).toBeGreaterThan(50)
  expect(file.rows.length).toBeLessThan(400)
  expect(fileWarningCodes(file)).toEqual(['damaged-archive', 'cut-short'])
})

test('says when the checksum of a gzip does not fit', () => {
  const packed = gzipSync(fixture('shikimori.json'))
  packed[packed.length - 8]! ^= 1

  expect(fileWarningCodes(readBackup(packed))).toEqual(['damaged-archive'])
})

test('reads gzip of several members as one', () => {
  const text = bytesOf(new TextDecoder().decode(fixture('mal-anime.xml')))
  const half = Math.floor(text.length / 2)
  const members = [gzipSync(text.subarray(0, half)), gzipSync(text.subarray(half))]
  const packed = new Uint8Array([...members[0]!, ...members[1]!])

  const file = readBackup(packed)

  expect(file.rows).toHaveLength(4)
  expect(fileWarningCodes(file)).toEqual([])
})

test('refuses gzip that holds nothing', () => {
  expect(failureOf(() => readBackup(new Uint8Array([0x1f, 0x8b, 8, 0, 0]))).reason).toBe(
    'damaged-file',
  )
})

test('keeps the rows of a file that ends early', () => {
  const text = new TextDecoder().decode(fixture('mal-anime.xml'))

  const file = readText(text.slice(0, text.indexOf('One Piece')))

  expect(file.rows).toHaveLength(2)
  expect(fileWarningCodes(file)).toEqual(['cut-short', 'counts-differ'])
})

test('reads UTF-16 with its mark', () => {
  const text = '{"export":{"type":"anime"},"entries":[{"name":"続き","status":"watched"}]}'
  const little = new Uint8Array(2 + text.length * 2)
  little.set([0xff, 0xfe])
  for (let at = 0; at < text.length; at++) {
    little.set([text.charCodeAt(at) & 255, text.charCodeAt(at) >> 8], 2 + at * 2)
  }

  expect(rowAt(readBackup(little), 1).titles).toEqual(['続き'])
})

test('believes an encoding that XML declares when the bytes are no UTF-8', () => {
  const head = bytesOf('<?xml version="1.0" encoding="windows-1251"?><myanimelist><anime>')
  const title = new Uint8Array([0xcf, 0xf0, 0xe8])
  const parts = [head, bytesOf('<series_title>'), title, bytesOf('</series_title>')]
  const tail = bytesOf('<my_status>1</my_status></anime></myanimelist>')

  const file = readBackup(new Uint8Array([...parts, tail].flatMap((part) => [...part])))

  expect(rowAt(file, 1).titles).toEqual(['При'])
  expect(file.rows.flatMap(warningCodes)).toEqual([])
})

test('repairs bytes in JSON and says in how many places', () => {
  const [before, after] = ['[{"target_id":1,"target_title":"caf', '","status":"planned"}]']
  const file = readBackup(
    new Uint8Array([...bytesOf(before), 0xe9, ...bytesOf('s '), 0xff, ...bytesOf(after)]),
  )

  expect(rowAt(file, 1).titles).toEqual(['cafés ÿ'])
  expect(file.warnings).toEqual([{ code: 'repaired-text', count: 2 }])
})

test('survives markup that is not closed in the right order', () => {
  const file = readText(
    '<myanimelist><anime><series_animedb_id>1</series_animedb_id><my_comments>a <b>bold</my_comments>' +
      '<my_status>1</my_status></anime><anime><series_animedb_id>2</series_animedb_id>' +
      '<anime><series_animedb_id>3</series_animedb_id></anime></myanimelist>',
  )

  expect(file.rows.map(({ ids }) => ids.mal)).toEqual([1, 2, 3])
  expect(warningCodes(rowAt(file, 1))).toContain('broken-markup')
})

test('warns of characters that XML does not allow, and keeps the row', () => {
  const file = readText(
    '<myanimelist><anime><series_animedb_id>1</series_animedb_id>' +
      '<my_comments>a\u000bb</my_comments><my_status>1</my_status></anime></myanimelist>',
  )

  expect(rowAt(file, 1).fields.status).toBe('current')
  expect(warningCodes(rowAt(file, 1))).toEqual(['broken-markup'])
})

test('refuses XML that nests without end', () => {
  expect(failureOf(() => readText(`<myanimelist>${'<a>'.repeat(100)}`)).reason).toBe('too-deep')
})

test('refuses more rows than it may hold, in every kind of format', () => {
  const limits = { rows: 1 }

  for (const name of ['mal-anime.xml', 'gdpr.json', 'kitsu.json', 'yamtrack.csv', 'taiga.xml']) {
    expect(failureOf(() => readFixture(name, { limits })).reason).toBe('too-big')
  }
  const manga = [{ title: 'A' }, { title: 'B' }]
  expect(failureOf(() => readBackup(protobuf(manga), { limits })).reason).toBe('too-big')
})

test('keeps only so many unknown elements of a row', () => {
  const many = Array.from({ length: 300 }, (_, at) => `"x${at}":1`).join()
  const file = readText(`[{"target_id":1,"status":"planned",${many}}]`)

  expect(Object.keys(rowAt(file, 1).kept)).toHaveLength(100)
})

test('an element named like an object’s inside does no harm', () => {
  const text = '[{"target_id":1,"status":"planned","__proto__":{"polluted":true},"constructor":1}]'
  const { kept } = rowAt(readText(text), 1)

  expect(Object.keys(kept).sort()).toEqual(['__proto__', 'constructor'])
  expect('polluted' in {}).toBe(false)
  expect(Object.getPrototypeOf(kept)).toBe(Object.prototype)
})

test('tells how far it is, to the end', () => {
  const steps: [number, number][] = []

  readFixture('gdpr.json', { progress: (done, total) => void steps.push([done, total]) })

  expect(steps.at(-1)).toEqual([1, 1])
  expect(steps.every(([done, total]) => done <= total)).toBe(true)
})

test('stops when nobody waits any more', () => {
  expect(failureOf(() => readFixture('gdpr.json', { isCancelled: () => true })).code).toBe(
    'cancelled',
  )
})
