import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  isZone,
  localTime,
  nextAt,
  offsetMs,
  wallMsOf,
  weekdayOf,
} from '../../../src/shared/zoned-time'

const hour = 3_600_000
const zones = ['Europe/Berlin', 'Asia/Tokyo', 'America/New_York', 'Australia/Lord_Howe']

test('names of zones are told from other words', () => {
  expect(['Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires'].map(isZone)).toEqual([
    true,
    true,
    true,
  ])
  expect(['', 'Berlin', 'Europe/Atlantis', '../etc/passwd'].map(isZone)).toEqual([
    false,
    false,
    false,
    false,
  ])
})

test('day and clock are those of the zone', () => {
  const newYear = Date.UTC(2026, 0, 1, 0, 30)

  expect(localTime(newYear, 'Asia/Tokyo')).toEqual({ day: 2026_01_01, minutes: 9 * 60 + 30 })
  expect(localTime(newYear, 'America/New_York')).toEqual({
    day: 2025_12_31,
    minutes: 19 * 60 + 30,
  })
})

test('midnight is the beginning of its day', () => {
  expect(localTime(Date.UTC(2026, 5, 1, 22), 'Europe/Berlin')).toEqual({
    day: 2026_06_02,
    minutes: 0,
  })
})

test.each(zones)('in %s a time leads to its moment and back', (zone) => {
  const moments = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) })
  fc.assert(
    fc.property(moments, (ms) => {
      const minute = Math.floor(ms / 60_000) * 60_000
      const found = wallMsOf(localTime(minute, zone), zone)
      // Of a time that comes twice the first is found.
      expect(localTime(found, zone)).toEqual(localTime(minute, zone))
      expect(found).toBeLessThanOrEqual(minute)
      expect(minute - found).toBeLessThanOrEqual(hour)
    }),
    { numRuns: 300 },
  )
})

describe('when the clocks change in Berlin', () => {
  test('a time that is skipped is taken an hour later', () => {
    const at = wallMsOf({ day: 2026_03_29, minutes: 150 }, 'Europe/Berlin')

    expect(new Date(at).toISOString()).toBe('2026-03-29T01:30:00.000Z')
    expect(localTime(at, 'Europe/Berlin').minutes).toBe(210)
  })

  test('of a time that comes twice the first counts', () => {
    const at = wallMsOf({ day: 2026_10_25, minutes: 150 }, 'Europe/Berlin')

    expect(new Date(at).toISOString()).toBe('2026-10-25T00:30:00.000Z')
  })

  test('the day has 23 hours in spring and 25 in autumn', () => {
    const length = (day: number) =>
      wallMsOf({ day: addDays(day, 1), minutes: 0 }, 'Europe/Berlin') -
      wallMsOf({ day, minutes: 0 }, 'Europe/Berlin')

    expect(length(2026_03_29)).toBe(23 * hour)
    expect(length(2026_10_25)).toBe(25 * hour)
    expect(length(2026_07_01)).toBe(24 * hour)
  })

  test('the next 18:00 is by the clock, not by 24 hours', () => {
    const before = wallMsOf({ day: 2026_03_28, minutes: 18 * 60 }, 'Europe/Berlin')

    const next = nextAt(before, 18 * 60, 'Europe/Berlin')

    expect(next - before).toBe(23 * hour)
  })
})

test('where midnight is skipped the day begins at one', () => {
  // In Beirut the clocks went from 0:00 to 1:00 on 30 March 2025.
  const begin = wallMsOf({ day: 2025_03_30, minutes: 0 }, 'Asia/Beirut')

  expect(localTime(begin, 'Asia/Beirut')).toEqual({ day: 2025_03_30, minutes: 60 })
  expect(localTime(begin - 1, 'Asia/Beirut').day).toBe(2025_03_29)
})

test('the next time is strictly later', () => {
  const at = wallMsOf({ day: 2026_07_01, minutes: 480 }, 'Asia/Tokyo')

  expect(nextAt(at, 480, 'Asia/Tokyo')).toBe(at + 24 * hour)
  expect(nextAt(at - 1, 480, 'Asia/Tokyo')).toBe(at)
})

test('days go over the ends of months and years', () => {
  expect(addDays(2025_12_31, 1)).toBe(2026_01_01)
  expect(addDays(2024_02_28, 1)).toBe(2024_02_29)
  expect(addDays(2026_03_01, -1)).toBe(2026_02_28)
  expect(weekdayOf(2026_01_01)).toBe(4)
})

test('what a zone is ahead is told to the minute', () => {
  expect(offsetMs(Date.UTC(2026, 0), 'Asia/Kolkata')).toBe(5.5 * hour)
  expect(offsetMs(Date.UTC(2026, 0, 1, 0, 0, 0, 700), 'Asia/Tokyo')).toBe(9 * hour)
})
