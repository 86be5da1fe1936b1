import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createContext } from '../../../../../src/main/backup/context'
import { parseBigJson } from '../../../../../src/main/backup/json-lists'
import { readBackup } from '../../../../../src/main/backup/read'
import { runs } from '../support/arbitrary'
import { bytesOf, failureOf, fileWarningCodes, fixture, readText } from '../support/fixtures'

const limits = { wholeJson: 0 }
const parse = (text: string, more = {}) =>
  parseBigJson(bytesOf(text), createContext({ limits: { ...limits, ...more } }))

const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.constantFrom(null, true, '"', '\\', '[{', ']'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }),
    fc.array(fc.dictionary(fc.string(), tie('value'), { minKeys: 1, maxKeys: 3 }), {
      minLength: 1,
      maxLength: 4,
    }),
  ),
})).value

/** A copy in which nothing is lazy. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, plain(held)]))
}

test('a document read element by element is the same as when it is parsed whole', () => {
  fc.assert(
    fc.property(json, fc.constantFrom(0, 1, 4), (value, space) => {
      const text = JSON.stringify({ list: [{ value }] }, null, space)

      const found = parse(text)

      expect(plain(found?.value)).toEqual(plain(JSON.parse(text)))
    }),
    { numRuns: runs },
  )
})

test('a list is an array to whoever reads it', () => {
  const { value } = parse('{"a":[ {"n":1}, {"n":2} , {"n":3}]}')!
  const list = (value as { a: { n: number }[] }).a

  expect(Array.isArray(list)).toBe(true)
  expect(list.length).toBe(3)
  expect(list.map(({ n }) => n)).toEqual([1, 2, 3])
  expect([...list.entries()].map(([at, { n }]) => [at, n])).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
  ])
  expect(list.some(({ n }) => n === 3)).toBe(true)
  expect(list.slice(1).flatMap(({ n }) => n)).toEqual([2, 3])
  expect(list[3]).toBeUndefined()
  expect(2 in list).toBe(true)
})

test('an element that is no JSON costs itself alone', () => {
  const { value } = parse('[{"n":1},{"n":},{"n":3}]')!

  expect(plain(value)).toEqual([{ n: 1 }, undefined, { n: 3 }])
})

test.each(['{"a":[{"n":1}', '{"a":[{"n":1}}]', '{"a":[{"n":1}]', '"text"', '[1,2,3]', '{"a":1,}'])(
  'what does not end, is no document or has no lists is left alone: %s',
  (text) => {
    expect(parse(text)).toBeNull()
  },
)

test('small documents and such that are no UTF-8 are left alone', () => {
  const context = createContext({})

  expect(parseBigJson(bytesOf('[{"n":1}]'), context)).toBeNull()
  expect(
    parseBigJson(
      Uint8Array.from([...bytesOf('[{"n":"'), 0xe9, ...bytesOf('"}]')]),
      createContext({ limits }),
    ),
  ).toBeNull()
})

test('the limits of depth and of values hold here too', () => {
  expect(failureOf(() => parse(`[${'{"a":['.repeat(40)}`)).reason).toBe('too-deep')
  expect(failureOf(() => parse(`[${'{},'.repeat(50)}{}]`, { values: 20 })).reason).toBe('too-big')
})

test.each([
  'gdpr.json',
  'automail-1.02.json',
  'anilist-api-two.json',
  'anime-planet-manga.json',
  'anisearch.json',
  'kitsu.json',
  'shikimori.json',
  'simkl.json',
  'shukofukurou.json',
  'notify-moe.json',
])('%s is read alike in both ways', (name) => {
  expect(readBackup(fixture(name), { limits })).toEqual(readBackup(fixture(name)))
})

const broken = { 'a number that is none': 'NaN', 'a raw line break': '"a\nb"' }
// Long enough for the list around it to be looked into.
const notes = 'n'.repeat(30_000)
const anilist = (mediaId: number) => ({ mediaId, status: 'CURRENT', score: 8, notes, media: {} })
const lists = (kind: string) => [
  {
    name: 'Watching',
    status: 'CURRENT',
    entries: [anilist(1), { ...anilist(2), kind }, anilist(3)],
  },
]
const anilistFiles = {
  'anilist-api': { data: { MediaListCollection: { lists: lists('HERE') } } },
  automail: {
    version: '1.02',
    type: 'ANIME',
    User: { name: 'a', mediaListOptions: { scoreFormat: 'POINT_10' } },
    MediaListCollection: { lists: lists('HERE') },
  },
}

test.each(Object.keys(anilistFiles))('%s: what was dropped as no JSON is said', (format) => {
  for (const bad of Object.values(broken)) {
    const whole = JSON.stringify(anilistFiles[format as keyof typeof anilistFiles])
    const file = readText(whole.replace('"HERE"', bad), { limits })

    expect(file.source.format).toBe(format)
    expect(file.rows.map(({ ids }) => ids.anilist)).toEqual([1, 3])
    expect(fileWarningCodes(file)).toContain('row-not-read')
  }
})

test('what is said of one broken element is said once, and in formats that skip it too', () => {
  for (const [name, field] of [
    ['kitsu.json', '"id"'],
    ['shikimori.json', '"target_title"'],
  ] as const) {
    const text = new TextDecoder().decode(fixture(name))
    const at = text.lastIndexOf(field)
    const clean = readText(text, { limits })
    const file = readText(`${text.slice(0, at)}"odd":NaN,${text.slice(at)}`, { limits })

    expect(file.source.format).toBe(clean.source.format)
    expect(fileWarningCodes(clean)).not.toContain('row-not-read')
    expect(fileWarningCodes(file).filter((code) => code === 'row-not-read')).toHaveLength(1)
  }
})

test('AniList: an entry that is null is said, in a small file too', () => {
  const entries = [anilist(1), null, anilist(3)]
  const file = readText(JSON.stringify({ lists: [{ name: 'Watching', entries }] }))

  expect(file.rows).toHaveLength(2)
  expect(file.warnings).toContainEqual({ code: 'row-not-read', count: 1 })
})
