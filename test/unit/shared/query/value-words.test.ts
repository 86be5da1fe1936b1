import { describe, expect, test } from 'vitest'
import { kindOfField, type FieldName } from '../../../../src/shared/query/fields'
import { valueWords } from '../../../../src/shared/query/value-words'
import {
  lookUp,
  namesOf,
  spellings,
  statusNames,
  type QueryLanguage,
} from '../../../../src/shared/query/vocabulary'

const lists = ['Best of 2019', 'With Mia', 'None', 'Übrig', '"Quoted"']
const words = (field: FieldName, typed: string, language: QueryLanguage = 'en') =>
  valueWords(field, typed, { language, names: () => lists })
const labels = (...asked: Parameters<typeof words>) => words(...asked).map(({ label }) => label)

describe('the values of a status', () => {
  test('are all offered before anything is typed, in the language of the user', () => {
    expect(labels('status', '')).toEqual(Object.values(statusNames).map(({ en }) => en[0]))
    expect(labels('status', '', 'de')).toEqual(Object.values(statusNames).map(({ de }) => de[0]))
  })

  test('are those that begin so', () => {
    expect(labels('status', 'pl')).toEqual(['planned'])
    expect(labels('status', 'wat')).toEqual(['watching'])
    expect(labels('status', 'ge', 'de')).toEqual(['geplant'])
  })

  test('are found by the other language too, and offered in the own one', () => {
    expect(labels('status', 'gepl')).toEqual(['planned'])
    expect(labels('status', 'dropp', 'de')).toEqual(['abgebrochen'])
  })

  test('are none where nothing begins so', () => {
    expect(labels('status', 'xyz')).toEqual([])
  })
})

describe('names of lists', () => {
  test('come with those first that begin so, then those with such a word', () => {
    expect(labels('list', 'w')).toEqual(['With Mia'])
    expect(labels('list', 'mi')).toEqual(['With Mia'])
    expect(labels('list', '20')).toEqual(['Best of 2019'])
    expect(labels('list', 'u')).toEqual(['Übrig'])
  })

  test('are written so that they are read as one value', () => {
    expect(words('list', 'best')).toEqual([{ insert: '"Best of 2019"', label: 'Best of 2019' }])
  })

  test('are quoted where they would mean something else', () => {
    expect(words('list', 'non').find(({ label }) => label === 'None')).toEqual({
      insert: '"None"',
      label: 'None',
    })
    expect(labels('list', 'non')).toEqual(['None', 'none'])
  })
})

describe('other fields', () => {
  test('that are on or off offer both', () => {
    const flag = (['private', 'adult', 'hidden'] as FieldName[]).find(
      (name) => kindOfField(name)?.type === 'flag',
    )
    expect(labels(flag ?? expect.unreachable(), '')).toEqual(['yes', 'no'])
    expect(labels(flag ?? expect.unreachable(), 'j', 'de')).toEqual(['ja'])
  })

  test('that are numbers or times offer only whether there is one', () => {
    expect(labels('score', '')).toEqual([])
    expect(labels('score', 'no')).toEqual(['none'])
    expect(labels('score', 'kei', 'de')).toEqual(['keine'])
  })
})

describe('a name', () => {
  test('is the same with and without its accents', () => {
    expect(namesOf('läuft')).toEqual(['lauft', 'laeuft'])
    expect(namesOf('planned')).toEqual(['planned'])
  })

  test.each([
    ['WATCHING', 'current'],
    ['Geplant', 'planned'],
    ['on-hold', 'paused'],
    ['schaue', 'current'],
  ])('%s is found as %s', (typed, value) => {
    expect(lookUp(spellings(statusNames), typed)?.value).toBe(value)
  })

  test.each(['', 'watch', 'toString', '__proto__'])('%j is none', (typed) => {
    expect(lookUp(spellings(statusNames), typed)).toBeNull()
  })
})
