import { expect, test } from 'vitest'
import type { BackupFile } from '../../../../../src/main/backup/model'
import { failureOf, readText, rowAt, warningCodes } from '../support/fixtures'

const readJson = (value: unknown): BackupFile => readText(JSON.stringify(value))

const malFile = (rows: string, info = '') =>
  readText(`<myanimelist><myinfo>${info}</myinfo>${rows}</myanimelist>`)
const malRow = (fields: Readonly<Record<string, string>>) =>
  `<anime>${Object.entries({ series_animedb_id: '1', my_status: '2', ...fields })
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</anime>`

test('MyAnimeList: a priority may be a number, and one that is none is kept', () => {
  const file = malFile(
    ['2', 'Medium', 'urgent', ''].map((my_priority) => malRow({ my_priority })).join(''),
  )

  expect(file.rows.map(({ fields }) => fields.priority)).toEqual([2, 1, undefined, undefined])
  expect(rowAt(file, 3).kept).toMatchObject({ my_priority: 'urgent' })
  expect(warningCodes(rowAt(file, 3))).toContain('unknown-value')
})

test('MyAnimeList: a dropped title that is marked as being rewatched stays dropped', () => {
  const file = malFile(malRow({ my_status: 'Dropped', my_rewatching: '1', my_rewatching_ep: '3' }))

  expect(rowAt(file, 1).fields.status).toBe('dropped')
})

test('MyAnimeList: a rewatch that has just begun is at its beginning', () => {
  const file = malFile(
    malRow({
      series_episodes: '24',
      my_watched_episodes: '24',
      my_rewatching: '1',
      my_rewatching_ep: '0',
    }),
  )

  expect(rowAt(file, 1).fields).toMatchObject({ status: 'repeating', progress: 0 })
})

test('MyAnimeList: a rewatch of which only the progress is known is there', () => {
  const file = malFile(malRow({ my_watched_episodes: '7', my_rewatching: '1' }))

  expect(rowAt(file, 1).fields).toMatchObject({ status: 'repeating', progress: 7 })
})

test('MyAnimeList: counts that are wrong are said, kind by kind', () => {
  const file = malFile(malRow({}), '<user_total_anime>3</user_total_anime>')

  expect(file.warnings).toEqual([{ code: 'counts-differ', count: 3, value: 'anime' }])
})

test('MyAnimeList: a file without a head is read', () => {
  const file = readText(`<myanimelist>${malRow({})}</myanimelist>`)

  expect(file.owners[0]).toMatchObject({ name: null, userId: null })
  expect(file.rows).toHaveLength(1)
})

test('MyAnimeList: both kinds in one file are read, each as what it is', () => {
  const file = malFile(
    `${malRow({})}<manga><manga_mangadb_id>1</manga_mangadb_id><my_status>Reading</my_status></manga>`,
  )

  expect(file.kinds).toEqual(['anime', 'manga'])
  expect(file.rows.flatMap(warningCodes)).toEqual([])
})

test('MyAnimeList: ids of other sites that exporters add are taken', () => {
  const file = readText(
    '<myanimelist><manga><manga_mangadb_id>0</manga_mangadb_id><manga_anilist_id>30002</manga_anilist_id>' +
      '<manga_kitsu_id>8</manga_kitsu_id><manga_mangaupdates_id>9</manga_mangaupdates_id>' +
      '<my_status>Reading</my_status></manga></myanimelist>',
  )

  expect(rowAt(file, 1).ids).toEqual({ anilist: 30002, kitsu: 8, mangaupdates: 9 })
})

test('MyAnimeList: a score with a comma is one', () => {
  expect(rowAt(malFile(malRow({ my_score: '7,5' })), 1).fields.score).toBe(75)
})

const show = (ids: object, more: object = {}) => ({
  status: 'watching',
  show: { title: 'A', ids },
  ...more,
})

test('Simkl: a series that MyAnimeList knows is anime', () => {
  const file = readJson({ shows: [show({ simkl: 1 }), show({ simkl: 2, mal: '30' })], anime: null })

  expect(file.rows.map(({ ids }) => ids)).toEqual([{ simkl: 2, mal: 30 }])
  expect(file.warnings).toEqual([{ code: 'skipped', count: 1, value: 'movies, shows' }])
})

test('Simkl: the older name of its own id is taken', () => {
  const file = readJson({ anime: [show({ simkl_id: 7 }, { user_rating: 7.5 })] })

  expect(rowAt(file, 1)).toMatchObject({ ids: { simkl: 7 }, fields: { score: 75 } })
})

test('Simkl: a note that is none says nothing', () => {
  const file = readJson({ anime: [show({ simkl: 7 }, { memo: {} }), show({ simkl: 8 })] })

  expect(file.rows.every(({ fields }) => !('notes' in fields))).toBe(true)
})

test('Shukofukurou: manga have names of their own', () => {
  const file = readJson({
    userData: { service: 'Kitsu', username: 'Jo', type: 'Manga' },
    list: [
      {
        id: 8,
        title: 'Berserk',
        read_status: 'reading',
        chapters_read: 5,
        volumes_read: 1,
        score: 15,
        rereading: 1,
      },
    ],
  })

  expect(rowAt(file, 1)).toMatchObject({
    kind: 'manga',
    ids: { kitsu: 8 },
    fields: { status: 'repeating', progress: 5, progressVolumes: 1, score: 75 },
  })
})

test('Shukofukurou: ids of a service that nobody knows are not used', () => {
  const file = readJson({
    userData: { service: 'Elsewhere', type: 0 },
    list: [{ id: 8, title: 'A', watched_status: 'dropped' }],
  })

  expect(rowAt(file, 1).ids).toEqual({})
  expect(rowAt(file, 1).kept).toEqual({})
})

test('Kitsu: an empty library is no list that could be known', () => {
  expect(failureOf(() => readJson({ data: [], included: [] })).reason).toBe('unknown-file')
})

test('notify.moe: a bare list is read, and no rating is none', () => {
  const file = readJson([
    { animeId: 'x', status: 'planned', rating: { overall: 0 }, anime: { title: { romaji: 'A' } } },
  ])

  expect(rowAt(file, 1)).toMatchObject({
    titles: ['A'],
    fields: { status: 'planned', score: null },
  })
})

test('Yamtrack: the same number of anime and manga, or of two sources, is two titles', () => {
  const head = 'media_id,source,media_type,title,status'
  const rows = ['5,mal,anime,A,Completed', '5,mal,manga,B,Completed', '5,anilist,anime,C,Completed']
  const file = readText([head, ...rows].join('\n'))

  expect(file.rows).toHaveLength(3)
})

test('Yamtrack: three viewings are two repeats', () => {
  const head = 'media_id,source,media_type,title,status,progress,start_date'
  const row = (progress: number, date: string) => `5,mal,anime,A,Completed,${progress},${date}`
  const file = readText([head, row(1, '2021-01-01'), row(2, ''), row(3, '2020-01-01')].join('\n'))

  expect(rowAt(file, 1).fields).toMatchObject({ repeats: 2, progress: 3, startedAt: 20200101 })
})

test.each(['mal', 'anilist', 'kitsu', 'mangaupdates'])(
  'Yamtrack: viewings again are one title with ids of %s',
  (source) => {
    const head = 'media_id,source,media_type,title,status'
    const row = `5,${source},manga,A,Completed`
    const file = readText([head, row, row, `6,${source},manga,B,Completed`].join('\n'))

    expect(file.rows.map(({ fields }) => fields.repeats ?? 0)).toEqual([1, 0])
  },
)

test('aniSearch: the words of its API are taken where they stand', () => {
  const file = readJson({
    anime: {
      Ongoing: [
        {
          'id-anisearch': 40,
          'id-myanimelist': 457,
          title: 'Mushishi',
          episodes_watched: 5,
          episodes: 26,
          rating: 80,
          times_rewatched: 1,
          start_date: '2020-01-02',
          notes: 'n',
        },
      ],
    },
  })

  expect(rowAt(file, 1)).toMatchObject({
    ids: { anisearch: 40, mal: 457 },
    fields: { status: 'current', progress: 5, repeats: 1, startedAt: 20200102, notes: 'n' },
  })
})

test('Taiga: the same id twice is marked', () => {
  const anime = '<anime><id>1</id><status>1</status></anime>'
  const file = readText(`<library>${anime}${anime}</library>`, { idsAre: 'mal' })

  expect(file.rows.map(warningCodes)).toEqual([[], ['duplicate']])
})
