import { expect, test } from 'vitest'
import { fileWarningCodes, readFixture, readText, rowAt, warningCodes } from '../support/fixtures'

test('reads manga of Anime-Planet: stars in halves, first viewing not counted', () => {
  const file = readFixture('anime-planet-manga.json')

  expect(file.source).toEqual({ format: 'anime-planet', version: '0.1a' })
  expect(file.madeAt).toBe(Date.UTC(2019, 1, 23, 15, 3))
  expect(file.owners[0]?.name).toBe('Mia')
  expect(rowAt(file, 1).fields).toEqual({
    status: 'current',
    score: 90,
    progress: 300,
    progressVolumes: 37,
    repeats: 0,
    startedAt: 20180211,
    completedAt: null,
  })
  expect(rowAt(file, 2).fields).toMatchObject({ status: 'completed', repeats: 2, score: 100 })
  expect(rowAt(file, 2).hints.chapters).toBe(162)
})

test('knows the other words of Anime-Planet', () => {
  const file = readFixture('anime-planet-manga.json')

  expect(rowAt(file, 3).fields.status).toBe('not-interested')
  expect(rowAt(file, 4).fields).toMatchObject({ status: 'paused', score: 10 })
})

test('reads both kinds of the export of aniSearch', () => {
  const file = readFixture('anisearch.json')

  expect(file.source.format).toBe('anisearch')
  expect(file.kinds).toEqual(['anime', 'manga'])
  expect(rowAt(file, 1)).toMatchObject({
    titles: ['Mushishi'],
    hints: { episodes: 26 },
    fields: { status: 'completed', score: 92, progress: 26 },
  })
  expect(file.rows.at(-1)).toMatchObject({
    kind: 'manga',
    fields: { status: 'current', progress: 300, progressVolumes: 37, score: 100 },
  })
})

test('takes a progress and a total out of one text', () => {
  const file = readFixture('anisearch.json')

  expect(rowAt(file, 2)).toMatchObject({ hints: { episodes: 13 }, fields: { progress: 13 } })
  expect(rowAt(file, 3)).toMatchObject({ hints: { episodes: null }, fields: { progress: 900 } })
})

test('does not take the length of a bookmarked title for progress', () => {
  const file = readFixture('anisearch.json')
  const bookmarked = file.rows.find(({ fields }) => fields.status === 'planned')

  expect(bookmarked?.fields.progress).toBeUndefined()
  expect(bookmarked?.hints.episodes).toBe(74)
})

test('says that it takes the episodes of aniSearch for watched ones', () => {
  expect(fileWarningCodes(readFixture('anisearch.json'))).toEqual(['progress-assumed'])
})

test('reads the library of Kitsu with the ids of other sites', () => {
  const file = readFixture('kitsu.json')

  expect(file.source.format).toBe('kitsu')
  expect(file.owners[0]).toMatchObject({ site: 'kitsu', userId: 7, name: 'mia' })
  expect(rowAt(file, 1)).toMatchObject({
    kind: 'anime',
    ids: { kitsu: 10, mal: 457, anilist: 457 },
    titles: ['Mushishi', 'Mushi-Shi', '蟲師', 'MS'],
    hints: { format: 'tv', episodes: 26, year: 2005 },
    fields: {
      status: 'repeating',
      score: 85,
      progress: 26,
      repeats: 1,
      notes: 'Great series!',
      private: true,
      startedAt: 20230801,
      completedAt: null,
    },
  })
  expect(fileWarningCodes(file)).toEqual([])
})

test('keeps the ids of the two kinds of Kitsu apart', () => {
  const row = rowAt(readFixture('kitsu.json'), 2)

  expect(row).toMatchObject({ kind: 'manga', ids: { kitsu: 10 }, titles: ['Berserk'] })
  expect(row.fields).toMatchObject({ status: 'paused', score: null, startedAt: 20230701 })
})

test('reads an entry of Kitsu whose title is missing', () => {
  const row = rowAt(readFixture('kitsu.json'), 3)

  expect(row.fields).toMatchObject({ status: 'planned', score: 40 })
  expect(warningCodes(row)).toEqual(['no-title'])
})

test('reads Shikimori, whose numbers are those of MyAnimeList', () => {
  const file = readFixture('shikimori.json')

  expect(rowAt(file, 1)).toMatchObject({
    kind: 'anime',
    ids: { mal: 4224 },
    titles: ['Toradora!', 'ТораДора!'],
    fields: { status: 'repeating', score: 90, repeats: 1, progress: 5, notes: 'nice' },
  })
  expect(rowAt(file, 2)).toMatchObject({
    kind: 'manga',
    fields: { status: 'paused', score: null, progress: 20, progressVolumes: 3, notes: '' },
  })
})

test('reads the anime of Simkl and passes over what is none', () => {
  const file = readFixture('simkl.json')

  expect(file.source.format).toBe('simkl')
  expect(file.rows).toHaveLength(2)
  expect(file.warnings).toEqual([{ code: 'skipped', count: 2, value: 'movies, shows' }])
  expect(rowAt(file, 1)).toMatchObject({
    ids: { simkl: 37089, mal: 457, anidb: 3242 },
    hints: { year: 2005, episodes: 26, format: 'tv' },
    fields: { status: 'paused', score: 80, progress: 12, notes: 'on the train' },
    updatedAt: 1620284889,
  })
  expect(rowAt(file, 2).fields).toMatchObject({ status: 'not-interested', score: null })
})

test('reads the table of Simkl', () => {
  const file = readFixture('simkl.csv')

  expect(file.source.format).toBe('simkl-csv')
  expect(file.rows).toHaveLength(2)
  expect(rowAt(file, 1)).toMatchObject({
    ids: { simkl: 37089, mal: 457 },
    hints: { year: 2005 },
    fields: { status: 'paused', score: 80, progress: 12, notes: 'on the, train' },
  })
})

test('does not take an episode of a later season for one of the title', () => {
  const row = rowAt(readFixture('simkl.csv'), 3)

  expect(row.fields.progress).toBeUndefined()
  expect(row.kept.lastepwatched).toBe('S02E04')
  expect(warningCodes(row)).toEqual(['unknown-value'])
})

test('reads Yamtrack, several viewings as repeats', () => {
  const file = readFixture('yamtrack.csv')

  expect(file.warnings).toEqual([{ code: 'skipped', count: 1, value: 'tv, movies, games' }])
  expect(rowAt(file, 1)).toMatchObject({
    ids: { mal: 227 },
    fields: { status: 'current', score: 75, progress: 2, startedAt: 20240209, notes: 'a note' },
  })
  expect(rowAt(file, 2)).toMatchObject({
    kind: 'manga',
    fields: {
      status: 'completed',
      score: 95,
      progress: 41,
      repeats: 1,
      startedAt: 20200101,
      completedAt: 20220201,
    },
  })
  expect(warningCodes(rowAt(file, 2))).toEqual(['merged'])
})

test('uses no number of Yamtrack that is its own', () => {
  const file = readFixture('yamtrack.csv')

  expect(file.rows.at(-1)).toMatchObject({ ids: {}, titles: ['Home Video'] })
})

test('reads Shukofukurou with the ids of the service that it names', () => {
  const file = readFixture('shukofukurou.json')

  expect(file.owners[0]).toMatchObject({ site: 'anilist', userId: 5, name: 'Mia' })
  expect(rowAt(file, 1)).toMatchObject({
    ids: { anilist: 457 },
    fields: {
      status: 'current',
      score: 85,
      progress: 3,
      repeats: 1,
      notes: 'hm',
      private: true,
      startedAt: 20210101,
      completedAt: null,
    },
  })
})

test('reads the table of Shukofukurou with quotes that are not escaped', () => {
  const file = readFixture('shukofukurou.csv')

  expect(file.rows.map(({ ids }) => ids.mal)).toEqual([457, 2])
  expect(rowAt(file, 1).fields).toMatchObject({ status: 'planned', score: null })
  expect(rowAt(file, 2)).toMatchObject({
    titles: ['The "Best" One'],
    hints: { episodes: 12, format: 'ova' },
    fields: { status: 'completed', score: 90, repeats: 1, completedAt: 20200201 },
  })
})

test('reads notify.moe, whose ids nobody else knows', () => {
  const row = rowAt(readFixture('notify-moe.json'), 1)

  expect(row.fields).toEqual({
    status: 'paused',
    score: 75,
    progress: 5,
    repeats: 2,
    notes: 'n',
    private: false,
  })
  expect(row.kept.animeId).toBe('Yt0Va5Fiz')
  expect(row.ids).toEqual({})
})

test('does not guess whose ids Taiga uses', () => {
  const file = readFixture('taiga.xml')

  expect(fileWarningCodes(file)).toEqual(['ids-unclear'])
  expect(rowAt(file, 1)).toMatchObject({
    ids: {},
    titles: ['Mushishi'],
    kept: { id: '457' },
    fields: { status: 'planned', score: 85, progress: 12, repeats: 2, private: true },
    updatedAt: 1600000000,
  })
})

test('uses the ids of Taiga once the user says whose they are', () => {
  const file = readFixture('taiga.xml', { idsAre: 'mal' })

  expect(fileWarningCodes(file)).toEqual([])
  expect(file.rows.map(({ ids }) => ids)).toEqual([{ mal: 457 }, { mal: 1 }])
  expect(rowAt(file, 2).fields).toMatchObject({ status: 'repeating', progress: 4 })
})

test('takes scores of an old Taiga that are all up to ten for tenths', () => {
  const anime = (id: number, score: number) =>
    `<anime><id>${id}</id><score>${score}</score><status>1</status></anime>`
  const file = readText(`<library>${anime(1, 8)}${anime(2, 10)}</library>`, { idsAre: 'mal' })

  expect(file.rows.map(({ fields }) => fields.score)).toEqual([80, 100])
  expect(fileWarningCodes(file)).toEqual(['score-scale-assumed'])
})

test('reports an entry that is none by its place', () => {
  const entries = [{ name: 'One', status: 'watched' }, 'nonsense', null]
  const file = readText(JSON.stringify({ export: { type: 'anime' }, entries }))

  expect(file.rows).toHaveLength(1)
  expect(file.warnings).toEqual([
    { code: 'row-not-read', row: 2 },
    { code: 'row-not-read', row: 3 },
  ])
})
