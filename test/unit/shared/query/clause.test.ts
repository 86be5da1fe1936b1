import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clausesOf, quoteValue, valuesOf } from '../../../../src/shared/query/clause'
import { fieldOf } from '../../../../src/shared/query/fields'

const cut = (text: string) => clausesOf(text, (name) => fieldOf(name) !== null)

test('cuts at spaces, outside of quotes', () => {
  expect(cut('  one  "two three" list:"With Mia",Best ').map(({ value }) => value.text)).toEqual([
    'one',
    '"two three"',
    '"With Mia",Best',
  ])
})

test('tells field, operator and value, and where they stand', () => {
  const [clause] = cut('-score>=80')

  expect(clause).toMatchObject({
    negated: true,
    field: { text: 'score', from: 1, to: 6 },
    operator: '>=',
    value: { text: '80', from: 8, to: 10 },
  })
})

test.each([
  ['score>8', '>'],
  ['score:>8', '>'],
  ['score≥8', '>='],
  ['score:<=8', '<='],
  ['score=8', '='],
  ['wertung:8', ':'],
])('%s asks with %s', (text, operator) => {
  expect(cut(text)[0]?.operator).toBe(operator)
})

test.each(['Re:Zero', 'Fate/stay', '86', 'K-On!', '12:30', '"status:planned"'])(
  '%s is plain text',
  (text) => {
    expect(cut(text)).toMatchObject([{ field: null, value: { text } }])
  },
)

test('a dash alone, or before another, takes nothing away', () => {
  expect(cut('- --x').map(({ negated }) => negated)).toEqual([false, false])
})

test('several values stand behind commas', () => {
  const [clause] = cut('list:"With Mia, again",Best,')

  expect(valuesOf(clause!).map(({ text, quoted }) => [text, quoted])).toEqual([
    ['With Mia, again', true],
    ['Best', false],
  ])
})

test('a quote that was never closed takes all that follows, and is told', () => {
  expect(cut('notes:"rain and snow')).toMatchObject([
    { open: true, value: { text: '"rain and snow' } },
  ])
})

test('whatever is typed is cut without loss, in order and without overlaps', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const clauses = cut(text)
      const outside = clauses.reduce(
        (rest, { from, to }) => rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to),
        text,
      )
      expect(outside.trim()).toBe('')
      let end = 0
      for (const { from, to, value } of clauses) {
        expect(from).toBeGreaterThanOrEqual(end)
        expect(to).toBeGreaterThan(from)
        expect(text.slice(value.from, value.to)).toBe(value.text)
        end = to
      }
    }),
  )
})

test('a value that was quoted is read as it was', () => {
  const written = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .map((text) => text.replaceAll('"', ''))
  fc.assert(
    fc.property(
      written.filter((text) => text.length > 0),
      (text) => {
        const [clause] = cut(`list:${quoteValue(text)}`)
        expect(valuesOf(clause!).map((value) => value.text)).toEqual([text])
      },
    ),
  )
})
