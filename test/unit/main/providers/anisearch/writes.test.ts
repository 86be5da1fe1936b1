import { describe, expect, test } from 'vitest'
import type { EntryFields } from '../../../../../src/shared/entry'
import { createAnisearch } from '../../../../../src/main/providers/anisearch/anisearch'
import { createTraits } from '../../../../../src/main/providers/anisearch/traits'
import { emptyFields } from '../../../../../src/shared/entry'
import type { Status } from '../../../../../src/shared/status'
import type { ServiceCall } from '../../../../../src/main/providers/provider'
import { sample } from '../document-samples'
import { answerOf, clock, failureFrom, owner, writeOf } from '../support'

const anisearch = createAnisearch({ clock })
const full: EntryFields = {
  ...emptyFields,
  status: 'completed',
  score: 87,
  progress: 24,
  progressVolumes: 5,
  repeats: 1,
  startedAt: 20230101,
  completedAt: 20230201,
  notes: 'One of my favorites!',
  priority: 2,
  personalScore: 85,
  repeatDesire: 3,
}

function body(call: ServiceCall<unknown>): Record<string, unknown> {
  return JSON.parse(call.body ?? '') as Record<string, unknown>
}

/** The names of a table row: `episodes_watched (anime)`, `is_rewatching is_rereading`. */
function documentedFields(other: 'anime' | 'manga', pairs: number): readonly string[] {
  return Object.keys(sample('anisearch/body.json'))
    .filter((row) => !row.includes(`(${other})`))
    .map((row) => row.replace(/ \(.*/, '').split(' '))
    .map((names) => names[Math.min(pairs, names.length - 1)] ?? '')
    .filter((name) => name !== 'use_myanimelist_id')
}

test('a write is the complete entry, also where one field changed', () => {
  const call = anisearch.save(owner, [writeOf('anime:5048', { progress: 25 }, { full })])

  expect(call).toMatchObject({
    name: 'PUT my/{mediaType}/{id}/ratings',
    bucket: 'put',
    scope: 'ratings.anime',
    method: 'PUT',
    path: 'my/anime/5048/ratings',
    effect: 'write',
    headers: { 'content-type': 'application/json' },
  })
  expect(body(call)).toEqual({
    status: 'completed',
    is_visible: true,
    public_rating: 8,
    public_fraction: 7,
    personal_rating: 85,
    start_date: '2023-01-01',
    end_date: '2023-02-01',
    notes: 'One of my favorites!',
    priority: 2,
    touch: true,
    episodes_watched: 25,
    is_rewatching: false,
    times_rewatched: 1,
    rewatch_desire: 3,
  })
})

test.each([
  ['anime', 'manga', 0],
  ['manga', 'anime', 1],
] as const)('the body of %s has every field of the document, and no other', (kind, other, pair) => {
  const call = anisearch.save(owner, [writeOf(`${kind}:5`, {}, { full })])

  expect(Object.keys(body(call)).sort()).toEqual([...documentedFields(other, pair)].sort())
})

test('manga are never written as episodes', () => {
  const sent = body(anisearch.save(owner, [writeOf('manga:724', { progress: 30 }, { full })]))

  expect(sent).toMatchObject({
    chapters_read: 30,
    volumes_read: 5,
    is_rereading: false,
    times_reread: 1,
    reread_desire: 3,
  })
  expect(sent).not.toHaveProperty('episodes_watched')
})

test('volumes that nobody knows are not overwritten by 0', () => {
  const unknown = { ...full, progressVolumes: 0 }
  const silent = anisearch.save(owner, [writeOf('manga:724', { progress: 30 }, { full: unknown })])
  const typed = anisearch.save(owner, [
    writeOf('manga:724', { progressVolumes: 0 }, { full: unknown }),
  ])

  expect(body(silent)).not.toHaveProperty('volumes_read')
  expect(body(typed)['volumes_read']).toBe(0)
})

test('an entry that is private stays private', () => {
  const secret = { ...full, private: true }

  expect(
    body(anisearch.save(owner, [writeOf('anime:5', { progress: 1 }, { full: secret })])),
  ).toMatchObject({
    is_visible: false,
  })
})

test.each([
  [null, 0, 0],
  [87, 8, 7],
  [100, 10, 0],
  [4, 0, 4],
])('a score of %j is %j and %j tenths', (score, rating, fraction) => {
  const sent = body(anisearch.save(owner, [writeOf('anime:5', { score }, { full })]))

  expect([sent['public_rating'], sent['public_fraction']]).toEqual([rating, fraction])
})

test('dates are sent when they are full, never in part and never as nothing', () => {
  const dates = { startedAt: 20230100, completedAt: null }
  const sent = body(anisearch.save(owner, [writeOf('anime:5', dates, { full })]))

  expect(sent).not.toHaveProperty('start_date')
  expect(sent).not.toHaveProperty('end_date')
})

test.each([
  ['current', 'ongoing'],
  ['planned', 'bookmark'],
  ['completed', 'completed'],
  ['paused', 'on_hold'],
  ['dropped', 'dropped'],
  ['not-interested', 'not_interested'],
] as const)('%s is "%s", one of the words of the document', (status, word) => {
  expect(body(anisearch.save(owner, [writeOf('anime:5', { status }, { full })]))['status']).toBe(
    word,
  )
  expect(sample('anisearch/body.json')['status']).toContain(word)
})

test('repeating is completed with a flag', () => {
  const anime = body(anisearch.save(owner, [writeOf('anime:5', { status: 'repeating' }, { full })]))
  const manga = body(anisearch.save(owner, [writeOf('manga:5', { status: 'repeating' }, { full })]))

  expect(anime).toMatchObject({ status: 'completed', is_rewatching: true })
  expect(manga).toMatchObject({ status: 'completed', is_rereading: true })
})

describe('whether a manga is read again', () => {
  function learner() {
    const traits = createTraits()
    const learning = createAnisearch({ clock, traits })
    const send = () =>
      body(learning.save(owner, [writeOf('manga:5', { status: 'repeating' }, { full })]))
    const wrote: EntryFields = { ...full, status: 'repeating' }
    const heard = (status: Status) => traits.proof.heard(wrote, { ...full, status })
    const wants = () => traits.proof.wants('manga:5', wrote)
    return { send, heard, wants, proof: traits.proof }
  }

  test('is written again under the other key when the first does not stick', () => {
    const { send, heard } = learner()
    expect(send()).toHaveProperty('is_rereading', true)

    expect(heard('completed')).toEqual({ status: 'repeating' })

    expect(send()).toHaveProperty('is_reread', true)
    expect(send()).not.toHaveProperty('is_rereading')
  })

  test('is known once a key has stuck', () => {
    const { send, heard, wants } = learner()

    expect(wants()).toBe(true)
    expect(heard('repeating')).toBeNull()
    expect(wants()).toBe(false)
    expect(send()).toHaveProperty('is_rereading', true)
  })

  test('is believed to the document when neither key sticks', () => {
    const { send, heard, wants } = learner()

    heard('completed')
    expect(wants()).toBe(true)
    expect(heard('completed')).toBeNull()
    expect(wants()).toBe(false)
    expect(send()).toHaveProperty('is_rereading', true)
  })

  test('is asked of rereads only', () => {
    const { proof } = learner()

    expect(proof.wants('anime:5', { ...full, status: 'repeating' })).toBe(false)
    expect(proof.wants('manga:5', { ...full, status: 'completed' })).toBe(false)
  })
})

test('a success tells nothing about the entry', () => {
  const call = anisearch.save(owner, [writeOf('anime:5', { progress: 1 })])

  expect(call.parse(answerOf(sample('anisearch/ratings.json')['success']))).toEqual([null])
})

test.each([
  [{ success: false }, 'refused'],
  [{}, 'bad-answer'],
  ['', 'bad-answer'],
])('an answer to a write without success is a failure: %j is %s', (answer, code) => {
  const call = anisearch.save(owner, [writeOf('anime:5', { progress: 1 })])

  expect(failureFrom(() => call.parse(answerOf(answer))).code).toBe(code)
})

test('a rating is removed by the id of aniSearch, within the limit of reads', () => {
  const call = anisearch.remove(owner, 'manga:724', null)

  expect(call).toMatchObject({
    bucket: 'reads',
    scope: 'ratings.manga',
    method: 'DELETE',
    path: 'my/manga/724/ratings',
  })
  expect(call.parse(answerOf({ success: true }))).toBeUndefined()
})
