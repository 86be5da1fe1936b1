import { expect, test } from 'vitest'
import { emptyFields, type EntryPatch } from '../../../../../src/shared/entry'
import { createAnilistV1 } from '../../../../../src/main/providers/anilist-v1/anilist-v1'
import type { ServiceCall } from '../../../../../src/main/providers/provider'
import { sample } from '../document-samples'
import { answerOf, clock, failureFrom, ownerWith, writeOf } from '../support'

const v1 = createAnilistV1({ clock })
const owner = ownerWith({
  customLists: { anime: ['', 'Fall Anime', 'Summer Anime', '', ''], manga: ['', ''] },
  advancedScores: { anime: ['Story', 'Visuals'], manga: ['Story', 'Visuals'] },
})
const everything: EntryPatch = {
  status: 'paused',
  score: 87,
  progress: 3,
  progressVolumes: 2,
  repeats: 4,
  notes: 'a & b = ふ',
  hidden: true,
  customLists: ['Summer Anime'],
  advancedScores: { Visuals: 90 },
}

function form(call: ServiceCall<unknown>): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(call.body))
}

test('an edit is a form with the title and the field that the user changed', () => {
  const call = v1.save(owner, [writeOf('anime:5', { progress: 4 })])

  expect(call).toMatchObject({
    name: 'PUT animelist',
    method: 'PUT',
    path: 'animelist',
    effect: 'write',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'id=5&episodes_watched=4',
  })
})

test('a new entry is posted and tells its status', () => {
  const write = writeOf('manga:5', { progress: 1 }, { exists: false, entryId: null })
  const call = v1.save(owner, [{ ...write, full: { ...emptyFields, status: 'current' } }])

  expect(call).toMatchObject({ method: 'POST', path: 'mangalist' })
  expect(form(call)).toEqual({ id: '5', list_status: 'reading', chapters_read: '1' })
})

test.each(['anime', 'manga'] as const)(
  'the payload of %s is that of the document, to the letter',
  (kind) => {
    const call = v1.save(owner, [writeOf(`${kind}:5`, everything)])
    // One of both scores is sent, the raw one.
    const documented = Object.keys(sample('anilist-v1/lists.json')[`${kind}list`] as object)

    expect(Object.keys(form(call))).toEqual(documented.filter((name) => name !== 'score'))
  },
)

test('every value is spelt as the document says', () => {
  expect(form(v1.save(owner, [writeOf('anime:5', everything)]))).toEqual({
    id: '5',
    list_status: 'on-hold',
    score_raw: '87',
    episodes_watched: '3',
    rewatched: '4',
    notes: 'a & b = ふ',
    advanced_rating_scores: '0,90',
    custom_lists: '0,0,1,0,0',
    hidden_default: '1',
  })
  expect(form(v1.save(owner, [writeOf('manga:5', everything)]))).toMatchObject({
    volumes_read: '2',
    chapters_read: '3',
    reread: '4',
    custom_lists: '0,0',
  })
})

test.each([
  ['anime', 'current', 'watching'],
  ['anime', 'planned', 'plan to watch'],
  ['manga', 'current', 'reading'],
  ['manga', 'planned', 'plan to read'],
  ['manga', 'completed', 'completed'],
  ['anime', 'dropped', 'dropped'],
] as const)('%s: %s is "%s"', (kind, status, word) => {
  expect(form(v1.save(owner, [writeOf(`${kind}:5`, { status })]))['list_status']).toBe(word)
  const document = JSON.stringify(sample('anilist-v1/lists.json')[`${kind}list`])
  expect(document).toContain(`\\"${word}\\"`)
})

test('cleared fields are sent as nothing: score 0, empty notes, no custom list', () => {
  const patch: EntryPatch = { score: null, notes: '', customLists: [], hidden: false }

  expect(form(v1.save(owner, [writeOf('anime:5', patch)]))).toEqual({
    id: '5',
    score_raw: '0',
    notes: '',
    custom_lists: '0,0,0,0,0',
    hidden_default: '0',
  })
})

test('where the account has no slots and no ratings, none are sent', () => {
  const bare = ownerWith({
    customLists: { anime: [], manga: [] },
    advancedScores: { anime: [], manga: [] },
  })
  const patch: EntryPatch = { customLists: ['x'], advancedScores: { y: 1 }, progress: 1 }

  expect(v1.save(bare, [writeOf('anime:5', patch)]).body).toBe('id=5&episodes_watched=1')
})

test.each(['repeating', 'not-interested'] as const)(
  '%s cannot be stored and is refused before a request is spent',
  (status) => {
    expect(failureFrom(() => v1.save(owner, [writeOf('anime:5', { status })]))).toMatchObject({
      code: 'invalid-input',
      reason: 'status-not-stored',
    })
    expect(v1.capabilities.statuses).not.toContain(status)
  },
)

test('what v1 only shows is never sent', () => {
  const patch: EntryPatch = {
    private: true,
    priority: 3,
    startedAt: 20200101,
    completedAt: 20200102,
  }

  expect(v1.save(owner, [writeOf('anime:5', patch)]).body).toBe('id=5')
  expect([...v1.capabilities.readable].sort()).toEqual(Object.keys(patch).sort())
})

test('the answer is the record as it is now', () => {
  const record = { record_id: 3, series_id: 5, list_status: 'completed', episodes_watched: 12 }
  const call = v1.save(owner, [writeOf('anime:5', { progress: 12 })])

  expect(call.parse(answerOf(record))[0]).toMatchObject({
    title: 'anime:5',
    entryId: 3,
    status: 'completed',
    progress: 12,
  })
})

test.each(['', '{}', '[]', 'true', '{"record_id":3}'])(
  'an answer that tells nothing is no failure: %s',
  (text) => {
    expect(v1.save(owner, [writeOf('anime:5', { progress: 1 })]).parse(answerOf(text))).toEqual([
      null,
    ])
  },
)

test('an entry is removed by the id of its title, and nothing is answered', () => {
  const call = v1.remove(owner, 'manga:5', null)

  expect(call).toMatchObject({ method: 'DELETE', path: 'mangalist/5' })
  expect(call.body).toBeUndefined()
  expect(call.parse(answerOf(''))).toBeUndefined()
})

test('a removal of what is not there says so', () => {
  const error = { error: { messages: ['Not found.'] } }

  expect(
    failureFrom(() => v1.remove(owner, 'manga:5', null).parse(answerOf(error, 404))).code,
  ).toBe('gone')
})
