import { expect, test } from 'vitest'
import { createAnisearch } from '../../../../../src/main/providers/anisearch/anisearch'
import type { MediaKind } from '../../../../../src/shared/media'
import { sample } from '../document-samples'
import { answerOf, clock, failureFrom, owner, webPage } from '../support'

const anisearch = createAnisearch({ clock })
const samples = sample('anisearch/ratings.json')

function read(body: unknown, kind: MediaKind = 'anime') {
  return anisearch.listPage(owner, kind, 1, null).parse(answerOf(body)).items
}

const rating = { 'id-anisearch': 5, 'id-myanimelist': 6, status: 'ongoing' }

test('a list is one request for the whole of it', () => {
  expect(anisearch.listPage(owner, 'manga', 1, null)).toMatchObject({
    name: 'GET my/{mediaType}/ratings',
    bucket: 'reads',
    scope: 'ratings.manga',
    effect: 'read',
    method: 'GET',
    path: 'my/manga/ratings',
  })
})

test('the anime of the document is read to the letter', () => {
  expect(read(samples['anime'])).toEqual([
    {
      entry: {
        title: 'anime:5048',
        entryId: null,
        status: 'completed',
        score: 90,
        progress: 24,
        progressVolumes: 0,
        repeats: 0,
        startedAt: 20230101,
        completedAt: 20230201,
        notes: 'One of my favorites!',
        private: false,
        hidden: false,
        customLists: [],
        advancedScores: {},
        priority: 2,
        personalScore: 85,
        repeatDesire: 3,
        createdAt: null,
        updatedAt: null,
      },
      media: null,
      malId: 5114,
    },
  ])
})

test('the manga of the document is read to the letter, its chapters under the name of episodes', () => {
  expect(read(samples['manga'], 'manga')[0]).toMatchObject({
    entry: {
      title: 'manga:724',
      progress: 24,
      progressVolumes: 0,
      repeatDesire: 3,
      status: 'completed',
    },
    malId: 13,
  })
})

test('chapters and volumes count where they are told', () => {
  const manga = {
    ...rating,
    episodes_watched: 1,
    chapters_read: 40,
    volumes_read: 5,
    times_reread: 2,
  }

  expect(read([manga], 'manga')[0]?.entry).toMatchObject({
    progress: 40,
    progressVolumes: 5,
    repeats: 2,
  })
})

test.each([
  ['ongoing', 'current'],
  ['completed', 'completed'],
  ['on_hold', 'paused'],
  ['dropped', 'dropped'],
  ['not_interested', 'not-interested'],
  ['bookmark', 'planned'],
])('%s is %s', (word, status) => {
  expect(read([{ ...rating, status: word }])[0]?.entry.status).toBe(status)
})

test.each([
  ['anime', { status: 'completed', is_rewatching: true }],
  ['anime', { status: 'ongoing', is_rewatching: true }],
  ['manga', { status: 'completed', is_rereading: true }],
  ['manga', { status: 'ongoing', is_reread: true }],
] as const)('%s with the flag is repeating, whatever the status: %j', (kind, flags) => {
  expect(read([{ ...rating, ...flags }], kind)[0]?.entry.status).toBe('repeating')
})

test.each([
  [0, 0, null],
  [9, 0, 90],
  [7, 5, 75],
  [10, 0, 100],
  [10, 5, 100],
  [null, null, null],
  [0, 4, 4],
])('%j and %j tenths are %j', (publicRating, fraction, score) => {
  const rated = { ...rating, public_rating: publicRating, public_fraction: fraction }

  expect(read([rated])[0]?.entry.score).toBe(score)
})

test('a rating that tells only its status is read, and is no secret', () => {
  expect(read([{ 'id-anisearch': 5, status: 'bookmark' }])[0]).toMatchObject({
    entry: { title: 'anime:5', private: false, notes: '', startedAt: null, personalScore: null },
    malId: null,
  })
})

test('what others cannot see is private', () => {
  expect(read([{ ...rating, is_visible: false }])[0]?.entry.private).toBe(true)
})

test('a date that is none is none', () => {
  const dated = { ...rating, start_date: '0000-00-00', end_date: null }

  expect(read([dated])[0]?.entry).toMatchObject({ startedAt: null, completedAt: null })
})

test('a title that is told twice comes out once', () => {
  expect(read([rating, { ...rating, status: 'dropped' }])).toHaveLength(1)
})

test('an empty list is empty', () => {
  expect(read([])).toEqual([])
})

test.each([
  ['an object', {}],
  ['a rating of no title', [{ status: 'ongoing' }]],
  ['a status that nobody knows', [{ ...rating, status: 'shelved' }]],
  ['a status from a prototype', [{ ...rating, status: 'constructor' }]],
  ['a progress that is no number', [{ ...rating, episodes_watched: '12' }]],
  ['a null', [null]],
  ['a web page', webPage],
  ['nothing', ''],
])('%s is a bad answer and no empty list', (_name, body) => {
  expect(failureFrom(() => read(body)).code).toBe('bad-answer')
})

test('the profile tells who it is', () => {
  const profile = { id: 7, name: 'Kei', joined_at: '2015-06-01T12:00:00Z', statistics: {} }

  expect(anisearch.viewer()).toMatchObject({
    bucket: 'profile',
    scope: 'user.profile',
    path: 'my/profile',
  })
  expect(anisearch.viewer().parse(answerOf(profile))).toMatchObject({
    userId: 7,
    userName: 'Kei',
    options: { scoreFormat: 'point-10-decimal', customLists: { anime: [], manga: [] } },
  })
})
