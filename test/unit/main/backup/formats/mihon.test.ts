import { expect, test } from 'vitest'
import { readBackup } from '../../../../../src/main/backup/read'
import { failureOf, rowAt, warningCodes } from '../support/fixtures'
import { protobuf, tachibk } from '../support/mihon'

const day = Date.UTC(2021, 4, 6)

test('reads the tracked titles of a backup', () => {
  const file = readBackup(
    tachibk([
      {
        title: 'Berserk',
        tracking: [
          {
            tracker: 2,
            mediaId: 30002,
            title: 'Berserk',
            progress: 364.5,
            total: 0,
            score: 95,
            status: 1,
            startedAt: day,
            private: true,
          },
        ],
      },
    ]),
  )

  expect(file.source.format).toBe('mihon')
  expect(file.kinds).toEqual(['manga'])
  expect(rowAt(file, 1)).toMatchObject({
    titles: ['Berserk'],
    ids: { anilist: 30002 },
    fields: { status: 'current', progress: 364, score: 95, startedAt: 20210506, private: true },
    createdAt: 1_600_000_000,
  })
  expect('completedAt' in rowAt(file, 1).fields).toBe(false)
})

test('knows the numbers of each tracker', () => {
  const file = readBackup(
    tachibk([
      { title: 'A', tracking: [{ tracker: 1, mediaId: 2, score: 8, status: 6 }] },
      { title: 'B', tracking: [{ tracker: 1, mediaId: 3, score: 9, status: 7 }] },
      { title: 'C', tracking: [{ tracker: 3, mediaId: 4, score: 8.5, status: 5 }] },
      { title: 'D', tracking: [{ tracker: 7, mediaId: 5, score: 0, status: 3 }] },
      { title: 'E', tracking: [{ tracker: 4, mediaId: 6, score: 7, status: 6 }] },
    ]),
  )

  expect(file.rows.map(({ ids, fields }) => [ids, fields.status, fields.score])).toEqual([
    [{ mal: 2 }, 'planned', 80],
    [{ mal: 3 }, 'repeating', 90],
    [{ kitsu: 4 }, 'planned', 85],
    [{ mangaupdates: 5 }, 'dropped', null],
    [{ mal: 6 }, 'repeating', 70],
  ])
})

test('takes the most exact tracker of a title and the ids of all', () => {
  const file = readBackup(
    tachibk([
      {
        title: 'Monster',
        tracking: [
          { tracker: 1, mediaId: 1, score: 9, status: 2, progress: 100 },
          { tracker: 2, mediaId: 30001, score: 88, status: 2, progress: 162, total: 162 },
        ],
      },
    ]),
  )

  expect(rowAt(file, 1)).toMatchObject({
    ids: { anilist: 30001, mal: 1 },
    hints: { chapters: 162 },
    fields: { score: 88, progress: 162 },
  })
})

test('reads the numbers that old versions used', () => {
  const tracking = [{ tracker: 1, oldMediaId: 13, oldProgress: 40, status: 1 }]
  const file = readBackup(tachibk([{ title: 'One Piece', tracking }]))

  expect(rowAt(file, 1)).toMatchObject({ ids: { mal: 13 }, fields: { progress: 40 } })
})

test('takes what was read of a title without a tracker, and says so', () => {
  const chapters = [
    { number: 1, read: true },
    { number: 12.5, read: true },
    { number: 13, read: false },
  ]
  const row = rowAt(readBackup(tachibk([{ title: 'Yotsuba', chapters }])), 1)

  expect(row.fields).toEqual({ progress: 12 })
  expect(warningCodes(row)).toEqual(['no-tracker'])
})

test('leaves out what is neither tracked nor in the library', () => {
  const file = readBackup(tachibk([{ title: 'A', favorite: false }, { title: 'B' }]))

  expect(file.rows.map(({ titles }) => titles[0])).toEqual(['B'])
  expect(file.warnings).toEqual([{ code: 'skipped', count: 1, value: 'not in the library' }])
})

test('reads the anime of Aniyomi', () => {
  const tracking = [{ tracker: 2, mediaId: 457, progress: 26, total: 26, status: 2 }]
  const file = readBackup(tachibk([], [{ title: 'Mushishi', tracking }]))

  expect(file.kinds).toEqual(['anime'])
  expect(rowAt(file, 1)).toMatchObject({ kind: 'anime', hints: { episodes: 26 } })
})

test('reads a backup that is not packed', () => {
  const file = readBackup(protobuf([{ title: 'B' }]))

  expect(file.source.format).toBe('mihon')
})

test('keeps a status that the tracker does not have', () => {
  const tracking = [{ tracker: 2, mediaId: 1, status: 42 }]
  const row = rowAt(readBackup(tachibk([{ title: 'A', tracking }])), 1)

  expect(row.fields.status).toBeUndefined()
  expect(warningCodes(row)).toEqual(['unknown-status'])
})

test('does not take half a message for a backup', () => {
  const whole = protobuf([{ title: 'Berserk', tracking: [{ tracker: 2, mediaId: 1 }] }])

  const failure = failureOf(() => readBackup(whole.subarray(0, 20)))

  expect(failure).toMatchObject({ code: 'invalid-input', reason: 'unknown-file' })
})

test('knows the numbers that Aniyomi gives anime, and the order of Bangumi', () => {
  const anime = [11, 15, 16].map((status) => ({
    title: `${status}`,
    tracking: [{ tracker: 2, mediaId: status, status }],
  }))
  const ofMal = [16, 17].map((status) => ({
    title: `MAL ${status}`,
    tracking: [{ tracker: 1, mediaId: status, status }],
  }))
  const manga = [1, 2, 3, 4, 5].map((status) => ({
    title: `${status}`,
    tracking: [{ tracker: 5, mediaId: status, status }],
  }))

  const file = readBackup(tachibk(manga, [...anime, ...ofMal]))

  expect(file.rows.map(({ fields }) => fields.status)).toEqual([
    'planned',
    'completed',
    'current',
    'paused',
    'dropped',
    'current',
    'planned',
    'repeating',
    'planned',
    'repeating',
  ])
})
