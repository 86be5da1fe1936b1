import { gzipSync, zipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { compare } from '../../../../src/main/backup/difference'
import { ownerWarnings } from '../../../../src/main/backup/difference/owners'
import { matchRows } from '../../../../src/main/backup/match'
import { catalogueTitle, createCatalogue } from '../../../../src/main/backup/match/catalogue'
import { readBackup } from '../../../../src/main/backup/read'
import { writeCsv } from '../../../../src/main/backup/writers/csv'
import { emptyFields, type EntryFields } from '../../../../src/shared/entry'
import type { TitleKey } from '../../../../src/shared/media'
import {
  bytesOf,
  failureOf,
  fileWarningCodes,
  readFixture,
  rowAt,
  warningCodes,
} from './support/fixtures'
import { account, exportAccount, exportOptions, media, row } from './support/library'

// How long this takes depends on the machine and on how often it is told to try.
vi.setConfig({ testTimeout: 0 })

test('1: bytes that are no UTF-8 cost no row and make one warning', () => {
  const file = readFixture('traps/01-invalid-utf8.xml')

  expect(file.rows.map(({ ids }) => ids.mal)).toEqual([1, 2, 3])
  expect(rowAt(file, 2).fields.notes).toBe('café and あã\u0081')
  expect(file.rows.map(warningCodes)).toEqual([[], ['repaired-text'], []])
  expect(file.warnings).toEqual([])
})

test('2: a bare & is a &, and an entity that XML does not know stays', () => {
  const file = readFixture('traps/02-bare-ampersand.xml')

  expect(file.rows.map(({ titles }) => titles[0])).toEqual([
    'Tom & Jerry & Co &eacute; &; done',
    'Two',
  ])
  expect(file.rows.flatMap(warningCodes)).toEqual([])
})

test('3: gzip is seen by its bytes, whatever the name says', () => {
  expect(readFixture('traps/03-gzip-named.xml').rows).toHaveLength(1)
  expect(readFixture('traps/03-plain-named.xml.gz').rows).toHaveLength(1)
})

test('4: byte order marks and CRLF do no harm', () => {
  const xml = readFixture('traps/04-bom-crlf.xml')

  expect(rowAt(xml, 1).fields.notes).toBe('a\nb')
  expect(rowAt(xml, 1).fields.status).toBe('completed')
  expect(rowAt(readFixture('traps/04-bom-crlf.json'), 1).fields.progress).toBe(12)
})

test('5: partial dates stay partial, and one that can be read in two ways is not read', () => {
  const file = readFixture('traps/05-partial-dates.xml')

  expect(rowAt(file, 1).fields).toMatchObject({ startedAt: 20120700, completedAt: 20130000 })
  expect(rowAt(file, 2).fields).toMatchObject({ startedAt: null, completedAt: 20110203 })
  expect(rowAt(file, 3).fields.startedAt).toBeUndefined()
  expect(rowAt(file, 3).kept.my_start_date).toBe('07/15/2017')
  expect(warningCodes(rowAt(file, 3))).toEqual(['unknown-value'])
})

test('6: an empty status and an empty rewatching are no crash', () => {
  const file = readFixture('traps/06-empty-status.xml')

  expect(rowAt(file, 1).fields.status).toBeUndefined()
  expect(warningCodes(rowAt(file, 1))).toEqual(['no-status'])
  expect(rowAt(file, 2).fields).toMatchObject({ status: 'repeating', progress: 2 })
})

test('7: statuses may be numbers, and there is no 5', () => {
  const file = readFixture('traps/07-status-number.xml')

  expect(file.rows.map(({ fields }) => fields.status)).toEqual([
    'current',
    'completed',
    'paused',
    'dropped',
    'planned',
    undefined,
  ])
  expect(warningCodes(rowAt(file, 6))).toEqual(['unknown-status'])
})

test('8: a score of 7.5 is 75, one of 11 is none', () => {
  const file = readFixture('traps/08-score-7.5.xml')

  expect(rowAt(file, 1).fields.score).toBe(75)
  expect(rowAt(file, 2).fields.score).toBeUndefined()
  expect(warningCodes(rowAt(file, 2))).toEqual(['out-of-range'])
})

test('9: volumes without chapters are taken as they are', () => {
  const { fields } = rowAt(readFixture('traps/09-volumes-only.xml'), 1)

  expect(fields).toMatchObject({ progress: 0, progressVolumes: 5 })
})

test('10: a progress above the total is kept and marked', () => {
  const row = rowAt(readFixture('traps/10-above-total.xml'), 1)

  expect(row.fields.progress).toBe(13)
  expect(warningCodes(row)).toEqual(['above-total'])
})

test('11: the same id twice is read twice, marked, and applied once', () => {
  const file = readFixture('traps/11-same-id-twice.xml')

  const { plan, rows } = difference(file, new Map())

  expect(file.rows.map(warningCodes)).toEqual([[], [], ['duplicate']])
  expect(rows[2]).toMatchObject({ class: 'refused', refused: 'duplicate', duplicateOf: 1 })
  expect(plan.map(({ ref }) => ref.title)).toEqual(['anime:1', 'anime:2'])
})

test('12: unknown elements and an unknown status are kept and reported', () => {
  const file = readFixture('traps/12-unknown-element.xml')

  expect(rowAt(file, 1).kept).toMatchObject({ my_mood: 'sunny', my_place: 'Kyoto' })
  expect(file.warnings).toEqual([
    { code: 'unknown-elements', count: 1, value: 'my_mood, my_place' },
  ])
  expect(rowAt(file, 2).warnings).toEqual([
    { code: 'unknown-status', field: 'my_status', value: 'Binging' },
  ])
  expect(rowAt(file, 2).kept.my_status).toBe('Binging')
})

test('13: 255 repeats are junk, 254 are many', () => {
  const file = readFixture('traps/13-times-watched-255.xml')

  expect(rowAt(file, 1).fields.repeats).toBeUndefined()
  expect(warningCodes(rowAt(file, 1))).toEqual(['junk-repeats'])
  expect(rowAt(file, 2).fields.repeats).toBe(254)
})

test('14: 20,000 rows in 50 MB are read in small steps that can be told and stopped', () => {
  const notes = 'Long notes. '.repeat(200)
  const xml = Array.from(
    { length: 20_000 },
    (_, at) =>
      `<anime><series_animedb_id>${at + 1}</series_animedb_id><my_status>2</my_status>` +
      `<my_comments><![CDATA[${notes}]]></my_comments></anime>`,
  )
  const bytes = bytesOf(`<myanimelist>${xml.join('')}</myanimelist>`)
  let told = 0

  const file = readBackup(bytes, { progress: () => void told++ })

  expect(bytes.length).toBeGreaterThan(50_000_000)
  expect(file.rows).toHaveLength(20_000)
  expect(told).toBeGreaterThan(500)
  let asked = 0
  const isCancelled = () => asked++ > 300
  expect(failureOf(() => readBackup(bytes, { isCancelled })).code).toBe('cancelled')
})

test('15: external entities and entity bombs are refused whole', () => {
  for (const name of ['15-external-entity.xml', '15-entity-bomb.xml', '15-external-dtd.xml']) {
    const failure = failureOf(() => readFixture(`traps/${name}`))

    expect(failure).toMatchObject({ code: 'invalid-input', reason: 'unsafe-xml' })
  }
})

test('16: bombs of gzip, zip and JSON stop at the limits', () => {
  const zeros = new Uint8Array(20_000_000)
  const limits = { bytes: 1_000_000 }
  const reason = (bytes: Uint8Array) => failureOf(() => readBackup(bytes, { limits })).reason

  expect(reason(gzipSync(zeros))).toBe('too-big')
  expect(reason(zipSync({ 'list.json': zeros }))).toBe('too-big')
  const wrap = (bytes: Uint8Array, times: number): Uint8Array =>
    times === 0 ? bytes : wrap(gzipSync(bytes), times - 1)
  expect(reason(wrap(bytesOf('{}'), 5))).toBe('too-deep')
  expect(reason(bytesOf('['.repeat(100_000)))).toBe('too-deep')
  const many = bytesOf(`[${'0,'.repeat(20_000)}0]`)
  expect(failureOf(() => readBackup(many, { limits: { values: 10_000 } })).reason).toBe('too-big')
})

test('17: a title that starts with = is no formula in a table', () => {
  const titles = { romaji: '=1+1', english: '@sum', native: '+3' }
  const { bytes } = writeCsv(
    [exportAccount([row('anime:1', { notes: '-2+3\tcmd' }, { titles })])],
    exportOptions,
  )

  expect(new TextDecoder().decode(bytes)).toMatch(/,'=1\+1,'@sum,'\+3,.*,'-2\+3\tcmd,/)
  expect(rowAt(readBackup(bytes), 1)).toMatchObject({
    titles: ['=1+1', '@sum', '+3'],
    fields: { notes: '-2+3\tcmd' },
  })
})

test('18: the file of another user is asked about', () => {
  const file = readFixture('traps/18-other-user.xml')

  expect(ownerWarnings(file, account)).toEqual([
    { file: 'SomebodyElse', account: 'Mia', certain: false },
  ])
})

test('19: an anime file taken for one of manga is noticed', () => {
  const file = readFixture('traps/19-anime-read-as-manga.xml', { expects: 'manga' })

  expect(file.kinds).toEqual(['anime'])
  expect(fileWarningCodes(file)).toEqual(['wrong-kind', 'export-type-differs'])
})

test('20: the same file a second time changes nothing, in either mode', () => {
  const file = readFixture('traps/20-twice.xml')

  for (const mode of ['fill-gaps', 'equal'] as const) {
    const list = new Map<TitleKey, EntryFields>([
      ['anime:21', { ...emptyFields, status: 'current', progress: 800, score: 93 }],
    ])
    const first = difference(file, list, mode)
    for (const { ref, patch } of first.plan) {
      list.set(ref.title, { ...(list.get(ref.title) ?? emptyFields), ...patch })
    }

    expect(first.plan).toHaveLength(2)
    expect(difference(file, list, mode).plan).toEqual([])
  }
})

function difference(
  file: ReturnType<typeof readFixture>,
  list: ReadonlyMap<TitleKey, EntryFields>,
  mode: 'fill-gaps' | 'equal' = 'fill-gaps',
) {
  const titles = file.rows.map(({ ids }) =>
    catalogueTitle(media(`anime:${ids.mal ?? 0}`, { malId: ids.mal ?? null })),
  )
  const matches = matchRows(file, {
    site: 'anilist',
    idsMeanTheSame: true,
    catalogue: createCatalogue(titles),
  })
  const library = {
    entry: (title: TitleKey) => list.get(title) ?? null,
    total: () => null,
    titles: () => list.keys(),
  }
  return compare(file, matches.rows, library, { account, mode })
}
