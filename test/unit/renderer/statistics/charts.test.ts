import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dayQuery,
  formatBars,
  funnelBars,
  nameBars,
  scoreBars,
  seasonBars,
  statusBars,
  yearBars,
} from '../../../../src/renderer/src/statistics/charts'
import { createTally, meanOf } from '../../../../src/renderer/src/statistics/tally'
import type { ListRow } from '../../../../src/shared/entry'
import { scoreFormats } from '../../../../src/shared/score'
import { localTime } from '../../../../src/shared/zoned-time'
import { meets, rows } from '../../shared/query/rows'
import { row } from '../support/builders'

const look = {
  scoreFormat: 'point-10-decimal',
  scoreTable: 'anilist',
  adult: 'shown',
  dayOf: (seconds: number) => localTime(seconds * 1000, 'UTC').day,
} as const

function tallyOf(
  list: readonly ListRow[],
  change: Partial<Parameters<typeof createTally>[0]> = {},
) {
  const tally = createTally({ ...look, ...change })
  list.forEach(tally.count)
  return tally
}

test('a bar is as long as the list that it leads to', () => {
  fc.assert(
    fc.property(
      fc.array(rows, { maxLength: 30 }),
      fc.constantFrom(...scoreFormats),
      (list, scoreFormat) => {
        const tally = tallyOf(list, { scoreFormat })
        const bars = [
          ...statusBars(tally),
          ...scoreBars(tally, scoreFormat),
          ...formatBars(tally),
          ...seasonBars(tally),
          ...yearBars(tally),
          ...nameBars(tally, 'genre', 'count', 99),
          ...nameBars(tally, 'tag', 'count', 99),
          ...funnelBars(tally),
          ...[...tally.days].map(([day, count]) => ({ count, query: dayQuery(day) })),
        ]
        for (const { query, count } of bars) {
          const found = list.filter((each) => meets(query, each, { scoreFormat }))
          expect(found.length, query).toBe(count)
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('time counts every time, by the real length of episodes', () => {
  const tally = tallyOf([
    row(
      'anime:1',
      'A',
      { status: 'completed', progress: 12, repeats: 2 },
      { episodes: 12, durationMinutes: 24 },
    ),
    row(
      'anime:2',
      'B',
      { status: 'repeating', progress: 3 },
      { episodes: 12, durationMinutes: 10 },
    ),
    row('anime:3', 'C', { status: 'current', progress: 5 }, { durationMinutes: 30 }),
    row('anime:4', 'D', { status: 'completed', progress: 1 }),
    row('anime:5', 'E', { status: 'planned' }),
  ])

  expect(tally.all.minutes).toBe(36 * 24 + 15 * 10 + 5 * 30)
  expect(tally.seen).toMatchObject({ parts: 36 + 15 + 5 + 1, repeats: 2, withoutLength: 1 })
})

test('the mean is that of shown scores, and what has none is left out', () => {
  const list = [
    row('anime:1', 'A', { score: 85 }),
    row('anime:2', 'B', { score: 70 }),
    row('anime:3', 'C', { score: null }),
  ]

  expect(meanOf(tallyOf(list).all)).toBeCloseTo(7.75)
  expect(tallyOf(list).deviation()).toBeCloseTo(0.75)
  expect(meanOf(tallyOf(list, { scoreFormat: 'point-5' }).all)).toBe(4)
  expect(meanOf(tallyOf([]).all)).toBeNull()
  expect(tallyOf(list.slice(0, 1)).deviation()).toBeNull()
})

test('adult titles count where they are shown, and are told of where they are not', () => {
  const list = [row('anime:1', 'A', {}, { adult: true }), row('anime:2', 'B')]

  expect(tallyOf(list).all.titles).toBe(2)
  expect(tallyOf(list, { adult: 'hidden' }).all.titles).toBe(1)
  expect(tallyOf(list, { adult: 'hidden' }).seen.adultLeftOut).toBe(1)
})

test('years have no gaps', () => {
  const tally = tallyOf([
    row('anime:1', 'A', {}, { seasonYear: 1998 }),
    row('anime:2', 'B', {}, { startDate: 20010400 }),
  ])

  expect(yearBars(tally).map(({ key, count }) => [key, count])).toEqual([
    [1998, 1],
    [1999, 0],
    [2000, 0],
    [2001, 1],
  ])
  expect(yearBars(tallyOf([]))).toEqual([])
})

test('names come by titles, by time, or by mean where enough are scored', () => {
  const liked = ['anime:1', 'anime:2', 'anime:3'] as const
  const tally = tallyOf([
    ...liked.map((key) =>
      row(key, key, { score: 90, progress: 1 }, { genres: ['Drama'], durationMinutes: 5 }),
    ),
    ...(['anime:4', 'anime:5', 'anime:6', 'anime:7'] as const).map((key) =>
      row(key, key, { score: 50 }, { genres: ['Comedy'] }),
    ),
    row('anime:8', 'one', { score: 100, progress: 1 }, { genres: ['Music'], durationMinutes: 100 }),
  ])
  const names = (order: Parameters<typeof nameBars>[2]) =>
    nameBars(tally, 'genre', order, 3).map(({ key }) => key)

  expect(names('count')).toEqual(['Comedy', 'Drama', 'Music'])
  expect(names('mean')).toEqual(['Drama', 'Comedy'])
  expect(names('minutes')).toEqual(['Music', 'Drama', 'Comedy'])
})

test('a step of the funnel is never longer than the one before, seen again than finished', () => {
  fc.assert(
    fc.property(fc.array(rows, { maxLength: 20 }), (list) => {
      const [listed, begun, finished, rated, again] = funnelBars(tallyOf(list)).map(
        ({ count }) => count,
      )
      expect(begun).toBeLessThanOrEqual(listed!)
      expect(finished).toBeLessThanOrEqual(begun!)
      expect(rated).toBeLessThanOrEqual(finished!)
      expect(again).toBeLessThanOrEqual(finished!)
    }),
  )
})
