import { describe, expect, test } from 'vitest'
import { createTakeOver } from '../../../../src/main/queue/take-over'
import { entryOf } from '../../../support/entries'
import { memoryTables } from '../../../support/tables'
import { createVirtualClock } from '../../../support/virtual-clock'
import { keyOf } from './rows'

const key = keyOf()
const here = entryOf('anime:1', { status: 'current', progress: 3 })

function open(
  stored: Parameters<ReturnType<typeof memoryTables>['entries']['put']>[1] | null = here,
) {
  const tables = memoryTables()
  const clock = createVirtualClock()
  if (stored) tables.entries.put(key, stored, null)
  const takeOver = createTakeOver(tables, clock)
  return { ...tables, clock, takeOver }
}

describe('an entry that nobody edits here', () => {
  test('becomes what the service has, and the change is written down as from there', () => {
    const { takeOver, entries, clock } = open()
    const settled = takeOver(key, { ...here, progress: 5, updatedAt: 300 }, true)

    expect(settled.changed).toBe(true)
    expect(settled.change).toMatchObject({
      key,
      at: clock.wall(),
      source: 'sync',
      before: { progress: 3 },
      after: { progress: 5 },
    })
    expect(entries.get(key)?.entry).toMatchObject({ progress: 5, updatedAt: 300 })
  })

  test('is left alone where nothing is new', () => {
    const { takeOver } = open()

    expect(takeOver(key, here, true)).toEqual({ changed: false, change: null })
  })

  test('takes a new time of change or number over without calling it a change', () => {
    const { takeOver, entries } = open()

    expect(takeOver(key, { ...here, updatedAt: 900 }, true)).toMatchObject({
      changed: true,
      change: null,
    })
    expect(takeOver(key, { ...here, updatedAt: 900, entryId: 7 }, true)).toMatchObject({
      changed: true,
      change: null,
    })
    expect(entries.get(key)?.entry).toMatchObject({ updatedAt: 900, entryId: 7 })
  })

  test('is not written down at a first download', () => {
    const { takeOver, history } = open(null)

    expect(takeOver(key, here, false)).toMatchObject({ changed: true, change: null })
    expect(history.page(null, null, 10)).toEqual([])
  })
})

describe('a title that is new at the service', () => {
  test('is put on the list, with all of its fields in the history', () => {
    const { takeOver, entries } = open(null)
    const { change } = takeOver(key, here, true)

    expect(change).toMatchObject({ before: null, after: { status: 'current', progress: 3 } })
    expect(entries.get(key)?.entry).toEqual(here)
  })
})

describe('a title that is gone from the service', () => {
  test('is taken off the list, and what it had is kept in the history', () => {
    const { takeOver, entries } = open()
    const { changed, change } = takeOver(key, null, true)

    expect(changed).toBe(true)
    expect(change).toMatchObject({ before: { status: 'current', progress: 3 }, after: null })
    expect(entries.get(key)).toBeNull()
  })

  test('is nothing new where it was not on the list', () => {
    expect(open(null).takeOver(key, null, true)).toEqual({ changed: false, change: null })
  })
})

test('what only this program keeps stays, until the service changes that field', () => {
  const { takeOver, entries } = open()
  const local = { mine: { status: 'repeating' }, theirs: { status: 'current' } } as const
  entries.put(key, { ...here, status: 'repeating' }, local)

  takeOver(key, { ...here, progress: 4 }, true)
  expect(entries.get(key)).toEqual({
    entry: { ...here, status: 'repeating', progress: 4 },
    local,
  })

  takeOver(key, { ...here, progress: 4, status: 'completed' }, true)
  expect(entries.get(key)).toMatchObject({ entry: { status: 'completed' }, local: null })
})
