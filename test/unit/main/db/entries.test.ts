import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packKey } from '../../../../src/main/db/keys'
import { statuses } from '../../../../src/shared/status'
import type { Entry } from '../../../../src/shared/entry'
import { entryOf } from '../../../support/entries'
import { memoryTables } from '../../../support/tables'

const count = fc.nat(2_000_000_000)
const date = fc.option(fc.integer({ min: 19_000_000, max: 20_991_231 }))
const name = fc.string({ unit: 'grapheme', maxLength: 20 })
const entry: fc.Arbitrary<Entry> = fc.record({
  title: fc.constantFrom('anime:5' as const, 'manga:4294967295' as const),
  status: fc.constantFrom(...statuses),
  score: fc.option(fc.nat(100)),
  progress: count,
  progressVolumes: count,
  repeats: count,
  startedAt: date,
  completedAt: date,
  notes: name,
  private: fc.boolean(),
  hidden: fc.boolean(),
  customLists: fc.uniqueArray(name, { maxLength: 4 }),
  advancedScores: fc.dictionary(name, fc.integer({ min: 1, max: 100 }), { noNullPrototype: true }),
  priority: count,
  personalScore: fc.option(fc.nat(100)),
  repeatDesire: fc.nat(5),
  entryId: fc.option(count),
  createdAt: fc.option(count),
  updatedAt: fc.option(count),
})

test('every entry comes back as it was put', () => {
  const { entries } = memoryTables()
  fc.assert(
    fc.property(entry, (given) => {
      const key = packKey(1, given.title)
      entries.put(key, given, null)
      expect(entries.get(key)).toEqual({ entry: given, local: null })
    }),
  )
})

test('a part of the score of 0 was never rated and is not kept', () => {
  const { entries } = memoryTables()
  entries.put(1, entryOf('anime:1', { advancedScores: { Story: 0, Art: 7 } }), null)
  expect(entries.get(1)?.entry.advancedScores).toEqual({ Art: 7 })
})

test('fields that only this program keeps stay with the entry', () => {
  const { entries } = memoryTables()
  const local = { mine: { startedAt: 20_170_700 }, theirs: { startedAt: null } }
  entries.put(1, entryOf('anime:1'), local)
  expect(entries.get(1)?.local).toEqual(local)
  entries.put(1, entryOf('anime:1'), null)
  expect(entries.get(1)?.local).toBeNull()
})

test('entries are counted, listed and removed by account and kind', () => {
  const { entries } = memoryTables()
  const titles = ['anime:1', 'anime:2', 'manga:1'] as const
  for (const account of [1, 2]) {
    for (const title of titles) entries.put(packKey(account, title), entryOf(title), null)
  }
  expect(entries.count(1, 'anime')).toBe(2)
  expect(entries.count(1, null)).toBe(3)
  expect(entries.keys(1, 'manga')).toEqual([packKey(1, 'manga:1')])

  entries.remove(packKey(1, 'anime:2'))
  expect(entries.keys(1, 'anime')).toEqual([packKey(1, 'anime:1')])
  entries.removeAll(1)
  expect(entries.count(1, null)).toBe(0)
  expect(entries.count(2, null)).toBe(3)
})

test('the newest change is the latest that the service told of', () => {
  const { entries } = memoryTables()
  expect(entries.newest(1, 'anime')).toBeNull()
  entries.put(packKey(1, 'anime:1'), entryOf('anime:1', { updatedAt: 5 }), null)
  entries.put(packKey(1, 'anime:2'), entryOf('anime:2', { updatedAt: 9 }), null)
  entries.put(packKey(1, 'anime:3'), entryOf('anime:3', { updatedAt: null }), null)
  entries.put(packKey(1, 'manga:1'), entryOf('manga:1', { updatedAt: 99 }), null)
  expect(entries.newest(1, 'anime')).toBe(9)
})
