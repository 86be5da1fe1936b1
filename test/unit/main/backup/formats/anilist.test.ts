import { expect, test } from 'vitest'
import { fileWarningCodes, readFixture, readText, rowAt, warningCodes } from '../support/fixtures'

test('reads the lists of the data export', () => {
  const file = readFixture('gdpr.json')

  expect(file.source.format).toBe('anilist-gdpr')
  expect(file.kinds).toEqual(['anime', 'manga'])
  expect(rowAt(file, 1)).toMatchObject({
    kind: 'anime',
    ids: { anilist: 16498 },
    fields: {
      status: 'completed',
      score: 85,
      progress: 25,
      repeats: 1,
      notes: 'line 1\nline 2',
      customLists: ['With Mia'],
      advancedScores: { Story: 70, Art: 80 },
      startedAt: 20130407,
      completedAt: 20130929,
      private: false,
      hidden: false,
    },
    createdAt: 1388631845,
  })
})

test('takes 0 for no date and keeps dates of which parts are known', () => {
  const { fields } = rowAt(readFixture('gdpr.json'), 2)

  expect(fields).toMatchObject({
    status: 'repeating',
    score: null,
    startedAt: 20120000,
    completedAt: null,
    private: true,
    hidden: true,
    progressVolumes: 2,
    customLists: [],
    notes: '',
  })
})

test('never lets anything of the data export out but the lists', () => {
  const told = JSON.stringify(readFixture('gdpr.json'))

  for (const secret of ['example.org', '192.0.2.7', 'SecretName', 'private words', 'message']) {
    expect(told).not.toContain(secret)
  }
})

test('tells whose list it is by the number in the entries alone', () => {
  const [owner] = readFixture('gdpr.json').owners

  expect(owner).toMatchObject({
    site: 'anilist',
    userId: 77,
    name: null,
    scoreFormat: 'point-10-decimal',
    customLists: { anime: ['Rewatch 2024', 'With Mia'], manga: ['Shelf'] },
  })
})

test('keeps flags of custom lists that fit no names, and says so', () => {
  const row = rowAt(readFixture('gdpr.json'), 3)

  expect(row.fields.customLists).toBeUndefined()
  expect(row.kept.custom_lists).toBe('[4,7]')
  expect(warningCodes(row)).toEqual(['unknown-status', 'lists-unclear'])
})

test('reads Automail 1.02 once per entry, in the stars of its user', () => {
  const file = readFixture('automail-1.02.json')

  expect(file.source).toEqual({ format: 'automail', version: '1.02' })
  expect(file.madeAt).toBe(1563010000000)
  expect(file.scoreStep).toBe(20)
  expect(file.rows.map(({ ids }) => ids.anilist)).toEqual([101, 102, 103])
  expect(rowAt(file, 1).fields).toMatchObject({
    status: 'completed',
    score: 70,
    repeats: 2,
    notes: 'twice',
    customLists: ['With Jo'],
    advancedScores: { Story: 80 },
    completedAt: 20190700,
  })
  expect(rowAt(file, 1)).toMatchObject({ createdAt: null, updatedAt: 1563000000 })
})

test('finds an entry that stands in a custom list only', () => {
  const row = rowAt(readFixture('automail-1.02.json'), 3)

  expect(row.fields).toMatchObject({
    status: 'paused',
    hidden: true,
    score: 10,
    customLists: ['With Jo'],
  })
})

test('says nothing of private where Automail does not', () => {
  for (const row of readFixture('automail-1.02.json').rows) {
    expect('private' in row.fields).toBe(false)
  }
})

test('tells the kind of an Automail file that does not say it', () => {
  const file = readFixture('automail-1.00.json')

  expect(file.source.version).toBe('1.00')
  expect(file.kinds).toEqual(['manga'])
  expect(rowAt(file, 1).fields).toMatchObject({ score: 85, progress: 40, progressVolumes: 4 })
  expect(fileWarningCodes(file)).toEqual([])
})

test('reads Automail 1.01 in decimals', () => {
  const file = readFixture('automail-1.01.json')

  expect(file.kinds).toEqual(['manga'])
  expect(rowAt(file, 1).fields.score).toBe(85)
})

test('reads an answer of the API without `data`, in the format that it names', () => {
  const file = readFixture('anilist-api-bare.json')

  expect(file.source.format).toBe('anilist-api')
  expect(file.owners[0]).toMatchObject({ site: 'anilist', userId: 9, name: 'Ken' })
  expect(rowAt(file, 1)).toMatchObject({
    kind: 'anime',
    ids: { anilist: 21, mal: 21 },
    titles: ['ONE PIECE', 'ワンピース', 'OP'],
    hints: { format: 'tv', year: 1999 },
    fields: {
      status: 'current',
      score: 80,
      customLists: ['Long'],
      private: true,
      startedAt: 20010000,
    },
  })
})

test('reads a list of answers, and says that it assumed how they score', () => {
  const file = readFixture('anilist-api-two.json')

  expect(file.kinds).toEqual(['anime', 'manga'])
  expect(file.rows.map(({ fields }) => fields.score)).toEqual([70, 90])
  expect(file.warnings).toContainEqual({ code: 'score-scale-assumed', value: 'point-10' })
})

test('believes the user about the scores', () => {
  const file = readFixture('anilist-api-two.json', { scoreFormat: 'point-100' })

  expect(file.rows.map(({ fields }) => fields.score)).toEqual([7, 9])
  expect(fileWarningCodes(file)).not.toContain('score-scale-assumed')
})

test('one score above ten proves a hundred points', () => {
  const entries = [
    { mediaId: 1, score: 7, status: 'CURRENT', media: { type: 'ANIME' } },
    { mediaId: 2, score: 70, status: 'CURRENT', media: { type: 'ANIME' } },
  ]
  const file = readText(JSON.stringify({ data: { anime: { lists: [{ entries }] } } }))

  expect(file.rows.map(({ fields }) => fields.score)).toEqual([7, 70])
  expect(fileWarningCodes(file)).toEqual([])
})

test('says when nothing tells anime from manga', () => {
  const lists = [{ name: 'Planning', status: 'PLANNING', entries: [{ mediaId: 1, score: 0 }] }]
  const file = readText(JSON.stringify({ lists }))

  expect(file.kinds).toEqual(['anime'])
  expect(fileWarningCodes(file)).toContain('kind-assumed')
})

test('takes the kind that the user asked for where nothing tells', () => {
  const lists = [{ name: 'Planning', status: 'PLANNING', entries: [{ mediaId: 1, score: 0 }] }]
  const file = readText(JSON.stringify({ lists }), { expects: 'manga' })

  expect(file.kinds).toEqual(['manga'])
})

test('reads a page of entries', () => {
  const mediaList = [{ mediaId: 5, status: 'DROPPED', media: { type: 'MANGA' } }]
  const file = readText(JSON.stringify({ data: { Page: { mediaList } } }))

  expect(rowAt(file, 1)).toMatchObject({ kind: 'manga', fields: { status: 'dropped' } })
})
