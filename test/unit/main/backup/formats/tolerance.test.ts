import { gzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readBackup } from '../../../../../src/main/backup/read'
import type { BackupFile } from '../../../../../src/main/backup/model'
import { bytesOf, failureOf, fixture, readText, rowAt, warningCodes } from '../support/fixtures'

const readJson = (value: unknown): BackupFile => readText(JSON.stringify(value))

function utf16(text: string, mark: boolean, littleEndian: boolean): Uint8Array {
  const units = mark ? `\ufeff${text}` : text
  const bytes = new Uint8Array(units.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < units.length; at++) {
    view.setUint16(at * 2, units.charCodeAt(at), littleEndian)
  }
  return bytes
}

const mal =
  '<?xml version="1.0" encoding="UTF-16"?>\r\n<myanimelist><anime><series_animedb_id>457</series_animedb_id>' +
  '<series_title>蟲師 Mushishi</series_title><my_status>Completed</my_status></anime></myanimelist>'

test.each([
  [true, true],
  [true, false],
  [false, true],
  [false, false],
])('UTF-16 is read, with a byte order mark: %s, little end first: %s', (mark, little) => {
  const file = readBackup(utf16(mal, mark, little))

  expect(rowAt(file, 1)).toMatchObject({
    titles: ['蟲師 Mushishi'],
    ids: { mal: 457 },
    fields: { status: 'completed' },
  })
})

test('names of elements in capitals are the same names', () => {
  const file = readText(
    '<MyAnimeList><Anime><Series_AnimeDB_ID>457</Series_AnimeDB_ID><MY_STATUS>COMPLETED</MY_STATUS>' +
      '<My_Score>8</My_Score></Anime></MyAnimeList>',
  )

  expect(rowAt(file, 1)).toMatchObject({
    ids: { mal: 457 },
    fields: { status: 'completed', score: 80 },
  })
  expect(file.warnings).toEqual([])
})

test('a table with names in capitals, semicolons and a line for the spreadsheet is read', () => {
  const table = new TextDecoder()
    .decode(fixture('yamtrack.csv'))
    .split('\n')
    .map((line, at) => (at === 0 ? line.toUpperCase() : line).replaceAll('","', '";"'))

  const file = readText(`sep=;\r\n${table.join('\r\n')}`)

  expect(file.source.format).toBe('yamtrack')
  expect(rowAt(file, 1)).toMatchObject({ ids: { mal: 227 }, fields: { score: 75, progress: 2 } })
})

test('a page of the web instead of a list is called one', () => {
  const page =
    '<!DOCTYPE html>\n<html lang="en"><head><title>502</title></head><body>No.</body></html>'

  for (const bytes of [
    bytesOf(page),
    bytesOf(`\ufeff ${page.slice(16)}`),
    gzipSync(bytesOf(page)),
  ]) {
    expect(failureOf(() => readBackup(bytes))).toMatchObject({
      code: 'invalid-input',
      reason: 'web-page',
    })
  }
})

test('JSON that ends too early is called damaged, not unknown', () => {
  const whole = fixture('anime-planet-manga.json')
  const half = whole.subarray(0, whole.length - 5)

  expect(failureOf(() => readBackup(half)).reason).toBe('damaged-file')
  expect(failureOf(() => readBackup(gzipSync(half))).reason).toBe('damaged-file')
})

test('a zip is read for its lists, whatever else lies in it', () => {
  const file = readBackup(
    zipSync({
      '__MACOSX/._list.xml': Uint8Array.from([0, 5, 22, 7, 0, 2, 0, 0]),
      'readme.html': bytesOf('<html><body>Hello</body></html>'),
      'notes.json': bytesOf('{"half": '),
      'lists/list.xml.gz': gzipSync(bytesOf(mal.replace('UTF-16', 'UTF-8'))),
    }),
  )

  expect(file.rows.map(({ ids }) => ids)).toEqual([{ mal: 457 }])
})

test('Anime-Planet: a file without its head is known by its entries', () => {
  const entry = {
    name: 22,
    status: 'Watched',
    started: null,
    completed: null,
    rating: '4.5',
    times: '2',
  }

  const anime = readJson({ entries: [{ ...entry, eps: '12' }] })
  const manga = readJson({
    user: { name: 'Jo' },
    export: { type: 'Manga' },
    entries: [{ ...entry, status: 'read', ch: 3, vol: 1 }],
  })

  expect(anime.source.format).toBe('anime-planet')
  expect(rowAt(anime, 1)).toMatchObject({
    kind: 'anime',
    titles: ['22'],
    fields: { status: 'completed', score: 90, progress: 12, repeats: 1 },
  })
  expect(rowAt(manga, 1)).toMatchObject({
    kind: 'manga',
    fields: { status: 'completed', progress: 3, progressVolumes: 1 },
  })
})

test('aniSearch: its words may be German', () => {
  const file = readJson({
    anime: {
      Abgeschlossen: [{ title: 'A', episodes: 12, rating: 80 }],
      Laufend: [{ title: 'B' }],
      Abgebrochen: [{ title: 'C' }],
      'Kein Interesse': [{ title: 'D' }],
      Lesezeichen: [{ title: 'E' }],
    },
  })

  expect(file.source.format).toBe('anisearch')
  expect(file.rows.map(({ fields }) => fields.status)).toEqual([
    'completed',
    'current',
    'dropped',
    'not-interested',
    'planned',
  ])
})

test('Kitsu: entries without an envelope are read, and repeating may be a text', () => {
  const file = readJson([
    {
      id: '1',
      type: 'library-entries',
      attributes: { status: 'current', reconsuming: 'true', ratingTwenty: null, rating: '4.5' },
      relationships: { anime: { data: { type: 'anime', id: '7' } } },
    },
  ])

  expect(file.source.format).toBe('kitsu')
  expect(rowAt(file, 1)).toMatchObject({
    ids: { kitsu: 7 },
    fields: { status: 'repeating', score: 90 },
  })
})

test('Simkl: the last episode tells the progress where no number does', () => {
  const show = { title: 'A', ids: { simkl: '1', mal: '5' } }

  const file = readJson({
    anime: [
      { status: 'watching', last_watched: 'E12', show },
      { status: 'watching', last_watched: 'S01E03', watched_episodes_count: null, show },
      { status: 'watching', last_watched: 'S02E04', show },
      { status: 'watching', last_watched: 'E12', watched_episodes_count: 5, show },
    ],
  })

  expect(file.rows.map(({ fields }) => fields.progress)).toEqual([12, 3, undefined, 5])
  expect(file.rows.map(warningCodes)).toEqual([[], [], ['unknown-value'], []])
})

test('Yamtrack: ids of MangaUpdates are taken, and kinds in capitals', () => {
  const file = readText(
    'media_id,source,media_type,title,status\r\n8,mangaupdates,Manga,A,Planning\r\n9,manual,ANIME,B,Paused\r\n',
  )

  expect(file.rows.map(({ kind, ids }) => [kind, ids])).toEqual([
    ['manga', { mangaupdates: 8 }],
    ['anime', {}],
  ])
})

test('MyAnimeList: an empty name does not hide the other one', () => {
  const file = readText(
    '<myanimelist><manga><manga_mangadb_id>1</manga_mangadb_id><series_title/><manga_title>Monster</manga_title>' +
      '<my_status>Reading</my_status></manga></myanimelist>',
  )

  expect(rowAt(file, 1).titles).toEqual(['Monster'])
})
