import { describe, expect, test } from 'vitest'
import { besideRepository, patternOf, sample, unwrapped } from './document-samples'

const v1 = besideRepository('shared/seeds/anilist-api-v1.txt')
const ratings = besideRepository('shared/seeds/anisearch-ratings-api.txt')

// A machine without the documents cannot compare with them; the samples are used all the same.
describe.skipIf(v1 === null)('samples of AniList API v1, in the document to the letter', () => {
  const document = unwrapped(v1 ?? '')
  const files = ['authentication', 'user', 'lists', 'series-parts', 'people', 'reviews', 'forum']
  const samples = files.flatMap((file) =>
    Object.entries(sample(`anilist-v1/${file}.json`)).map(([name, value]) => ({
      name,
      value,
      file,
    })),
  )

  test.each(samples)('$file: $name', ({ value }) => {
    expect(patternOf(withoutModels(value)).test(document)).toBe(true)
  })

  test.each(Object.entries(sample('anilist-v1/series.json')))('series: %s is %j', (key, value) => {
    const line = document.split('\n').find((row) => row.startsWith(`${key}\t`)) ?? ''

    expect(line.toLowerCase()).toContain(exampleOf(value).toLowerCase())
  })
})

describe.skipIf(ratings === null)(
  'samples of the Ratings API, in the document to the letter',
  () => {
    test.each(Object.entries(sample('anisearch/ratings.json')))('%s', (_name, value) => {
      expect(patternOf(value).test(ratings ?? '')).toBe(true)
    })

    test('the fields of the body, all of them', () => {
      const optional = 'Optional Fields (all below can be omitted;'
      const table = (ratings ?? '').replace(new RegExp(`${optional.replace('(', '\\(')}.*\\n`), '')

      expect(patternOf(sample('anisearch/body.json')).test(table)).toBe(true)
    })
  },
)

test('a sample that says something else than its document is found out', () => {
  const document = '{\n  id: 1,\n  name: "Josh"\n  tags: []\n}'

  expect(document).toMatch(patternOf({ id: 1, name: 'Josh', tags: [] }))
  expect(document).not.toMatch(patternOf({ id: 2, name: 'Josh' }))
  expect(document).not.toMatch(patternOf({ id: 1, tags: [] }))
  expect(document).not.toMatch(patternOf({ name: 'Josh', id: 1 }))
})

/** The review names two models instead of printing them. */
function withoutModels(value: unknown): unknown {
  const review = value as Record<string, unknown>
  if (!('user_rating' in review)) return value
  return { ...review, anime: '(anime small model)', user: '(user small model)' }
}

function exampleOf(value: unknown): string {
  return Array.isArray(value) ? JSON.stringify(value) : String(value)
}
