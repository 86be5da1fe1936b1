import { describe, expect, test } from 'vitest'
import { dateScale, timeScale } from '../../../../src/shared/query/scales'

const zone = 'Europe/Berlin'
/** 15 January 2026, half past noon in Berlin. */
const nowS = Date.UTC(2026, 0, 15, 11, 30) / 1_000
const at = (...parts: [number, number, number, number?, number?]) => {
  const [year, month, day, hour = 0, minute = 0] = parts
  return Date.UTC(year, month - 1, day, hour, minute) / 1_000
}

describe('times in seconds', () => {
  const past = timeScale({ nowS, zone }, 'past')
  const future = timeScale({ nowS, zone }, 'future')

  test('lie so far before now, or after it', () => {
    expect(past.distance(3_600)).toBe(nowS - 3_600)
    expect(future.distance(3_600)).toBe(nowS + 3_600)
  })

  test('begin with the day of the user, not of the world', () => {
    expect(past.firstOf(20260115)).toBe(at(2026, 1, 14, 23))
    expect(past.lastOf(20260115)).toBe(at(2026, 1, 15, 23) - 1)
  })

  test('of a month go from its first to its last day', () => {
    expect(past.firstOf(20260200)).toBe(at(2026, 1, 31, 23))
    expect(past.lastOf(20260299)).toBe(at(2026, 2, 28, 23) - 1)
    expect(past.lastOf(20261299)).toBe(at(2026, 12, 31, 23) - 1)
    expect(past.lastOf(20280299)).toBe(at(2028, 2, 29, 23) - 1)
  })

  test('of a year go from its first to its last day', () => {
    expect(past.firstOf(20260000)).toBe(at(2025, 12, 31, 23))
    expect(past.lastOf(20269999)).toBe(at(2026, 12, 31, 23) - 1)
  })

  test('of a day that the clocks change are 23 or 25 hours', () => {
    const hours = (date: number) => (past.lastOf(date) + 1 - past.firstOf(date)) / 3_600

    expect([hours(20260329), hours(20261025), hours(20260115)]).toEqual([23, 25, 24])
  })

  test('leave no gap between a day and the next, all year', () => {
    for (let days = -200; days < 200; days += 1) {
      expect(past.lastOf(past.date(days)) + 1).toBe(past.firstOf(past.date(days + 1)))
    }
  })

  test('count days from today, over months and years', () => {
    expect([past.date(0), past.date(-1), past.date(1), past.date(-15), past.date(31)]).toEqual([
      20260115, 20260114, 20260116, 20251231, 20260215,
    ])
  })

  test('know what day it is where the user is', () => {
    const lateS = at(2026, 1, 15, 23, 30)
    expect(timeScale({ nowS: lateS, zone }, 'past').date(0)).toBe(20260116)
    expect(timeScale({ nowS: lateS, zone: 'America/New_York' }, 'past').date(0)).toBe(20260115)
  })
})

describe('dates that may be known in part', () => {
  const scale = dateScale({ nowS, zone })

  test('lie where their parts say', () => {
    expect([scale.firstOf(20170700), scale.lastOf(20170799)]).toEqual([20170700, 20170799])
  })

  test('lie so far before today', () => {
    expect([scale.distance(0), scale.distance(86_400), scale.distance(15 * 86_400)]).toEqual([
      20260115, 20260114, 20251231,
    ])
  })

  test('count days from today', () => {
    expect([scale.date(0), scale.date(-15)]).toEqual([20260115, 20251231])
  })
})
