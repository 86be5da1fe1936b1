import { expect, test } from 'vitest'
import { fileWarningCodes, readFixture, rowAt, warningCodes } from '../support/fixtures'

test('reads a file of MyAnimeList as it is made today', () => {
  const file = readFixture('mal-anime.xml')

  expect(file.source).toEqual({ format: 'mal-xml', version: '1.1.0' })
  expect(file.kinds).toEqual(['anime'])
  expect(file.owners[0]).toMatchObject({ site: 'mal', userId: 5, name: 'Mia' })
  expect(file.scoreStep).toBe(10)
  expect(file.rows).toHaveLength(4)
  expect(file.warnings).toEqual([])
})

test('takes every field of an anime', () => {
  const row = rowAt(readFixture('mal-anime.xml'), 1)

  expect(row.titles).toEqual(['Fullmetal Alchemist: Brotherhood'])
  expect(row.ids).toEqual({ mal: 5114 })
  expect(row.hints).toMatchObject({ format: 'tv', episodes: 64 })
  expect(row.fields).toEqual({
    status: 'completed',
    score: 90,
    progress: 64,
    repeats: 2,
    startedAt: 20100704,
    completedAt: 20100800,
    notes: 'Great "show"\ntwice',
    priority: 2,
    repeatDesire: 5,
  })
})

test('keeps tags apart and what it has no field for by its name', () => {
  const row = rowAt(readFixture('mal-anime.xml'), 1)

  expect(row.tags).toEqual(['favourites', 'with Jo'])
  expect(row.kept).toMatchObject({ my_storage: 'Hard Drive', my_sns: 'default' })
})

test('takes the place of a rewatch that says Completed', () => {
  const row = rowAt(readFixture('mal-anime.xml'), 2)

  expect(row.fields).toMatchObject({ status: 'repeating', progress: 7, score: 80 })
})

test('does not take a total of 0 for a total', () => {
  const row = rowAt(readFixture('mal-anime.xml'), 3)

  expect(row.hints.episodes).toBeNull()
  expect(row.fields).toMatchObject({ status: 'current', progress: 900, priority: 1 })
})

test('reads manga with volumes beside chapters', () => {
  const file = readFixture('mal-manga.xml')

  expect(file.kinds).toEqual(['manga'])
  expect(rowAt(file, 1).fields).toMatchObject({
    status: 'current',
    progress: 360,
    progressVolumes: 40,
    repeats: 1,
    repeatDesire: 3,
    priority: 2,
  })
  expect(rowAt(file, 2).fields.status).toBe('planned')
})

test('reads a reread manga', () => {
  const row = rowAt(readFixture('mal-manga.xml'), 3)

  expect(row.fields).toMatchObject({ status: 'repeating', progress: 162, completedAt: 20150302 })
  expect(row.hints).toMatchObject({ chapters: 162, volumes: 18 })
})

test('reads the dialect of 2008 with its numbers for statuses', () => {
  const file = readFixture('mal-2008.xml')

  expect(file.source.version).toBe('2008')
  expect(file.rows.map(({ fields }) => fields.status)).toEqual(['completed', 'paused'])
  expect(rowAt(file, 2).fields.notes).toBe('see İ')
})

test('reads what Kitsu exports: no titles, no empty fields, notes twice', () => {
  const file = readFixture('mal-kitsu.xml')

  expect(file.source.version).toBe('kitsu')
  expect(rowAt(file, 1)).toMatchObject({
    titles: [],
    tags: [],
    ids: { mal: 9253 },
    fields: { status: 'completed', score: 75, notes: 'El Psy Kongroo', repeats: 1 },
  })
  expect(rowAt(file, 2).fields).toEqual({ status: 'paused', progress: 3, startedAt: 20190501 })
})

test('believes what Shikimori adds more than the status that it waters down', () => {
  const file = readFixture('mal-shikimori.xml')

  expect(file.source.version).toBe('shikimori')
  expect(rowAt(file, 1).fields).toMatchObject({ status: 'repeating', notes: 'Tom & Jerry' })
  expect(rowAt(file, 1).kept).toEqual({ update_on_import: '1' })
})

test('leaves notes of Taiga as they are: only MyAnimeList writes HTML', () => {
  const file = readFixture('mal-taiga.xml')

  expect(file.source.version).toBe('taiga')
  expect(rowAt(file, 1).fields.notes).toBe('a &amp; b')
  expect(file.owners[0]).toMatchObject({ site: null, userId: null, name: 'Mia' })
})

test('accepts the names that other writers use inside manga', () => {
  const file = readFixture('mal-strange-names.xml')

  expect(rowAt(file, 1)).toMatchObject({
    kind: 'manga',
    ids: { mal: 25 },
    titles: ['Fullmetal Alchemist'],
    hints: { chapters: 116, volumes: 27 },
    fields: { status: 'repeating', progress: 116, repeats: 1 },
  })
  expect(rowAt(file, 2)).toMatchObject({ ids: { mal: 26 }, fields: { status: 'paused' } })
})

test('warns of nothing in clean files', () => {
  for (const name of ['mal-anime.xml', 'mal-manga.xml', 'mal-2008.xml', 'mal-kitsu.xml']) {
    const file = readFixture(name)

    expect(fileWarningCodes(file)).toEqual([])
    expect(file.rows.flatMap(warningCodes)).toEqual([])
  }
})
