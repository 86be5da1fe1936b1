import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldNames, kindOfField, queryFields } from '../../../../src/shared/query/fields'
import { readQuery } from '../../../../src/shared/query/query'
import {
  flagNames,
  type QueryLanguage,
  queryLanguages,
  type Vocabulary,
} from '../../../../src/shared/query/vocabulary'

test('words are looked for, quoted and negated ones as they stand', () => {
  const { terms, conditions, asked } = readQuery('Mushi "Zoku  Shou" -Réal')

  expect(terms).toEqual(['mushi'])
  expect(conditions).toEqual([
    { field: 'title', negated: false, wanted: { type: 'text', texts: ['zoku  shou'] } },
    { field: 'title', negated: true, wanted: { type: 'text', texts: ['real'] } },
  ])
  expect(asked).toBe('"Zoku  Shou" -Réal')
})

test('nothing typed asks for nothing', () => {
  expect(readQuery('  ')).toEqual({ terms: [], conditions: [], asked: '', problems: [] })
})

test('both languages are read at once, with and without umlauts', () => {
  const english = readQuery('status:planned format:movie year:2015..2019').conditions

  expect(readQuery('Status:geplant format:film jahr:2015-2019').conditions).toEqual(english)
  expect(readQuery('länge<90').conditions).toEqual(readQuery('laenge<90').conditions)
  expect(readQuery('geandert<30t').conditions).toEqual(readQuery('updated<30d').conditions)
})

test.each([
  ['scor>80', 'unknown-field', 'scor', 'score'],
  ['status:planed', 'unknown-value', 'planed', 'planned'],
  ['status:xyzzy', 'unknown-value', 'xyzzy', null],
  ['status:planned,droped', 'unknown-value', 'droped', 'dropped'],
  ['airing:laeufft', 'unknown-value', 'laeufft', 'läuft'],
  ['private:jo', 'unknown-value', 'jo', null],
  ['status:', 'value-missing', '', null],
  ['list:""', 'value-missing', '""', null],
  ['score>good', 'not-a-number', 'good', null],
  ['year>2015..2019', 'not-a-number', '2015..2019', null],
  ['updated<soon', 'not-a-time', 'soon', null],
  ['started:2024-13', 'not-a-time', '2024-13', null],
  ['tag>ecchi', 'no-comparison', 'ecchi', null],
  ['notes:"rain', 'open-quote', '"rain', '"rain"'],
])('%s is told as %s', (text, reason, part, suggestion) => {
  const [problem] = readQuery(text).problems

  expect(problem).toMatchObject({ reason, text: part, suggestion })
  expect(text.slice(problem!.from, problem!.to)).toBe(part)
})

test('what cannot be a field is searched for and not complained about', () => {
  for (const text of ['Re:Zero', 'x>y', 'Durarara!!x2:Shou', '3>2']) {
    expect(readQuery(text)).toMatchObject({ terms: [text.toLowerCase()], problems: [] })
  }
})

test('the good half of a query counts while the other is being typed', () => {
  expect(readQuery('score>80 status:').conditions).toHaveLength(1)
})

test('a value may be cut short as long as it can only mean one', () => {
  expect(readQuery('status:pla').conditions).toEqual(readQuery('status:planned').conditions)
  expect(readQuery('format:mo').conditions).toEqual(readQuery('format:movie').conditions)
  expect(readQuery('format:man').problems).toHaveLength(1)
})

/** Every way to ask every field for each of its values, with what it means. */
function everything(language: QueryLanguage) {
  return fieldNames.flatMap((field) => {
    const kind = kindOfField(field)
    const vocabulary: Vocabulary | null =
      kind.type === 'choice' ? kind.vocabulary : kind.type === 'flag' ? flagNames : null
    const values = Object.entries(vocabulary ?? {}).flatMap(([value, names]) =>
      names[language].map((word) => ({ value, word })),
    )
    return queryFields[field].names[language].map((name) => ({ field, name, values, kind }))
  })
}

test.each(queryLanguages)('every name of every field and value is understood (%s)', (language) => {
  for (const { field, name, values, kind } of everything(language)) {
    expect(readQuery(`${name}:`).problems).toMatchObject([{ reason: 'value-missing', field: name }])
    for (const { value, word } of values) {
      const { conditions, problems } = readQuery(`${name.toUpperCase()}:${word}`)
      expect(problems).toEqual([])
      expect(conditions[0]).toMatchObject({ field })
      if (kind.type === 'choice') expect(conditions[0]?.wanted).toMatchObject({ values: [value] })
    }
  }
})

test('whatever is typed is read, and every problem knows its place', () => {
  const piece = fc.oneof(
    fc.constantFrom('status', 'score', 'updated', 'list', 'tag', 'tg', ':', '>', '<=', '..'),
    fc.constantFrom('"', ',', '-', ' ', 'planned', '30d', '2024', 'none', '99999999999999'),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('')
      for (const problem of readQuery(text).problems) {
        expect(text.slice(problem.from, problem.to)).toBe(problem.text)
      }
    }),
  )
})

test('what is suggested for a value mends it', () => {
  const typo = fc.constantFrom('planed', 'complted', 'droped', 'pausd', 'geplannt', 'abgebrochn')
  fc.assert(
    fc.property(typo, (value) => {
      const text = `mushi status:${value} score>8`
      const [problem] = readQuery(text).problems
      const mended = text.slice(0, problem!.from) + problem!.suggestion + text.slice(problem!.to)
      expect(readQuery(mended).problems).toEqual([])
    }),
  )
})
