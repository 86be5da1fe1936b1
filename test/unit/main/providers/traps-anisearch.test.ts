import { describe, expect, test } from 'vitest'
import { emptyFields, type EntryFields } from '../../../../src/shared/entry'
import { createAnilist } from '../../../../src/main/providers/anilist/anilist'
import { createAnisearch } from '../../../../src/main/providers/anisearch/anisearch'
import { createAnisearchOAuth } from '../../../../src/main/providers/anisearch/oauth'
import { readRatings } from '../../../../src/main/providers/anisearch/rating'
import {
  createTraits,
  documentedTraits,
  traitsAfter,
} from '../../../../src/main/providers/anisearch/traits'
import { sample } from './document-samples'
import { answerOf, clock, failureFrom, owner, writeOf } from './support'
import { failedWith } from './traps'

// The traps of aniSearch's Ratings API, by their numbers. Each of these tests fails when what it
// names is no longer taken care of.

const provider = createAnisearch({ clock })
const rated = { 'id-anisearch': 5, status: 'completed' }

function read(more: object, kind: 'anime' | 'manga' = 'anime') {
  return readRatings([{ ...rated, ...more }], kind)[0]!
}

/** The body of a PUT of an entry. */
function put(
  full: Partial<EntryFields>,
  title: 'anime:5' | 'manga:5' = 'anime:5',
  from = provider,
) {
  const call = from.save(owner, [writeOf(title, {}, { full: { ...emptyFields, ...full } })])
  return JSON.parse(call.body ?? '') as Record<string, unknown>
}

describe('F2', () => {
  test('1: each note on limits closes its section: ten a minute, a hundred in two for PUT', () => {
    const bucketOf = { put: provider.save(owner, [writeOf('anime:5', {})]).bucket }
    const reads = [
      provider.listPage(owner, 'anime', 1, null),
      provider.oneEntry!(owner, 'anime:5'),
      provider.remove(owner, 'anime:5', null),
    ]

    expect(provider.buckets[bucketOf.put]?.windows).toEqual([{ max: 100, ms: 120_000 }])
    for (const { bucket } of reads) {
      expect(bucket).not.toBe(bucketOf.put)
      expect(provider.buckets[bucket]?.windows).toEqual([{ max: 10, ms: 60_000 }])
    }
    expect(provider.viewer().bucket).toBe('profile')
  })

  test('2: what a PUT leaves out may be reset, so it is complete', () => {
    const full = { ...emptyFields, score: 87, progress: 4 }
    const keysOf = (patch: Partial<EntryFields>) => {
      const call = provider.save(owner, [writeOf('anime:5', patch, { full })])
      return Object.keys(JSON.parse(call.body ?? '') as object).sort()
    }

    const all = [
      ...['status', 'is_visible', 'public_rating', 'public_fraction', 'personal_rating', 'notes'],
      ...['priority', 'touch', 'episodes_watched', 'is_rewatching', 'times_rewatched'],
      'rewatch_desire',
    ].sort()
    for (const patch of [{ notes: 'x' }, { score: 70 }, {}] as const)
      expect(keysOf(patch)).toEqual(all)
  })

  test('3: the default would publish what is private, so visibility is always sent', () => {
    expect(put({ private: true })['is_visible']).toBe(false)
    expect(put({})['is_visible']).toBe(true)
    expect(read({ is_visible: false }).entry.private).toBe(true)
    expect(read({}).entry.private).toBe(false)
  })

  test('4: the example of manga counts episodes; chapters are read from either, written as such', () => {
    const manga = sample('anisearch/ratings.json')['manga']

    expect(readRatings(manga, 'manga')[0]?.entry.progress).toBe(24)
    expect(read({ chapters_read: 7, episodes_watched: 24 }, 'manga').entry.progress).toBe(7)
    const body = put({ progress: 7, progressVolumes: 2 }, 'manga:5')
    expect(body).toMatchObject({ chapters_read: 7, volumes_read: 2 })
    expect(body).not.toHaveProperty('episodes_watched')
    expect(put({ progress: 7 }, 'manga:5')).not.toHaveProperty('volumes_read')
  })

  test('5: is_reread or is_rereading: both are read, the one that sticks is written', () => {
    expect(read({ is_reread: true }, 'manga').entry.status).toBe('repeating')
    expect(read({ is_rereading: true }, 'manga').entry.status).toBe('repeating')
    expect(put({ status: 'repeating' }, 'manga:5')).toMatchObject({ is_rereading: true })
    const learned = traitsAfter(documentedTraits, { wrote: true, read: false })
    const other = createAnisearch({ clock, traits: createTraits(learned) })
    expect(put({ status: 'repeating' }, 'manga:5', other)).toMatchObject({ is_reread: true })
  })

  test('6: ongoing, bookmark and not_interested; the last exists nowhere else', () => {
    const statuses = ['ongoing', 'bookmark', 'not_interested'].map(
      (status) => read({ status }).entry.status,
    )

    expect(statuses).toEqual(['current', 'planned', 'not-interested'])
    expect(put({ status: 'planned' })['status']).toBe('bookmark')
    const anilist = createAnilist({ clock })
    expect(anilist.capabilities.statuses).not.toContain('not-interested')
    expect(
      failureFrom(() => anilist.save(owner, [writeOf('anime:5', { status: 'not-interested' })])),
    ).toMatchObject({ code: 'invalid-input', reason: 'status-not-stored' })
  })

  test('7: repeating is a flag beside any status, written beside "completed"', () => {
    for (const status of ['completed', 'ongoing']) {
      expect(read({ status, is_rewatching: true }).entry.status).toBe('repeating')
    }
    expect(put({ status: 'repeating' })).toMatchObject({ status: 'completed', is_rewatching: true })
    expect(put({ status: 'current' })).toMatchObject({ status: 'ongoing', is_rewatching: false })
  })

  test('8: one rating is an array too; none is an empty one or a 404', () => {
    const call = provider.oneEntry!(owner, 'anime:5')

    expect(call.parse(answerOf([rated]))?.entry.title).toBe('anime:5')
    expect(call.parse(answerOf([]))).toBeNull()
    expect(call.failureOf?.(answerOf({}, 404))).toBeNull()
    expect(call.parse(answerOf({}, 404))).toBeNull()
  })

  test('9: keys have hyphens', () => {
    expect(read({ 'id-myanimelist': 5114 })).toMatchObject({
      malId: 5114,
      entry: { title: 'anime:5' },
    })
    expect(
      failureFrom(() => readRatings([{ id_anisearch: 5, status: 'completed' }], 'anime')).code,
    ).toBe('bad-answer')
  })

  test('10: only PUT takes MyAnimeList ids; a removal never does', () => {
    const made = provider.saveByMalId!('anime', 5114, emptyFields)

    expect(made).toMatchObject({ method: 'PUT', path: 'my/anime/5114/ratings' })
    expect(JSON.parse(made.body ?? '')).toMatchObject({ use_myanimelist_id: true })
    expect(put({})).not.toHaveProperty('use_myanimelist_id')
    const removal = provider.remove(owner, 'anime:5', null)
    expect(removal.path).toBe('my/anime/5/ratings')
    expect(removal).not.toHaveProperty('body')
  })

  test('11: ids match many to many, so the map of single ones is asked for', () => {
    expect(provider.database.byMalId('anime').path).toContain('source=myanimelist_unique')
  })

  test('12: a score is two numbers; 10 with a fraction is 100, 0 with 0 is none', () => {
    const scoreOf = (rating: number, fraction: number) =>
      read({ public_rating: rating, public_fraction: fraction }).entry.score

    expect([scoreOf(8, 7), scoreOf(10, 5), scoreOf(0, 0), scoreOf(0, 4)]).toEqual([
      87,
      100,
      null,
      4,
    ])
    expect(put({ score: 87 })).toMatchObject({ public_rating: 8, public_fraction: 7 })
    expect(put({ score: 100 })).toMatchObject({ public_rating: 10, public_fraction: 0 })
    expect(put({ score: null })).toMatchObject({ public_rating: 0, public_fraction: 0 })
  })

  test('13: of two scores the personal one stays as it is', () => {
    expect(read({ public_rating: 9, personal_rating: 85 }).entry).toMatchObject({
      score: 90,
      personalScore: 85,
    })
    expect(put({ score: 40, personalScore: 85 })).toMatchObject({
      public_rating: 4,
      personal_rating: 85,
    })
  })

  test('14: dates are full days; partial and cleared ones are not sent', () => {
    const body = put({ startedAt: 20230102, completedAt: 20230200 })

    expect(body).toMatchObject({ start_date: '2023-01-02' })
    expect(body).not.toHaveProperty('end_date')
    expect(put({ startedAt: null })).not.toHaveProperty('start_date')
    expect(provider.capabilities.partialDates).toBe(false)
  })

  test('15: without "touch" an edit leaves the time of change; a silent correction shall', () => {
    const write = writeOf('anime:5', { notes: 'x' })
    const touchOf = (call: { readonly body?: string }) =>
      (JSON.parse(call.body ?? '') as { touch: boolean }).touch

    expect(touchOf(provider.save(owner, [write]))).toBe(true)
    expect(touchOf(provider.save(owner, [{ ...write, silent: true }]))).toBe(false)
  })

  test('16: answers have no times, so there is no order of changes to ask for', () => {
    expect(read({ updated_at: 5, created_at: 5 }).entry).toMatchObject({
      createdAt: null,
      updatedAt: null,
    })
    expect(provider.recentPage).toBeNull()
  })

  test('17: errors have no printed bodies; the status tells what to do', () => {
    const codes = [401, 403, 404, 422, 400, 423, 429, 503].map(
      (status) => provider.failureOf(answerOf({}, status))?.code,
    )

    expect(codes).toEqual([
      ...['signed-out', 'blocked', 'gone', 'refused', 'refused', 'blocked', 'rate-limited'],
      'bad-answer',
    ])
    expect(provider.failureOf(answerOf({ message: 'words' }, 422))?.detail).toBe('words')
  })

  test('18: 403 is the User-Agent or a missing scope; what was granted decides', () => {
    const forbidden = answerOf({}, 403)
    const call = provider.listPage(owner, 'manga', 1, null)
    const grant = (granted: readonly string[]) => ({ needed: call.scope ?? '', granted })

    expect(call.scope).toBe('ratings.manga')
    expect(provider.failureOf(forbidden, grant(['ratings.anime']))?.code).toBe('scope')
    expect(provider.failureOf(forbidden, grant(['ratings.manga']))).toMatchObject({
      code: 'blocked',
      reason: 'user-agent',
    })
  })

  test.each([
    [['ratings.anime'], 'scope'],
    [['ratings.anime', 'ratings.manga'], 'blocked'],
    [[], 'blocked'],
  ] as const)('with %j granted, the 403 of a request to manga is %s', async (granted, code) => {
    const call = provider.listPage(owner, 'manga', 1, null)

    expect(await failedWith(provider, call, answerOf({}, 403), granted)).toMatchObject({
      failure: { code },
    })
  })

  test('19: priority goes to 3 here and to 255 there; desire exists here only', () => {
    const anilist = createAnilist({ clock })

    expect([provider.capabilities.priorityMax, anilist.capabilities.priorityMax]).toEqual([3, 255])
    expect(provider.capabilities.writable).toContain('repeatDesire')
    expect(anilist.capabilities.writable).not.toContain('repeatDesire')
    expect(anilist.capabilities.writable).not.toContain('personalScore')
  })

  test('20: the table lost its columns; the names of fields are those of the document', () => {
    const names = Object.keys(sample('anisearch/body.json')).flatMap((name) => name.split(/\s+/))
    const sent = [
      ...Object.keys(put({ startedAt: 20230102, completedAt: 20230203 })),
      ...Object.keys(put({ progressVolumes: 1 }, 'manga:5')),
    ]

    expect(names).toEqual(expect.arrayContaining(sent))
  })

  test('21: a new rating and a changed one answer alike, so what became of it is not known', () => {
    const call = provider.save(owner, [writeOf('anime:5', { progress: 1 })])

    expect(call.parse(answerOf({ success: true }))).toEqual([null])
    expect(failureFrom(() => call.parse(answerOf({ success: false }))).code).toBe('refused')
  })

  test('22: the API has one host, signing in six; a sign-in stays with its site', () => {
    const oauth = createAnisearchOAuth({ clock })
    const api = new URL(provider.defaultBaseUrl)

    expect(api.hostname).toBe('api.anisearch.com')
    expect(oauth.sites).toHaveLength(6)
    expect(oauth.addressOf(api, 'www.anisearch.de').href).toBe('https://www.anisearch.de/oauth/')
    expect(oauth.addressOf(api, 'www.anisearch.jp').hostname).toBe('www.anisearch.jp')
  })
})
