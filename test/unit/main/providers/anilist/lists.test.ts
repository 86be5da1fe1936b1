import { expect, test } from 'vitest'
import type { HttpAnswer } from '../../../../../src/main/http/transport'
import { createAnilist } from '../../../../../src/main/providers/anilist/anilist'
import type { ListPage } from '../../../../../src/main/providers/provider'
import { besideRepository } from '../document-samples'
import { answerOf, clock, failureFrom, owner, webPage } from '../support'

const anilist = createAnilist({ clock })
const someTitles = anilist.someEntries!

function collection(lists: unknown, hasNextChunk = false): HttpAnswer {
  return answerOf({ data: { MediaListCollection: { hasNextChunk, lists } } })
}

function read(answer: HttpAnswer): ListPage {
  return anilist.listPage(owner, 'anime', 1, null).parse(answer)
}

const entry = { id: 1, mediaId: 5, status: 'CURRENT', progress: 3, media: null }
const group = { name: 'Watching', isCustomList: false, status: 'CURRENT', entries: [entry] }

function sentBy(call: { readonly body?: string }): Record<string, unknown> {
  return (JSON.parse(call.body ?? '{}') as { variables: Record<string, unknown> }).variables
}

test('a list is asked for in chunks of 500, in an order that edits do not change', () => {
  const call = anilist.listPage(owner, 'manga', 3, null)

  expect(call).toMatchObject({ bucket: 'api', effect: 'read', method: 'POST', path: '' })
  expect(sentBy(call)).toEqual({ userId: 7, type: 'MANGA', chunk: 3, perChunk: 500 })
  expect(call.body).toContain('sort: MEDIA_ID')
})

test('a part of a list is asked for by status', () => {
  expect(sentBy(anilist.listPage(owner, 'anime', 1, 'paused'))).toMatchObject({ status: 'PAUSED' })
})

test('a status that AniList does not know is not asked for', () => {
  const failure = failureFrom(() => anilist.listPage(owner, 'anime', 1, 'not-interested'))

  expect(failure).toMatchObject({ code: 'invalid-input', reason: 'status-not-stored' })
})

test('every field of an entry is read', () => {
  const full = {
    id: 11,
    mediaId: 5,
    status: 'REPEATING',
    score: 87,
    progress: 3,
    progressVolumes: 2,
    repeat: 4,
    priority: 9,
    private: true,
    notes: 'ふ',
    hiddenFromStatusLists: true,
    customLists: { Fall: true, Summer: false },
    advancedScores: { Story: 80, Visuals: 0 },
    startedAt: { year: 2017, month: 7, day: null },
    completedAt: { year: null, month: null, day: null },
    updatedAt: 1_700_000_000,
    createdAt: 1_600_000_000,
    media: null,
  }

  expect(read(collection([{ ...group, entries: [full] }])).items).toEqual([
    {
      entry: {
        title: 'anime:5',
        entryId: 11,
        status: 'repeating',
        score: 87,
        progress: 3,
        progressVolumes: 2,
        repeats: 4,
        startedAt: 20170700,
        completedAt: null,
        notes: 'ふ',
        private: true,
        hidden: true,
        customLists: ['Fall'],
        advancedScores: { Story: 80, Visuals: 0 },
        priority: 9,
        personalScore: null,
        repeatDesire: 0,
        createdAt: 1_600_000_000,
        updatedAt: 1_700_000_000,
      },
      media: null,
    },
  ])
})

test('an entry that stands in several lists comes out once, hidden ones come out too', () => {
  const custom = { name: 'Fall', isCustomList: true, status: null }
  const hidden = { ...entry, id: 2, mediaId: 6, hiddenFromStatusLists: true }

  const { items } = read(collection([group, { ...custom, entries: [entry, hidden] }]))

  expect(items.map((item) => [item.entry.title, item.entry.hidden])).toEqual([
    ['anime:5', false],
    ['anime:6', true],
  ])
})

test('an entry without its title stays', () => {
  expect(read(collection([group])).items[0]).toMatchObject({
    entry: { title: 'anime:5', progress: 3 },
    media: null,
  })
})

test('nothing in place of an object is nothing: lists, maps and notes', () => {
  const odd = { ...entry, customLists: [], advancedScores: [], notes: null, progressVolumes: null }

  expect(read(collection([])).items).toEqual([])
  expect(read(answerOf({ data: { MediaListCollection: [] } })).items).toEqual([])
  expect(read(collection([{ ...group, entries: [odd] }])).items[0]?.entry).toMatchObject({
    customLists: [],
    advancedScores: {},
    notes: '',
    progressVolumes: 0,
  })
})

test('custom lists are read as a map and as an array, advanced scores as text too', () => {
  const asArray = [
    { name: 'Fall', enabled: true },
    { name: 'Summer', enabled: false },
  ]
  const odd = { ...entry, customLists: asArray, advancedScores: { Story: '80', Visuals: 'x' } }

  expect(read(collection([{ ...group, entries: [odd] }])).items[0]?.entry).toMatchObject({
    customLists: ['Fall'],
    advancedScores: { Story: 80 },
  })
})

test('a status that nobody knows yet costs neither the entry nor the list', () => {
  const { items } = read(collection([{ ...group, entries: [{ ...entry, status: 'SHELVED' }] }]))

  expect(items[0]?.entry.status).toBe('planned')
})

test('an entry that tells no status has that of its list', () => {
  const { items } = read(collection([{ ...group, entries: [{ ...entry, status: undefined }] }]))

  expect(items[0]?.entry.status).toBe('current')
})

test('the chunk says whether another follows', () => {
  expect(read(collection([group], true)).hasNext).toBe(true)
  expect(read(collection([group])).hasNext).toBe(false)
})

test.each([
  ['no collection', { data: { MediaListCollection: null } }],
  ['no lists', { data: { MediaListCollection: { lists: null } } }],
  ['no data', { data: null }],
  ['a null entry', { data: { MediaListCollection: { lists: [{ entries: [null] }] } } }],
  [
    'an entry of no title',
    { data: { MediaListCollection: { lists: [{ entries: [{ id: 1 }] }] } } },
  ],
  [
    'a progress that is no number',
    {
      data: {
        MediaListCollection: { lists: [{ entries: [{ id: 1, mediaId: 2, progress: 'many' }] }] },
      },
    },
  ],
  ['half a JSON', '{"data":{"MediaListCollection":{"lists":[{"ent'],
  ['a web page', webPage],
  ['nothing', ''],
])('%s is a bad answer and no empty list', (_name, body) => {
  expect(failureFrom(() => read(answerOf(body))).code).toBe('bad-answer')
})

test('the latest changes are asked for newest first, down to where pages end', () => {
  const recent = anilist.recentPage!
  const page = answerOf({ data: { Page: { pageInfo: { hasNextPage: true }, mediaList: [entry] } } })

  expect(sentBy(recent(owner, 'anime', 2))).toEqual({
    page: 2,
    perPage: 50,
    userId: 7,
    type: 'ANIME',
    sort: ['UPDATED_TIME_DESC'],
  })
  expect(recent(owner, 'anime', 99).parse(page).hasNext).toBe(true)
  expect(recent(owner, 'anime', 100).parse(page).hasNext).toBe(false)
})

test('some titles are asked for by their ids, 50 a request', () => {
  expect(someTitles.size).toBe(50)
  expect(sentBy(someTitles.call(owner, ['manga:3', 'manga:4']))).toMatchObject({
    type: 'MANGA',
    mediaIds: [3, 4],
  })
})

test('a title that is absent from the answer is not on the list', () => {
  const answer = answerOf({ data: { Page: { pageInfo: { hasNextPage: false }, mediaList: [] } } })

  expect(someTitles.call(owner, ['anime:5']).parse(answer)).toEqual({ items: [], hasNext: false })
})

const fixture = besideRepository('shared/data/anilist-api-medialistcollection-kitsu-fixture.json')

// An answer of the real service that lies beside the repository on some machines only.
test.skipIf(fixture === null)('a real answer is read whole', () => {
  const { data } = JSON.parse(fixture ?? '') as { data: Record<string, unknown> }
  const anime = anilist
    .listPage(owner, 'anime', 1, null)
    .parse(answerOf({ data: { MediaListCollection: data['anime'] } })).items
  const manga = anilist
    .listPage(owner, 'manga', 1, null)
    .parse(answerOf({ data: { MediaListCollection: data['manga'] } })).items

  expect(anime).toHaveLength(7)
  expect(manga).toHaveLength(5)
  expect(anime.map((item) => item.entry.status)).toEqual(
    'planned planned completed completed current paused dropped'.split(' '),
  )
  expect(anime.find((item) => item.entry.title === 'anime:48')).toMatchObject({
    entry: { score: 90, progress: 26, startedAt: 20200430, completedAt: 20120805 },
    media: { malId: 48, episodes: 26, titles: { native: '.hack//SIGN' } },
  })
  expect(manga.find((item) => item.entry.title === 'manga:30003')).toMatchObject({
    entry: { status: 'completed', score: 100 },
    media: { chapters: 249, titles: { english: '20th Century Boys' } },
  })
})
