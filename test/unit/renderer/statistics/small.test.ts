import { expect, test } from 'vitest'
import { calendarNames, lastYear } from '../../../../src/renderer/src/statistics/calendar'
import { binOf, scoreBins } from '../../../../src/renderer/src/statistics/score-bins'
import { inSlices } from '../../../../src/renderer/src/statistics/slices'
import { type ScoreFormat, scoreFormats } from '../../../../src/shared/score'

test.each([
  ['point-100', 10, 'score:1..10', 'score:91..100'],
  ['point-10-decimal', 11, 'score<1', 'score:10'],
  ['point-10', 11, 'score<1', 'score:10'],
  ['point-5', 6, 'score<1', 'score:5'],
  ['point-3', 4, 'score<1', 'score:3'],
] as const)('%s has %i bins', (format, count, first, last) => {
  const bins = scoreBins(format)

  expect(bins).toHaveLength(count)
  expect([bins[0]?.query, bins.at(-1)?.query]).toEqual([first, last])
})

test('every score has its bin, and none has none', () => {
  for (const format of scoreFormats satisfies readonly ScoreFormat[]) {
    const bins = scoreBins(format)
    for (let raw = 1; raw <= 100; raw += 1)
      expect(bins[binOf(raw, format, 'anilist')]).toBeDefined()
    expect(binOf(null, format, 'anilist')).toBe(-1)
  }
})

test('a year ends today, and knows only days on which something happened', () => {
  const days = new Map([
    [20230715, 9],
    [20230717, 1],
    [20240715, 3],
    [20240716, 2],
    [20240101, 0],
  ])

  expect(lastYear(days, 20240715)).toEqual({
    first: 20230717,
    last: 20240715,
    active: [
      { day: 20230717, count: 1 },
      { day: 20240715, count: 3 },
    ],
  })
})

test('days and months are named in the language, the week begins where it does', () => {
  expect(calendarNames('en')).toMatchObject({ firstDay: 0 })
  expect(calendarNames('de').firstDay).toBe(1)
  expect(calendarNames('de').weekdays[0]).toMatch(/^So/)
  expect(calendarNames('de').months[2]).toMatch(/^M/)
})

test('much is counted in slices, with a breath between them', async () => {
  let breaths = 0
  const counted: number[] = []
  const breathe = () => {
    breaths += 1
    return Promise.resolve()
  }

  const isDone = await inSlices(6000, (index) => counted.push(index), {
    breathe,
    isWanted: () => true,
  })

  expect(isDone).toBe(true)
  expect(counted).toEqual(Array.from({ length: 6000 }, (_, index) => index))
  expect(breaths).toBe(2)
})

test('what nobody waits for any more is left', async () => {
  let isWanted = true
  let counted = 0
  const breathe = () => {
    isWanted = false
    return Promise.resolve()
  }

  expect(await inSlices(9000, () => (counted += 1), { breathe, isWanted: () => isWanted })).toBe(
    false,
  )
  expect(counted).toBe(2500)
})
