import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dateParts,
  dayOf,
  fromIsoDay,
  fuzzyDate,
  isFullDate,
  toIsoDay,
} from '../../../src/shared/fuzzy-date'

describe('parts become a date', () => {
  test.each([
    [2017, 7, 15, 20170715],
    [2017, 7, null, 20170700],
    [2017, null, null, 20170000],
    [null, 7, 15, 715],
    [null, null, 15, 15],
    [9999, 12, 31, 99991231],
    [1, 1, 1, 10101],
  ])('%s, %s, %s is %i', (year, month, day, date) => {
    expect(fuzzyDate({ year, month, day })).toBe(date)
  })

  test.each([
    [null, null, null],
    [0, 0, 0],
    [10_000, 1, 1],
    [2017, 13, 1],
    [2017, 12, 32],
    [-1, 1, 1],
    [2017.5, 1, 1],
    [2017, Number.NaN, 1],
  ])('%s, %s, %s is none', (year, month, day) => {
    expect(fuzzyDate({ year, month, day })).toBeNull()
  })

  test('and parts again', () => {
    const parts = fc.record({
      year: fc.option(fc.integer({ min: 1, max: 9999 })),
      month: fc.option(fc.integer({ min: 1, max: 12 })),
      day: fc.option(fc.integer({ min: 1, max: 31 })),
    })
    fc.assert(
      fc.property(parts, (given) => {
        expect(dateParts(fuzzyDate(given))).toEqual(given)
      }),
    )
  })
})

describe('a full date', () => {
  test.each([
    [20170715, true],
    [10101, true],
    [20170700, false],
    [20170000, false],
    [715, false],
    [20170015, false],
  ])('%i: %s', (date, isFull) => {
    expect(isFullDate(date)).toBe(isFull)
  })

  test.each([
    [20170715, '2017-07-15'],
    [10101, '0001-01-01'],
    [20170700, null],
    [715, null],
  ])('%i is written %s', (date, text) => {
    expect(toIsoDay(date)).toBe(text)
  })
})

describe('a written day', () => {
  test.each([
    ['2017-07-15', 20170715],
    ['  2017-07-15\n', 20170715],
    ['2012-07-00', 20120700],
    ['2012-00-00', 20120000],
  ])('%j is %i', (text, date) => {
    expect(fromIsoDay(text)).toBe(date)
  })

  test.each([
    '',
    '2017',
    '2017-7-15',
    '15.07.2017',
    '2017-13-01',
    '2017-01-32',
    '0000-00-00',
    '2017-07-15T12:00',
    '12017-07-15',
  ])('%j is none', (text) => {
    expect(fromIsoDay(text)).toBeNull()
  })

  test('is read as it is written, for every full date', () => {
    const date = fc
      .tuple(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
      )
      .map(([year, month, day]) => year * 10_000 + month * 100 + day)
    fc.assert(
      fc.property(date, (given) => {
        expect(fromIsoDay(toIsoDay(given) ?? '')).toBe(given)
      }),
    )
  })
})

describe('the day of a moment', () => {
  const lateEvening = Date.UTC(2026, 0, 31, 23, 30)

  test.each([
    ['UTC', 20260131],
    ['Europe/Berlin', 20260201],
    ['Asia/Tokyo', 20260201],
    ['America/Los_Angeles', 20260131],
    ['Pacific/Kiritimati', 20260201],
  ])('in %s is %i', (zone, day) => {
    expect(dayOf(lateEvening, zone)).toBe(day)
  })

  test('knows leap days and the turn of the year', () => {
    expect(dayOf(Date.UTC(2028, 1, 29, 12), 'UTC')).toBe(20280229)
    expect(dayOf(Date.UTC(2026, 11, 31, 23, 59, 59, 999), 'UTC')).toBe(20261231)
    expect(dayOf(Date.UTC(2027, 0, 1), 'UTC')).toBe(20270101)
  })

  test('without a zone is that of this machine', () => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()

    expect(dayOf(lateEvening)).toBe(dayOf(lateEvening, timeZone))
  })
})
