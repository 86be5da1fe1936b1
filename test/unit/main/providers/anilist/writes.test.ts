import { expect, test } from 'vitest'
import { emptyFields, type EntryPatch } from '../../../../../src/shared/entry'
import { createAnilist } from '../../../../../src/main/providers/anilist/anilist'
import type { ServiceCall } from '../../../../../src/main/providers/provider'
import { answerOf, clock, failureFrom, owner, ownerWith, writeOf } from '../support'

const anilist = createAnilist({ clock })

function sent(call: ServiceCall<unknown>): { query: string; variables: Record<string, unknown> } {
  return JSON.parse(call.body ?? '') as { query: string; variables: Record<string, unknown> }
}

const saved = {
  id: 100,
  mediaId: 5,
  status: 'CURRENT',
  score: 70,
  progress: 4,
  progressVolumes: 0,
  repeat: 0,
  priority: 2,
  private: false,
  notes: null,
  hiddenFromStatusLists: false,
  customLists: null,
  advancedScores: null,
  startedAt: { year: 2026, month: 11, day: 23 },
  completedAt: null,
  updatedAt: 1_800_000_000,
  createdAt: 1_700_000_000,
}

test('one save sends the title and the field that the user changed, nothing else', () => {
  const call = anilist.save(owner, [writeOf('anime:5', { progress: 4 })])

  expect(call).toMatchObject({ name: 'SaveMediaListEntry', effect: 'write', bucket: 'api' })
  expect(sent(call).variables).toEqual({ id: 100, progress: 4 })
  expect(sent(call).query).toMatch(/^\s*mutation SaveMediaListEntry\(/)
})

test('a new completed entry says that it has no finish date, or AniList would give it that of today', () => {
  const added = { exists: false, entryId: null }
  const none = { year: null, month: null, day: null }
  const of = (patch: EntryPatch, more: object) =>
    sent(anilist.save(owner, [writeOf('anime:5', patch, more)])).variables

  expect(of({ status: 'completed' }, added)).toEqual({
    mediaId: 5,
    status: 'COMPLETED',
    completedAt: none,
  })
  expect(of({ status: 'completed', completedAt: 20170709 }, added)).toMatchObject({
    completedAt: { year: 2017, month: 7, day: 9 },
  })
  expect(of({ status: 'completed' }, {})).not.toHaveProperty('completedAt')
  expect(of({ status: 'current' }, added)).not.toHaveProperty('completedAt')
})

test('every field of ours has its argument', () => {
  const patch: EntryPatch = {
    status: 'repeating',
    score: 87,
    progress: 3,
    progressVolumes: 2,
    repeats: 4,
    startedAt: 20170700,
    completedAt: null,
    notes: 'a',
    private: true,
    hidden: true,
    customLists: ['Summer', 'Fall'],
    advancedScores: { Visuals: 90 },
    priority: 9,
  }

  expect(sent(anilist.save(owner, [writeOf('anime:5', patch)])).variables).toEqual({
    id: 100,
    status: 'REPEATING',
    scoreRaw: 87,
    progress: 3,
    progressVolumes: 2,
    repeat: 4,
    startedAt: { year: 2017, month: 7, day: null },
    completedAt: { year: null, month: null, day: null },
    notes: 'a',
    private: true,
    hiddenFromStatusLists: true,
    customLists: ['Summer', 'Fall'],
    advancedScores: [0, 90],
    priority: 9,
  })
  expect(Object.keys(patch)).toEqual(expect.arrayContaining([...anilist.capabilities.writable]))
})

test('no score is sent as 0, empty notes as an empty text', () => {
  const { variables } = sent(anilist.save(owner, [writeOf('anime:5', { score: null, notes: '' })]))

  expect(variables).toEqual({ id: 100, scoreRaw: 0, notes: '' })
})

test('advanced scores are not sent where the account has none', () => {
  const call = anilist.save(ownerWith({ advancedScores: { anime: [], manga: [] } }), [
    writeOf('anime:5', { advancedScores: { Story: 1 }, progress: 1 }),
  ])

  expect(sent(call).variables).toEqual({ id: 100, progress: 1 })
})

test('what AniList cannot store is refused before a request is spent', () => {
  const failure = failureFrom(() =>
    anilist.save(owner, [writeOf('anime:5', { status: 'not-interested' })]),
  )

  expect(failure).toMatchObject({ code: 'invalid-input', reason: 'status-not-stored' })
})

test('the answer is the entry as AniList has it now', () => {
  const call = anilist.save(owner, [writeOf('anime:5', { progress: 4 })])

  expect(call.parse(answerOf({ data: { SaveMediaListEntry: saved } }))).toEqual([
    {
      ...emptyFields,
      title: 'anime:5',
      entryId: 100,
      status: 'current',
      score: 70,
      progress: 4,
      priority: 2,
      startedAt: 20261123,
      createdAt: 1_700_000_000,
      updatedAt: 1_800_000_000,
    },
  ])
})

test('a title that is not on the list yet goes by its own number', () => {
  const added = { entryId: null, exists: false }
  const call = anilist.save(owner, [writeOf('anime:5', { status: 'planned' }, added)])

  expect(sent(call).variables).toEqual({ mediaId: 5, status: 'PLANNING' })
})

test('many saves are aliases of one document', () => {
  const added = { entryId: null, exists: false }
  const call = anilist.save(owner, [
    writeOf('anime:5', { progress: 4 }),
    writeOf('manga:6', { score: 50, status: 'completed' }, added),
  ])

  expect(sent(call).variables).toEqual({
    id0: 100,
    progress0: 4,
    mediaId1: 6,
    completedAt1: { year: null, month: null, day: null },
    status1: 'COMPLETED',
    scoreRaw1: 50,
  })
  expect(sent(call).query).toContain('e0: SaveMediaListEntry(id: $id0, progress: $progress0)')
})

test('answers to many saves come in the order asked', () => {
  const call = anilist.save(owner, [
    writeOf('anime:5', { progress: 4 }),
    writeOf('manga:6', { progress: 9 }),
  ])

  const answer = answerOf({ data: { e1: { ...saved, id: 101, progress: 9 }, e0: saved } })

  expect(
    call.parse(answer).map((entry) => [entry?.title, entry?.entryId, entry?.progress]),
  ).toEqual([
    ['anime:5', 100, 4],
    ['manga:6', 101, 9],
  ])
})

test('what a full batch does not ask for is as it was sent', () => {
  const { batchSize } = anilist.capabilities
  const writes = Array.from({ length: batchSize }, (_, index) =>
    writeOf(`anime:${index + 1}`, { private: true }, { full: { priority: 3 } }),
  )
  const { private: _private, priority: _priority, mediaId: _mediaId, ...lean } = saved
  const data = Object.fromEntries(writes.map((_, index) => [`e${index}`, lean]))

  const entries = anilist.save(owner, writes).parse(answerOf({ data }))

  expect(batchSize).toBe(24)
  expect(entries[23]).toMatchObject({
    title: 'anime:24',
    private: true,
    priority: 3,
    progress: 4,
    createdAt: 1_700_000_000,
  })
})

test.each([
  ['no entry', { data: { SaveMediaListEntry: null } }],
  ['an entry without an id', { data: { SaveMediaListEntry: { ...saved, id: null } } }],
  ['another field', { data: { Viewer: {} } }],
])('%s after a save is a bad answer', (_name, body) => {
  const call = anilist.save(owner, [writeOf('anime:5', { progress: 4 })])

  expect(failureFrom(() => call.parse(answerOf(body))).code).toBe('bad-answer')
})

test('one alias that fails fails the batch with its own code', () => {
  const call = anilist.save(owner, [
    writeOf('anime:5', { progress: 4 }),
    writeOf('anime:6', { progress: 5 }),
  ])
  const errors = [{ message: 'Not Found.', status: 404 }]

  expect(
    failureFrom(() => call.parse(answerOf({ errors, data: { e0: saved, e1: null } }))),
  ).toEqual({
    code: 'gone',
    detail: 'Not Found.',
  })
})

test('equal values are sent once, with the ids of the entries', () => {
  const writes = [
    writeOf('anime:5', { status: 'dropped' }, { entryId: 100 }),
    writeOf('manga:6', { status: 'dropped' }, { entryId: 101 }),
  ]
  const call = anilist.saveEqual!(owner, writes)
  const answers = [{ ...saved, id: 101, status: 'DROPPED' }, null]

  expect(sent(call).variables).toEqual({ ids: [100, 101], status: 'DROPPED' })
  expect(
    call
      .parse(answerOf({ data: { UpdateMediaListEntries: answers } }))
      .map((entry) => entry && [entry.title, entry.status]),
  ).toEqual([null, ['manga:6', 'dropped']])
})

test('equal values are for known entries only, and set no custom lists', () => {
  const saveEqual = anilist.saveEqual!
  const unknown = writeOf('anime:5', { status: 'dropped' }, { entryId: null })
  const custom = writeOf('anime:5', { customLists: ['Fall'] })

  expect(failureFrom(() => saveEqual(owner, [unknown])).code).toBe('invalid-input')
  expect(failureFrom(() => saveEqual(owner, [custom])).code).toBe('invalid-input')
})

test('an entry is removed by its own id', () => {
  const call = anilist.remove(owner, 'anime:5', 100)

  expect(sent(call).variables).toEqual({ id: 100 })
  expect(
    call.parse(answerOf({ data: { DeleteMediaListEntry: { deleted: true } } })),
  ).toBeUndefined()
})

test('a removal that removed nothing says that the entry is gone', () => {
  const call = anilist.remove(owner, 'anime:5', 100)
  const answer = answerOf({ data: { DeleteMediaListEntry: { deleted: false } } })

  expect(failureFrom(() => call.parse(answer)).code).toBe('gone')
})

test('an entry whose id is unknown is not removed', () => {
  expect(failureFrom(() => anilist.remove(owner, 'anime:5', null)).code).toBe('invalid-input')
})
