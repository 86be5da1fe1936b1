import { expect, test } from 'vitest'
import type { HttpAnswer } from '../../../../../src/main/http/transport'
import { createAnilistV1 } from '../../../../../src/main/providers/anilist-v1/anilist-v1'
import type { MediaKind } from '../../../../../src/shared/media'
import type { Status } from '../../../../../src/shared/status'
import { sample } from '../document-samples'
import { answerOf, clock, failureFrom, ownerWith, webPage } from '../support'

const v1 = createAnilistV1({ clock })
const user = sample('anilist-v1/user.json')['user'] as Record<string, unknown>
const owner = ownerWith({
  scoreFormat: 'point-10',
  scoreTable: 'anilist-v1',
  customLists: { anime: ['', 'Fall Anime', 'Summer Anime', '', ''], manga: [] },
  advancedScores: { anime: ['Story', 'Visuals'], manga: [] },
})

function read(body: unknown, kind: MediaKind = 'anime', status: Status | null = null) {
  const answer: HttpAnswer = answerOf(body)
  return v1.listPage(owner, kind, 1, status).parse(answer).items
}

function listWith(lists: unknown, customLists: unknown = []) {
  return { ...user, lists, custom_lists: customLists, css: { url: null } }
}

const record = { record_id: 3, series_id: 5, list_status: 'watching', score_raw: 80 }

test('a list is one request for the whole of it, by the number of its user', () => {
  expect(v1.listPage(owner, 'manga', 1, null)).toMatchObject({
    name: 'GET user/{id || displayname}/mangalist',
    bucket: 'api',
    effect: 'read',
    method: 'GET',
    path: 'user/7/mangalist',
  })
  expect(v1.listPage(owner, 'anime', 1, null).parse(answerOf(listWith([]))).hasNext).toBe(false)
})

test('every field of a record is read', () => {
  const full = {
    ...record,
    score: 8,
    episodes_watched: 4,
    chapters_read: 4,
    volumes_read: 9,
    rewatched: 2,
    reread: 7,
    priorty: 1,
    private: 1,
    hidden_default: 0,
    notes: 'ふ',
    advanced_rating_scores: [70, 0],
    custom_lists: [0, 1, null, null, null],
    started_on: '2017/01/02',
    finished_on: null,
    added_time: '2017-01-20T13:06:28+09:00',
    updated_time: '2015-01-04 05:13:08',
    anime: null,
  }

  expect(read(listWith({ watching: [full] }))).toEqual([
    {
      entry: {
        title: 'anime:5',
        entryId: 3,
        status: 'current',
        score: 80,
        progress: 4,
        progressVolumes: 0,
        repeats: 2,
        startedAt: 20170102,
        completedAt: null,
        notes: 'ふ',
        private: true,
        hidden: false,
        customLists: ['Fall Anime'],
        advancedScores: { Story: 70, Visuals: 0 },
        priority: 1,
        personalScore: null,
        repeatDesire: 0,
        createdAt: Date.parse('2017-01-20T04:06:28Z') / 1000,
        updatedAt: Date.parse('2015-01-03T20:13:08Z') / 1000,
      },
      media: null,
    },
  ])
})

test('manga count chapters, volumes and rereads', () => {
  const manga = {
    ...record,
    list_status: 'plan to read',
    chapters_read: 40,
    volumes_read: 5,
    reread: 1,
  }

  expect(read(listWith({ plan_to_read: [manga] }), 'manga')[0]?.entry).toMatchObject({
    title: 'manga:5',
    status: 'planned',
    progress: 40,
    progressVolumes: 5,
    repeats: 1,
  })
})

test.each([
  ['on-hold', 'paused'],
  ['on_hold', 'paused'],
  ['plan to watch', 'planned'],
  ['plan_to_watch', 'planned'],
  ['Plan to Watch', 'planned'],
  ['completed', 'completed'],
  ['dropped', 'dropped'],
])('a status in any of its spellings is one: %s', (word, status) => {
  expect(read(listWith({ x: [{ ...record, list_status: word }] }))[0]?.entry.status).toBe(status)
})

test('a record that tells no status has that of its list', () => {
  const silent = { ...record, list_status: null }

  expect(read(listWith({ on_hold: [silent] }))[0]?.entry.status).toBe('paused')
})

test.each([[[]], [null], [false], [''], [{}], [{ watching: [] }]])(
  'an empty list as %j is empty',
  (lists) => {
    expect(read(listWith(lists))).toEqual([])
  },
)

test('custom lists are named by their slot, as an array and as an object', () => {
  const hidden = { ...record, hidden_default: 1, custom_lists: null }

  expect(read(listWith([], { 2: [hidden] }))[0]?.entry).toMatchObject({
    hidden: true,
    status: 'current',
    customLists: ['Summer Anime'],
  })
  expect(read(listWith([], [[], [hidden]]))[0]?.entry.customLists).toEqual(['Fall Anime'])
})

test('a record that stands in several lists comes out once, in all its custom lists', () => {
  const items = read(listWith({ watching: [record] }, { 1: [record], 2: [record] }))

  expect(items).toHaveLength(1)
  expect(items[0]?.entry.customLists).toEqual(['Fall Anime', 'Summer Anime'])
})

test('slots without a name hold no custom list', () => {
  const odd = { ...record, custom_lists: [1, 0, 0, 1, 1, 1] }

  expect(read(listWith({ watching: [odd] }))[0]?.entry.customLists).toEqual([])
})

test('a record without its own id of the title has it from the title', () => {
  const series = { id: 21, title_romaji: 'One Piece' }

  expect(read(listWith({ watching: [{ record_id: 1, anime: series }] }))[0]).toMatchObject({
    entry: { title: 'anime:21' },
    media: { titles: { romaji: 'One Piece' } },
  })
})

test('numbers that came as text are numbers, nothing is 0', () => {
  const odd = { ...record, score_raw: '85', episodes_watched: '12', rewatched: null, priorty: null }

  expect(read(listWith({ watching: [odd] }))[0]?.entry).toMatchObject({
    score: 85,
    progress: 12,
    repeats: 0,
    priority: 0,
  })
})

test.each([
  [8, 'point-10', 80],
  [87, 'point-100', 87],
  [4, 'point-5', 70],
  [7.5, 'point-10-decimal', 75],
  ['7.5', 'point-10-decimal', 75],
  [':(', 'point-3', 30],
  [':|', 'point-3', 60],
  [':)', 'point-3', 85],
  ['-', 'point-3', null],
  ['', 'point-10', null],
  [0, 'point-10', null],
  [null, 'point-10', null],
  [11, 'point-10', null],
] as const)('without a raw score, %j in %s is %j', (score, scoreFormat, raw) => {
  const shown = { ...record, score_raw: null, score }
  const page = v1.listPage(ownerWith({ scoreFormat, scoreTable: 'anilist-v1' }), 'anime', 1, null)

  const { items } = page.parse(answerOf(listWith({ watching: [shown] })))

  expect(items[0]?.entry.score).toBe(raw)
})

test('the raw score counts before the shown one', () => {
  const both = { ...record, score: 3, score_raw: 87 }

  expect(read(listWith({ watching: [both] }))[0]?.entry.score).toBe(87)
})

test('a part of the list is picked from the whole', () => {
  const lists = { watching: [record], dropped: [{ ...record, record_id: 4, series_id: 6 }] }
  const body = listWith({ ...lists, dropped: [{ ...lists.dropped[0], list_status: 'dropped' }] })

  expect(read(body, 'anime', 'dropped').map((item) => item.entry.title)).toEqual(['anime:6'])
})

test.each([
  ['a user without lists', user],
  ['an array', [record]],
  ['a record of no title', listWith({ watching: [{ record_id: 1 }] })],
  ['a record that is null', listWith({ watching: [null] })],
  ['a progress that is no number', listWith({ watching: [{ ...record, episodes_watched: 'x' }] })],
  ['an error with a 200', { error: { messages: ['Something broke.'] } }],
  ['a web page', webPage],
  ['half a JSON', '{"lists":{"watching":[{"rec'],
])('%s is a bad answer and no empty list', (_name, body) => {
  expect(failureFrom(() => read(body)).code).toBe('bad-answer')
})
