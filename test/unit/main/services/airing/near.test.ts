import { describe, expect, test } from 'vitest'
import { isTimeToAsk, type Near } from '../../../../../src/main/services/airing/near'

const minute = 60_000
const hour = 60 * minute

/** Eight hours after the answer of the day, with two questions left and an episode in a quarter of an hour. */
const usual: Near = {
  now: 8 * hour,
  askedAt: 0,
  left: 2,
  moments: [8.25 * hour],
  dailyAt: 24 * hour,
}
const asks = (change: Partial<Near> = {}) => isTimeToAsk({ ...usual, ...change })

describe('a question shortly before an episode', () => {
  test('is asked however young the answer of the day is, if that was not just now', () => {
    expect(asks()).toBe(true)
    expect(asks({ askedAt: 7 * hour, dailyAt: 31 * hour })).toBe(true)
    expect(asks({ askedAt: 7.5 * hour + 1 })).toBe(false)
  })

  test('is not asked long before, nor after', () => {
    expect(asks({ moments: [8 * hour + 21 * minute] })).toBe(false)
    expect(asks({ moments: [8 * hour] })).toBe(false)
    expect(asks({ moments: [] })).toBe(false)
  })

  test('is not asked when none is left', () => {
    expect(asks({ left: 0 })).toBe(false)
  })
})

describe('when there are more episodes than questions', () => {
  const crowded = Array.from({ length: 24 }, (_, nth) => (nth + 0.25) * hour)
  const asksAt = (at: number, change: Partial<Near> = {}) =>
    asks({ now: at * hour, moments: crowded, ...change })

  test('questions are spread over what is left of the day', () => {
    expect(asksAt(1)).toBe(false)
    expect(asksAt(7)).toBe(false)
    expect(asksAt(8)).toBe(true)
    expect(asksAt(12, { askedAt: 8 * hour, left: 1 })).toBe(false)
    expect(asksAt(16, { askedAt: 8 * hour, left: 1 })).toBe(true)
  })

  test('those that come together need only one', () => {
    const together = [8.25, 8.3, 8.5, 8.7, 20].map((at) => at * hour)

    expect(asks({ moments: together, askedAt: 7 * hour })).toBe(true)
  })

  test('those after the next answer of the day do not count', () => {
    const later = [8.25, 20, 24.5, 25, 26, 27].map((at) => at * hour)

    expect(asks({ moments: later, askedAt: 7 * hour })).toBe(true)
  })
})
