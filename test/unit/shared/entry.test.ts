import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changesTo,
  emptyFields,
  entryFields,
  fieldsOf,
  isEmptyPatch,
  sameValue,
  type EntryField,
  type EntryFields,
} from '../../../src/shared/entry'
import { statuses } from '../../../src/shared/status'
import { entryOf } from '../../support/entries'

const anyFields: fc.Arbitrary<EntryFields> = fc.record({
  status: fc.constantFrom(...statuses),
  score: fc.option(fc.integer({ min: 0, max: 100 })),
  progress: fc.nat(2_000),
  progressVolumes: fc.nat(200),
  repeats: fc.nat(20),
  startedAt: fc.option(fc.constantFrom(20170000, 20170700, 20170715)),
  completedAt: fc.option(fc.constantFrom(20180000, 20180100, 20180101)),
  notes: fc.string(),
  private: fc.boolean(),
  hidden: fc.boolean(),
  customLists: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
  advancedScores: fc.dictionary(fc.constantFrom('Story', 'Sound'), fc.nat(100)),
  priority: fc.nat(3),
  personalScore: fc.option(fc.integer({ min: 0, max: 100 })),
  repeatDesire: fc.nat(5),
})

describe('two values of a field mean the same', () => {
  test.each([
    ['progress', 3, 3],
    ['score', null, null],
    ['notes', '', ''],
    ['customLists', ['a', 'b'], ['b', 'a']],
    ['customLists', [], []],
    ['advancedScores', { Story: 50 }, { Story: 50 }],
    ['advancedScores', { Story: 50, Sound: 0 }, { Story: 50 }],
    ['advancedScores', {}, { Story: 0 }],
  ] as const)('%s: %j and %j', (field, a, b) => {
    expect(sameValue(field, a as never, b as never)).toBe(true)
    expect(sameValue(field, b as never, a as never)).toBe(true)
  })

  test.each([
    ['progress', 3, 4],
    ['score', null, 0],
    ['score', 0, null],
    ['notes', '', ' '],
    ['startedAt', 20170000, 20170700],
    ['customLists', ['a'], ['a', 'b']],
    ['customLists', ['a', 'b'], ['a', 'c']],
    ['advancedScores', { Story: 50 }, { Story: 51 }],
    ['advancedScores', { Story: 50 }, { Sound: 50 }],
    ['private', true, false],
  ] as const)('%s: not %j and %j', (field, a, b) => {
    expect(sameValue(field, a as never, b as never)).toBe(false)
    expect(sameValue(field, b as never, a as never)).toBe(false)
  })
})

describe('what a patch changes', () => {
  test('is only what differs', () => {
    const patch = { progress: 3, notes: 'new', customLists: [] }

    expect(changesTo({ ...emptyFields, progress: 3 }, patch)).toEqual({ notes: 'new' })
  })

  test('names a field that is cleared', () => {
    const rated = { ...emptyFields, score: 80, startedAt: 20170715 }

    expect(changesTo(rated, { score: null, startedAt: null })).toEqual({
      score: null,
      startedAt: null,
    })
  })

  test('leads from any entry to any other, and back', () => {
    fc.assert(
      fc.property(anyFields, anyFields, (from, to) => {
        const there = { ...from, ...changesTo(from, to) }

        expect(isEmptyPatch(changesTo(there, to))).toBe(true)
        expect(isEmptyPatch(changesTo({ ...there, ...changesTo(there, from) }, from))).toBe(true)
      }),
    )
  })

  test('is nothing between an entry and itself', () => {
    fc.assert(
      fc.property(anyFields, (fields) => {
        expect(changesTo(fields, structuredClone(fields))).toEqual({})
      }),
    )
  })
})

describe('the fields of an entry', () => {
  test('are those that a user can set, and no more', () => {
    const entry = entryOf('anime:1', { progress: 3 })

    expect(Object.keys(fieldsOf(entry))).toEqual(entryFields)
    expect(fieldsOf(entry)).toEqual({ ...emptyFields, progress: 3 })
  })

  test('are all there, each once', () => {
    expect(new Set<EntryField>(entryFields).size).toBe(15)
  })
})

test('a patch without fields is empty, one that clears a field is not', () => {
  expect(isEmptyPatch({})).toBe(true)
  expect(isEmptyPatch({ score: null })).toBe(false)
})
