import { describe, expect, test } from 'vitest'
import {
  asSent,
  hasArrived,
  ownBase,
  stillToSend,
  takenBack,
} from '../../../../src/main/queue/sent'
import { emptyFields } from '../../../../src/shared/entry'
import { entryOf } from '../../../support/entries'
import { keyOf, outboxRow } from './rows'

const before = entryOf('anime:1', { status: 'current', progress: 3, notes: 'old' })
const left = (
  patch: Parameters<typeof stillToSend>[1] | null,
  base = before as typeof before | null,
) => ({
  base,
  sent: { revision: 1, patch },
})

describe('what left has arrived', () => {
  test('when the service has all of it', () => {
    const row = left({ progress: 4, notes: 'new' })

    expect(hasArrived(row, { ...before, progress: 4, notes: 'new' })).toBe(true)
    expect(hasArrived(row, { ...before, progress: 4 })).toBe(false)
    expect(hasArrived(row, before)).toBe(false)
  })

  test('when it means the same: lists in another order, scores that were never given', () => {
    const row = left({ customLists: ['b', 'a'], advancedScores: { Story: 50 } })
    const there = { ...before, customLists: ['a', 'b'], advancedScores: { Story: 50, Sound: 0 } }

    expect(hasArrived(row, there)).toBe(true)
  })

  test('as a removal when the title is gone, and only then', () => {
    expect(hasArrived(left(null), null)).toBe(true)
    expect(hasArrived(left(null), before)).toBe(false)
    expect(hasArrived(left({ progress: 4 }), null)).toBe(false)
  })

  test('never when nothing left', () => {
    expect(hasArrived({ base: before, sent: null }, before)).toBe(false)
    expect(hasArrived({ base: null, sent: null }, null)).toBe(false)
  })
})

describe('what the service had before anybody else changed it', () => {
  test('is the base where nothing left', () => {
    expect(ownBase({ base: before, sent: null }, { ...before, progress: 9 })).toBe(before)
  })

  test('is the base with that of ours which arrived', () => {
    const theirs = { ...before, progress: 4, notes: 'theirs' }

    expect(ownBase(left({ progress: 4, notes: 'mine' }), theirs)).toEqual({
      ...before,
      progress: 4,
    })
  })

  test('is nothing once our removal arrived, else what it was', () => {
    expect(ownBase(left(null), null)).toBeNull()
    expect(ownBase(left(null), { ...before, progress: 9 })).toBe(before)
  })

  test('is the base where the title was taken off by somebody else', () => {
    expect(ownBase(left({ progress: 4 }), null)).toBe(before)
  })

  test('is all of a new entry that we made, with what the service filled in', () => {
    const made = entryOf('anime:1', { status: 'current', progress: 1, startedAt: 20260115 })
    const patch = { status: 'current', progress: 1 } as const

    expect(ownBase(left(patch, null), made)).toEqual(made)
    expect(ownBase(left(patch, null), { ...made, notes: 'theirs', score: 70 })).toEqual(made)
    expect(ownBase(left({ ...patch, progress: 2 }, null), made)).toBeNull()
  })
})

describe('what is still to be sent', () => {
  test('is what differs, where nothing left', () => {
    expect(stillToSend({ base: before, sent: null }, { progress: 4 }, { progress: 4 })).toEqual({
      progress: 4,
    })
  })

  test('names a field that left even when it has come back to its old value', () => {
    expect(stillToSend(left({ progress: 4 }), { progress: 3 }, {})).toEqual({ progress: 3 })
  })

  test('names the old value of what left and is wished no more', () => {
    expect(stillToSend(left({ progress: 4 }), { notes: 'new' }, { notes: 'new' })).toEqual({
      progress: 3,
      notes: 'new',
    })
  })

  test('names empty values for a title that was not on the list', () => {
    expect(stillToSend(left({ progress: 4 }, null), {}, {})).toEqual({ progress: 0 })
  })

  test('is what differs after a removal left', () => {
    expect(stillToSend(left(null), { progress: 4 }, { progress: 4 })).toEqual({ progress: 4 })
  })
})

describe('taking back', () => {
  test('asks for the old values of what left, and for nothing else', () => {
    expect(takenBack(left({ progress: 4, score: 80 }))).toEqual({ progress: 3, score: null })
  })

  test('takes off the list what was not on it', () => {
    expect(takenBack(left({ progress: 4 }, null))).toBeNull()
  })

  test('of a removal wants the entry as it is', () => {
    expect(takenBack(left(null))).toEqual({})
  })
})

describe('the entry once a row has arrived', () => {
  test('is the base with what is wanted on it', () => {
    expect(asSent(outboxRow({ wanted: { progress: 4 } }))).toMatchObject({
      title: 'anime:1',
      entryId: 1,
      status: 'current',
      progress: 4,
    })
  })

  test('is an empty one with what is wanted on it for a new title', () => {
    const row = { key: keyOf('manga:7'), base: null, wanted: { progress: 4 } }

    expect(asSent(row)).toEqual({
      ...emptyFields,
      title: 'manga:7',
      entryId: null,
      createdAt: null,
      updatedAt: null,
      progress: 4,
    })
  })
})
