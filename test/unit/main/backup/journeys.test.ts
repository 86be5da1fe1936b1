import { expect, test } from 'vitest'
import { openPlainLibrary, type PlainLibrary } from '../../../../src/main/backup/thread/library'
import type { ImportAccount } from '../../../../src/main/backup/thread/messages'
import { createImportSession } from '../../../../src/main/backup/thread/session'
import { catalogueTitle } from '../../../../src/main/backup/match/catalogue'
import { writeBackup } from '../../../../src/main/backup/write'
import type { ExportRow } from '../../../../src/main/backup/writers/export'
import type { Capabilities } from '../../../../src/shared/account'
import { emptyFields } from '../../../../src/shared/entry'
import { account, allCapabilities, exportOptions, media, row } from './support/library'
import { readFixture } from './support/fixtures'

/** What aniSearch can hold (docs/services.md). */
const anisearchCapabilities: Capabilities = {
  ...allCapabilities,
  writable: [
    'status',
    'score',
    'progress',
    'progressVolumes',
    'repeats',
    'startedAt',
    'completedAt',
    'notes',
    'private',
    'priority',
    'personalScore',
    'repeatDesire',
  ],
  partialDates: false,
  priorityMax: 3,
  postsToFeed: false,
  batchSize: 1,
}
const anisearch: ImportAccount = {
  ...account,
  id: 2,
  service: 'anisearch',
  userId: 900,
  userName: 'mia',
  capabilities: anisearchCapabilities,
}

const list: readonly ExportRow[] = [
  row(
    'anime:16498',
    {
      status: 'completed',
      score: 85,
      progress: 25,
      startedAt: 20130407,
      completedAt: 20130900,
      customLists: ['With Jo'],
    },
    { titles: { romaji: 'Shingeki no Kyojin', english: null, native: null }, episodes: 25 },
  ),
  row('manga:30002', { status: 'repeating', progress: 10, private: true }, { malId: 2 }),
]

function library(change: Partial<PlainLibrary> = {}): PlainLibrary {
  return { titles: [], entries: [], ids: [], accounts: [], ...change }
}

function imported(
  bytes: Uint8Array,
  into: ImportAccount,
  known: PlainLibrary,
  mode: 'fill-gaps' | 'equal' = 'fill-gaps',
) {
  const session = createImportSession({ tick() {} })
  session.read(bytes, {})
  const matched = session.match(openPlainLibrary(known), into, [])
  const compared = session.compare({ mode })
  return { session, matched, compared, plan: session.plan() }
}

const own = writeBackup({ format: 'tsuzuki', gzip: true }, [{ account, rows: list }], exportOptions)

test('a backup goes back into its own empty account as it was', () => {
  const { plan, matched } = imported(own.bytes, account, library())

  expect(matched).toMatchObject({ matched: 2, owners: [] })
  expect(plan.map(({ ref, type, patch }) => [ref.title, type, patch.status])).toEqual([
    ['anime:16498', 'add', 'completed'],
    ['manga:30002', 'add', 'repeating'],
  ])
})

test('a backup of AniList goes to aniSearch by MyAnimeList’s ids', () => {
  const known = library({
    titles: [catalogueTitle(media('anime:7', { malId: 16498 }))],
    ids: [['manga', 'mal', 2, 'manga:8']],
  })

  const { plan, matched } = imported(own.bytes, anisearch, known)

  expect(matched).toMatchObject({
    matched: 2,
    // The same name but for its case: probably the same person.
    owners: [],
  })
  expect(plan.map(({ ref }) => ref)).toEqual([
    { accountId: 2, title: 'anime:7' },
    { accountId: 2, title: 'manga:8' },
  ])
  expect(plan[0]?.keptHere).toEqual(['completedAt', 'customLists'])
})

test('what aniSearch does not take is no custom list to be made there', () => {
  const known = library({ ids: [['anime', 'mal', 16498, 'anime:7']] })

  const { compared } = imported(own.bytes, anisearch, known)

  expect(compared.statistics.missingLists).toEqual({ anime: [], manga: [] })
  expect(compared.statistics.feedPosts).toBe(0)
})

test('a backup of the built-in services finds real titles by name only', () => {
  const sandbox = { ...account, sandbox: true }
  const tried = writeBackup(
    { format: 'tsuzuki', gzip: false },
    [{ account: sandbox, rows: list }],
    exportOptions,
  )
  const known = library({
    titles: [
      catalogueTitle(
        media('anime:16498', { titles: { romaji: 'Something Else', english: null, native: null } }),
      ),
      catalogueTitle(
        media('anime:5', { titles: { romaji: 'Shingeki no Kyojin', english: null, native: null } }),
      ),
    ],
  })

  const { plan, matched } = imported(tried.bytes, account, known)

  expect(matched).toMatchObject({ matched: 1, unmatched: 1 })
  expect(plan.map(({ ref }) => ref.title)).toEqual(['anime:5'])
})

test('a backup of the built-in services goes back into them by its ids', () => {
  const sandbox = { ...account, sandbox: true }
  const tried = writeBackup(
    { format: 'tsuzuki', gzip: false },
    [{ account: sandbox, rows: list }],
    exportOptions,
  )

  expect(imported(tried.bytes, sandbox, library()).plan).toHaveLength(2)
})

test('a list of MyAnimeList fills the gaps of one on AniList', () => {
  const known = library({
    titles: [
      catalogueTitle(media('anime:5114', { malId: 5114, episodes: 64 })),
      catalogueTitle(media('anime:21', { malId: 21 })),
    ],
    entries: [
      ['anime:5114', { ...emptyFields, status: 'completed', progress: 64, score: 93 }],
      ['anime:21', { ...emptyFields, status: 'current', progress: 1000 }],
    ],
    ids: [['anime', 'mal', 16498, 'anime:16498']],
  })
  const file = writeBackup(
    { format: 'mal-xml', kind: 'anime' },
    [
      {
        account,
        rows: [
          row('anime:5114', {
            status: 'completed',
            score: 90,
            progress: 64,
            repeats: 2,
            startedAt: 20100704,
          }),
          row('anime:21', { status: 'current', progress: 900 }),
          row('anime:16498', { status: 'planned' }),
        ],
      },
    ],
    exportOptions,
  )

  const { plan } = imported(file.bytes, account, known)

  expect(plan.map(({ type, patch }) => [type, patch])).toEqual([
    ['change', { repeats: 2, startedAt: 20100704 }],
    ['add', { status: 'planned' }],
  ])
})

test('a list of MyAnimeList made equal does not make scores coarser', () => {
  const known = library({
    titles: [
      catalogueTitle(media('anime:1', { malId: 1 })),
      catalogueTitle(media('anime:2', { malId: 2 })),
    ],
    entries: [
      ['anime:1', { ...emptyFields, status: 'completed', score: 87 }],
      ['anime:2', { ...emptyFields, status: 'completed', score: 87 }],
    ],
  })
  const rows = [
    row('anime:1', { status: 'completed', score: 87 }),
    row('anime:2', { status: 'completed', score: 60 }),
  ]
  const file = writeBackup({ format: 'mal-xml', kind: 'anime' }, [{ account, rows }], exportOptions)

  const { plan } = imported(file.bytes, account, known, 'equal')

  expect(plan.map(({ ref, patch }) => [ref.title, patch])).toEqual([['anime:2', { score: 60 }]])
})

test('names of Anime-Planet are matched, asked or left, never guessed', () => {
  const read = readFixture('anime-planet-manga.json')
  const session = createImportSession({ tick() {} })
  session.read(
    new TextEncoder().encode(
      JSON.stringify({
        user: { name: 'Jo' },
        export: { type: 'manga', date: '2019-02-23 07:03-0800', version: '0.1a' },
        entries: read.rows.map(({ titles }) => ({ name: titles[0], status: 'reading', ch: 1 })),
      }),
    ),
    {},
  )
  const named = (key: `manga:${number}`, romaji: string) =>
    catalogueTitle(media(key, { titles: { romaji, english: null, native: null } }))

  const matched = session.match(
    openPlainLibrary(
      library({
        titles: [
          named('manga:1', 'Berserk'),
          named('manga:2', 'Monster!'),
          named('manga:3', 'Nauto'),
        ],
      }),
    ),
    account,
    [],
  )

  expect(matched).toMatchObject({ matched: 1, doubtful: 1, unmatched: 2 })
  expect(matched.owners).toEqual([{ file: 'Jo', account: 'Mia', certain: false }])
})

test('one answer settles a title for this file and the next', () => {
  const session = createImportSession({ tick() {} })
  const bytes = new TextEncoder().encode(
    '{"export":{"type":"anime"},"entries":[{"name":"Mushi Shi","status":"watched","eps":26}]}',
  )
  session.read(bytes, {})
  const known = library({ titles: [catalogueTitle(media('anime:457'))] })
  session.match(openPlainLibrary(known), account, [])

  const { key, summary } = session.choose(1, 'anime:457')

  expect(summary.matched).toBe(1)
  const next = createImportSession({ tick() {} })
  next.read(bytes, {})
  expect(next.match(openPlainLibrary(known), account, [[key, 'anime:457']]).matched).toBe(1)
})
