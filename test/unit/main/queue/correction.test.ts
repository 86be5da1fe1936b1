import { describe, expect, test } from 'vitest'
import { toCorrect } from '../../../../src/main/queue/correction'
import { entryOf } from '../../../support/entries'
import { outboxRow } from './rows'

const now = Date.UTC(2026, 0, 15, 12)
const wanted = { status: 'completed' } as const
const sent = outboxRow({ wanted })
const filledIn = entryOf('anime:1', { status: 'completed', progress: 3, completedAt: 20260115 })

describe('a date that the service filled in by itself', () => {
  test('is set back to nothing', () => {
    expect(toCorrect(sent, filledIn, wanted, now)).toEqual({ completedAt: null })
  })

  test.each([20260114, 20260115, 20260116])('is known by being about today: %i', (completedAt) => {
    expect(toCorrect(sent, { ...filledIn, completedAt }, wanted, now)).toEqual({
      completedAt: null,
    })
  })

  test.each([20260113, 20260117, 20260100, 20250115])(
    'is not one of another day: %i was there',
    (completedAt) => {
      expect(toCorrect(sent, { ...filledIn, completedAt }, wanted, now)).toEqual({})
    },
  )

  test('may be the first day as well, or both', () => {
    const both = { ...filledIn, startedAt: 20260115 }

    expect(toCorrect(sent, both, wanted, now)).toEqual({ startedAt: null, completedAt: null })
  })
})

describe('a date stays', () => {
  test('when it was set back once already', () => {
    expect(toCorrect({ ...sent, corrected: true }, filledIn, wanted, now)).toEqual({})
  })

  test('when no status was written, which alone brings dates along', () => {
    const row = outboxRow({ wanted: { progress: 4 } })

    expect(toCorrect(row, filledIn, { progress: 4 }, now)).toEqual({})
  })

  test('when a removal was written', () => {
    expect(toCorrect(outboxRow({ wanted: null }), filledIn, {}, now)).toEqual({})
  })

  test('when it was there before', () => {
    const base = entryOf('anime:1', { status: 'current', completedAt: 20260115 })

    expect(toCorrect(outboxRow({ base, wanted }), filledIn, wanted, now)).toEqual({})
  })

  test('when the user wrote it', () => {
    const mine = { ...wanted, completedAt: 20260115 }

    expect(toCorrect(outboxRow({ wanted: mine }), filledIn, mine, now)).toEqual({})
  })

  test('when the user has set it since it left', () => {
    expect(toCorrect(sent, filledIn, { ...wanted, completedAt: 20260110 }, now)).toEqual({})
  })
})

test('a month that ends is no trap for the days around', () => {
  const newYear = Date.UTC(2026, 0, 1, 0, 30)
  const has = { ...filledIn, completedAt: 20251231 }

  expect(toCorrect(sent, has, wanted, newYear)).toEqual({ completedAt: null })
})
