import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { merge, overlay } from '../../../../src/main/queue/merge'
import { emptyFields, type EntryFields, type EntryPatch } from '../../../../src/shared/entry'
import { entryOf } from '../../../support/entries'

const ask = { progress: 'ask' } as const
const higher = { progress: 'higher' } as const
const base: EntryFields = { ...emptyFields, status: 'current', progress: 5, score: 70, notes: 'a' }

describe('a change', () => {
  test('is kept when nobody else changed anything', () => {
    expect(merge(base, { progress: 6 }, base, ask)).toEqual({
      wanted: { progress: 6 },
      conflicts: [],
      settled: false,
    })
  })

  test('is kept beside a change of another field', () => {
    const theirs = { ...base, score: 90, notes: 'b' }
    expect(merge(base, { progress: 6 }, theirs, ask)).toMatchObject({
      wanted: { progress: 6 },
      conflicts: [],
    })
  })

  test('that both sides made alike is done', () => {
    expect(merge(base, { progress: 6 }, { ...base, progress: 6 }, ask)).toEqual({
      wanted: {},
      conflicts: [],
      settled: true,
    })
  })

  test('of a field that somebody else changed to something else is a conflict', () => {
    const theirs = { ...base, progress: 8 }
    expect(merge(base, { progress: 6, score: 80 }, theirs, ask)).toEqual({
      wanted: { progress: 6, score: 80 },
      conflicts: [{ field: 'progress', was: 5, mine: 6, theirs: 8 }],
      settled: false,
    })
  })

  test('waits on while the title is not on the list', () => {
    expect(merge(null, { status: 'planned' }, null, ask)).toEqual({
      wanted: { status: 'planned' },
      conflicts: [],
      settled: false,
    })
  })
})

describe('with the rule that the higher progress counts', () => {
  test.each([
    [6, 8, {}],
    [8, 6, { progress: 8 }],
  ])('mine %i against theirs %i is never asked', (mine, has, wanted) => {
    const theirs = { ...base, progress: has }
    expect(merge(base, { progress: mine }, theirs, higher)).toMatchObject({ wanted, conflicts: [] })
  })

  test('volumes follow it too, other fields are asked all the same', () => {
    const theirs = { ...base, progressVolumes: 4, score: 10 }
    expect(merge(base, { progressVolumes: 2, score: 80 }, theirs, higher)).toMatchObject({
      wanted: { score: 80 },
      conflicts: [{ field: 'score', was: 70, mine: 80, theirs: 10 }],
    })
  })
})

describe('an addition that somebody else made as well', () => {
  test('is merged: what only they set stays theirs, what only I set is mine', () => {
    const theirs = { ...emptyFields, score: 90 }
    expect(merge(null, { status: 'planned', notes: 'mine' }, theirs, ask)).toEqual({
      wanted: { notes: 'mine' },
      conflicts: [],
      settled: false,
    })
  })

  test('asks about what both set', () => {
    const theirs: EntryFields = { ...emptyFields, status: 'completed' }
    expect(merge(null, { status: 'current' }, theirs, ask).conflicts).toEqual([
      { field: 'status', was: null, mine: 'current', theirs: 'completed' },
    ])
  })
})

describe('a removal', () => {
  test('of what is gone already is done', () => {
    expect(merge(base, null, null, ask)).toEqual({ wanted: null, conflicts: [], settled: true })
  })

  test('of what nobody touched goes on', () => {
    expect(merge(base, null, base, ask)).toEqual({ wanted: null, conflicts: [], settled: false })
  })

  test('of what somebody changed meanwhile asks, field by field', () => {
    expect(merge(base, null, { ...base, score: 80, notes: 'b' }, ask).conflicts).toEqual([
      { field: 'score', was: 70, mine: null, theirs: 80 },
      { field: 'notes', was: 'a', mine: null, theirs: 'b' },
    ])
  })
})

test('the order of custom lists and parts that were never rated are no differences', () => {
  const mine = { ...base, customLists: ['a', 'b'], advancedScores: { Story: 70 } }
  const theirs = { ...mine, customLists: ['b', 'a'], advancedScores: { Story: 70, Art: 0 } }
  const wanted: EntryPatch = { customLists: ['b', 'a'], advancedScores: { Story: 70 } }
  expect(merge(base, wanted, theirs, ask)).toMatchObject({ settled: true, conflicts: [] })
})

test('nothing that the user did not touch is ever wanted', () => {
  const fields = fc.record({
    progress: fc.nat(3),
    score: fc.option(fc.nat(3)),
    notes: fc.constantFrom('', 'a', 'b'),
  })
  const patch = fc.record(
    { progress: fc.nat(3), notes: fc.constantFrom('a', 'b') },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fields, patch, fields, (was, mine, has) => {
      const theirs = { ...emptyFields, ...has }
      const result = merge({ ...emptyFields, ...was }, mine, theirs, ask)
      for (const [field, value] of Object.entries(result.wanted ?? {})) {
        expect(mine[field as keyof typeof mine]).toBe(value)
        expect(theirs[field as keyof typeof theirs]).not.toBe(value)
      }
      for (const { field } of result.conflicts) expect(mine).toHaveProperty(field)
    }),
  )
})

test('what is shown is what the service has with mine on top', () => {
  const theirs = entryOf('anime:1', { progress: 3, score: 50 })
  expect(overlay(theirs, { progress: 4 })).toEqual({ ...theirs, progress: 4 })
})
