import { describe, expect, test } from 'vitest'
import { emptyFields } from '../../../../../src/shared/entry'
import { createAnisearch } from '../../../../../src/main/providers/anisearch/anisearch'
import { sample } from '../document-samples'
import { answerOf, clock, failureFrom, owner, webPage, writeOf } from '../support'

const provider = createAnisearch({ clock })

describe('the map of MyAnimeList ids', () => {
  const call = provider.database.byMalId('manga')

  test('is asked for by kind, of nobody, and counts against a limit of a day', () => {
    expect(call).toMatchObject({
      path: 'manga/associated?source=myanimelist_unique',
      bucket: 'database-manga',
      anonymous: true,
      effect: 'read',
    })
  })

  test('is a number by a number; what is neither is left out', () => {
    const body = {
      20: { id: 5 },
      21: { id: '6' },
      22: { id: null },
      23: 7,
      x: { id: 8 },
      '-1': { id: 9 },
    }

    expect([...call.parse(answerOf(body))]).toEqual([
      [20, 5],
      [21, 6],
    ])
    expect(call.parse(answerOf([])).size).toBe(0)
  })

  test.each([webPage, 'null', '5', '[1]'])('is a failure when it is %s', (text) => {
    expect(failureFrom(() => call.parse(answerOf(text))).code).toBe('bad-answer')
  })
})

test('names come as a list, as an object of lists, or as one, each once', () => {
  const call = provider.database.titles()
  const body = {
    1: ['A', 'B', 'A'],
    2: { title: 'C', synonyms: ['D', 5, ' '] },
    3: 'E',
    4: [],
    5: null,
  }

  expect(call).toMatchObject({ path: 'anime/titles', bucket: 'database-titles', anonymous: true })
  expect([...call.parse(answerOf(body))]).toEqual([
    [1, ['A', 'B']],
    [2, ['C', 'D']],
    [3, ['E']],
  ])
})

describe('one rating', () => {
  const call = provider.oneEntry!(owner, 'anime:5048')

  test('comes in an array of one', () => {
    const [rating] = sample('anisearch/ratings.json')['anime'] as object[]

    expect(call.parse(answerOf([rating]))).toMatchObject({
      entry: { title: 'anime:5048', status: 'completed', score: 90 },
      malId: 5114,
    })
    expect(call).toMatchObject({ path: 'my/anime/5048/ratings', scope: 'ratings.anime' })
  })

  test('is none when the array is empty or the service says 404', () => {
    expect(call.failureOf?.(answerOf({}, 404))).toBeNull()
    expect(call.parse(answerOf([]))).toBeNull()
    expect(call.parse(answerOf({ error: 'Not found.' }, 404))).toBeNull()
    expect(call.parse(answerOf('', 404))).toBeNull()
  })

  test('a web page with a 404 is no answer about a rating', () => {
    expect(failureFrom(() => call.parse(answerOf(webPage, 404))).code).toBe('bad-answer')
  })
})

test('only a PUT names a title by its MyAnimeList id, and then completely', () => {
  const call = provider.saveByMalId!('manga', 13, {
    ...emptyFields,
    status: 'current',
    progress: 4,
  })

  expect(call).toMatchObject({ method: 'PUT', path: 'my/manga/13/ratings', bucket: 'put' })
  expect(JSON.parse(call.body ?? '')).toMatchObject({
    use_myanimelist_id: true,
    status: 'ongoing',
    chapters_read: 4,
    is_visible: true,
    public_rating: 0,
    touch: true,
  })
  expect(call.parse(answerOf({ success: true }))).toEqual([null])
})

test('a correction that the user did not make leaves the time of change alone', () => {
  const body = (silent?: true) => {
    const write = writeOf('anime:5', { notes: 'x' }, silent ? { silent } : {})
    return JSON.parse(provider.save(owner, [write]).body ?? '') as Record<string, unknown>
  }

  expect(body()['touch']).toBe(true)
  expect(body(true)['touch']).toBe(false)
})
