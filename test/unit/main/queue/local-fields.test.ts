import { describe, expect, test } from 'vitest'
import {
  editLocal,
  serviceView,
  splitPatch,
  withLocal,
} from '../../../../src/main/queue/local-fields'
import type { Capabilities } from '../../../../src/shared/account'
import { entryOf } from '../../../support/entries'

const can = {
  writable: ['status', 'progress', 'notes', 'startedAt', 'completedAt'],
  statuses: ['current', 'planned', 'completed', 'paused', 'dropped'],
  partialDates: false,
} as unknown as Capabilities

describe('a patch is taken apart', () => {
  test('into what the service can hold and what stays here', () => {
    expect(splitPatch({ progress: 4, priority: 2, hidden: true }, can)).toEqual({
      writable: { progress: 4 },
      mine: { priority: 2, hidden: true },
    })
  })

  test('so that rewatching is current there and rewatching here', () => {
    expect(splitPatch({ status: 'repeating' }, can)).toEqual({
      writable: { status: 'current' },
      mine: { status: 'repeating' },
    })
  })

  test.each([20170700, 20170000])('so that the partial date %i stays here', (startedAt) => {
    expect(splitPatch({ startedAt }, can)).toEqual({ writable: {}, mine: { startedAt } })
  })

  test('so that full dates and no date leave', () => {
    const patch = { startedAt: 20170715, completedAt: null }

    expect(splitPatch(patch, can)).toEqual({ writable: patch, mine: {} })
  })

  test('not at all where the service holds partial dates', () => {
    const patch = { startedAt: 20170700 }

    expect(splitPatch(patch, { ...can, partialDates: true })).toEqual({ writable: patch, mine: {} })
  })

  test('into nothing for nothing', () => {
    expect(splitPatch({}, can)).toEqual({ writable: {}, mine: {} })
  })
})

describe('what the service says', () => {
  const theirs = entryOf('anime:1', { status: 'current', progress: 3 })

  test('is shown with what only this program keeps laid over it', () => {
    const local = {
      mine: { status: 'repeating', priority: 2 },
      theirs: { status: 'current', priority: 0 },
    } as const

    expect(withLocal(theirs, local)).toEqual({
      entry: { ...theirs, status: 'repeating', priority: 2 },
      local,
    })
  })

  test('counts where it has changed since', () => {
    const local = {
      mine: { status: 'repeating', priority: 2 },
      theirs: { status: 'current', priority: 0 },
    } as const
    const changed = { ...theirs, status: 'completed' } as const

    expect(withLocal(changed, local)).toEqual({
      entry: { ...changed, priority: 2 },
      local: { mine: { priority: 2 }, theirs: { priority: 0 } },
    })
  })

  test('is all that is left once every such field was changed there', () => {
    const local = { mine: { priority: 2 }, theirs: { priority: 1 } }

    expect(withLocal(theirs, local)).toEqual({ entry: theirs, local: null })
    expect(withLocal(theirs, null)).toEqual({ entry: theirs, local: null })
  })

  test('is found again beneath what is shown', () => {
    const local = { mine: { priority: 2 }, theirs: { priority: 0 } }

    expect(serviceView(withLocal(theirs, local))).toEqual(theirs)
    expect(serviceView({ entry: theirs, local: null })).toEqual(theirs)
  })
})

describe('an edit', () => {
  const service = entryOf('anime:1', { status: 'current', startedAt: 20170101 })

  test('adds to what is kept here, with what the service has then', () => {
    const old = { mine: { priority: 2 }, theirs: { priority: 0 } }
    const split = { writable: {}, mine: { startedAt: 20170100 } }

    expect(editLocal(old, split, service)).toEqual({
      mine: { priority: 2, startedAt: 20170100 },
      theirs: { priority: 0, startedAt: 20170101 },
    })
  })

  test('ends what is kept of a field that now goes to the service', () => {
    const old = { mine: { status: 'repeating' }, theirs: { status: 'current' } } as const

    expect(editLocal(old, { writable: { status: 'paused' }, mine: {} }, service)).toBeNull()
  })

  test('keeps rewatching though current is written', () => {
    const split = splitPatch({ status: 'repeating' }, can)

    expect(editLocal(null, split, service)).toEqual({
      mine: { status: 'repeating' },
      theirs: { status: 'current' },
    })
  })

  test('that the service can hold leaves nothing here', () => {
    expect(editLocal(null, { writable: { progress: 1 }, mine: {} }, service)).toBeNull()
  })

  test('of a field that is kept already counts anew', () => {
    const old = { mine: { priority: 2 }, theirs: { priority: 0 } }

    expect(editLocal(old, { writable: {}, mine: { priority: 3 } }, service)).toEqual({
      mine: { priority: 3 },
      theirs: { priority: 0 },
    })
  })
})
