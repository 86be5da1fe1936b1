import { describe, expect, test } from 'vitest'
import type { Operator } from '../../../../src/shared/query/clause'
import { isWithin } from '../../../../src/shared/query/bounds'
import { boundsOf, readTimes, readWhen, type Scale } from '../../../../src/shared/query/when'

const day = 86_400

describe('a time', () => {
  test.each([
    ['today', 0],
    ['heute', 0],
    ['Yesterday', -1],
    ['gestern', -1],
    ['tomorrow', 1],
    ['  MORGEN ', 1],
  ])('%j is a day from today: %i', (text, days) => {
    expect(readWhen(text)).toEqual({ type: 'day', days })
  })

  test.each([
    ['12h', 12 * 3_600],
    ['12std', 12 * 3_600],
    ['30d', 30 * day],
    ['30t', 30 * day],
    ['2w', 14 * day],
    ['3m', 90 * day],
    ['3mo', 90 * day],
    ['1y', 365 * day],
    ['1j', 365 * day],
    ['0d', 0],
    ['99999d', 99_999 * day],
  ])('%s is a distance of %i s', (text, seconds) => {
    expect(readWhen(text)).toEqual({ type: 'distance', seconds })
  })

  test.each([
    ['2024', 20240000, 20249999],
    ['2024-03', 20240300, 20240399],
    ['2024-3', 20240300, 20240399],
    ['2024-03-15', 20240315, 20240315],
    ['15.3.2024', 20240315, 20240315],
    ['15.03.2024', 20240315, 20240315],
    ['3.2024', 20240300, 20240399],
    ['２０２４', 20240000, 20249999],
  ])('%s covers %i to %i', (text, first, last) => {
    expect(readWhen(text)).toEqual({ type: 'date', first, last })
  })

  test.each([
    '',
    'soon',
    '30',
    '30x',
    'd30',
    '-1d',
    '1.5d',
    '100000d',
    '2024-13',
    '2024-00',
    '2024-01-00',
    '2024-01-32',
    '0000',
    '32.1.2024',
    '1.13.2024',
    '15/3/2024',
    'constructor',
  ])('%j is none', (text) => {
    expect(readWhen(text)).toBeNull()
  })
})

describe('times that are asked for', () => {
  test('are one with its operator, or a range', () => {
    expect(readTimes('<', '30d')).toMatchObject({ type: 'one', operator: '<' })
    expect(readTimes(':', '2015..2019')).toMatchObject({
      type: 'range',
      from: { first: 20150000 },
      to: { last: 20199999 },
    })
    expect(readTimes(':', '2015..')).toMatchObject({ type: 'range', to: null })
    expect(readTimes(':', '..2019')).toMatchObject({ type: 'range', from: null })
  })

  test.each([
    ['>', '2015..2019'],
    [':', '2015..soon'],
    [':', 'soon..2019'],
    [':', 'soon'],
    [':', '..'],
  ] as const)('%s%s are none', (operator, text) => {
    expect(readTimes(operator, text)).toBeNull()
  })
})

/** Days since 1 January 2024, today being the 100th. */
const past: Scale = {
  distance: (seconds) => 100 - seconds / day,
  firstOf: (date) => (date % 100 || 1) - 1,
  lastOf: (date) => Math.min(date % 100 || 1, 31) - 0.001,
  date: (days) => 20240100 + 101 + days,
}
const future: Scale = { ...past, distance: (seconds) => 100 + seconds / day }

describe('the place of times', () => {
  const lies = (
    place: number,
    operator: Operator,
    text: string,
    way: 'past' | 'future' = 'past',
  ) => {
    const times = readTimes(operator, text) ?? expect.unreachable()
    return isWithin(place, boundsOf(times, way, way === 'past' ? past : future))
  }

  test('less than so long ago is nearer to today', () => {
    expect([lies(80, '<', '30d'), lies(60, '<', '30d')]).toEqual([true, false])
    expect([lies(80, '>', '30d'), lies(60, '>', '30d')]).toEqual([false, true])
  })

  test('so long ago without more means within that time', () => {
    expect([lies(80, ':', '30d'), lies(60, ':', '30d')]).toEqual([true, false])
  })

  test('less than so long from now is nearer to today', () => {
    expect([lies(120, '<', '30d', 'future'), lies(140, '<', '30d', 'future')]).toEqual([
      true,
      false,
    ])
    expect([lies(120, '>', '30d', 'future'), lies(140, '>', '30d', 'future')]).toEqual([
      false,
      true,
    ])
  })

  test('a day is all of it', () => {
    expect([lies(14, ':', '2024-01-15'), lies(14.9, ':', '2024-01-15')]).toEqual([true, true])
    expect([lies(13.9, ':', '2024-01-15'), lies(15, ':', '2024-01-15')]).toEqual([false, false])
  })

  test('later than a day is later than its end, earlier than it earlier than its begin', () => {
    expect([lies(14.5, '>', '2024-01-15'), lies(15, '>', '2024-01-15')]).toEqual([false, true])
    expect([lies(14.5, '<', '2024-01-15'), lies(13.9, '<', '2024-01-15')]).toEqual([false, true])
  })

  test('from one day to another holds both, whichever is named first', () => {
    for (const text of ['2024-01-10..2024-01-12', '2024-01-12..2024-01-10']) {
      expect([8.9, 9, 11.5, 12].map((place) => lies(place, ':', text))).toEqual([
        false,
        true,
        true,
        false,
      ])
    }
  })

  test('an open range goes on for ever in the way that its end points', () => {
    expect([lies(20, ':', '2024-01-15..'), lies(5, ':', '2024-01-15..')]).toEqual([true, false])
    expect([lies(20, ':', '..2024-01-15'), lies(5, ':', '..2024-01-15')]).toEqual([false, true])
  })

  test('an open range from so long ago leads further back', () => {
    expect([lies(60, ':', '30d..'), lies(80, ':', '30d..')]).toEqual([true, false])
    expect([lies(60, ':', '..30d'), lies(80, ':', '..30d')]).toEqual([false, true])
  })

  test('an open range from so long on leads further on', () => {
    expect([lies(140, ':', '30d..', 'future'), lies(120, ':', '30d..', 'future')]).toEqual([
      true,
      false,
    ])
  })
})
