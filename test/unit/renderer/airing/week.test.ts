import { describe, expect, test } from 'vitest'
import { nowPlace, standOf, weekColumns, weekDays } from '../../../../src/renderer/src/airing/week'
import { at, scheduled } from '../support/airing'

const hourS = 3600
const hoursOf = (iso: string, zone: string) =>
  weekDays(Date.parse(iso), zone).map(({ day, fromS, untilS }) => [day, (untilS - fromS) / hourS])

describe('the days of the week', () => {
  test('begin with today by the clock of the zone', () => {
    const night = '2026-11-28T23:30:00Z'

    expect(weekDays(Date.parse(night), 'Europe/London')[0]?.day).toBe(20_261_128)
    expect(weekDays(Date.parse(night), 'Asia/Tokyo')[0]?.day).toBe(20_261_129)
    expect(weekDays(Date.parse(night), 'America/New_York')[0]?.day).toBe(20_261_128)
  })

  test('are seven, over the end of a month, and follow one another', () => {
    const days = weekDays(Date.parse('2026-11-28T12:00:00Z'), 'Europe/Berlin')

    expect(days.map(({ day }) => day)).toEqual([
      20_261_128, 20_261_129, 20_261_130, 20_261_201, 20_261_202, 20_261_203, 20_261_204,
    ])
    for (const [nth, day] of days.slice(1).entries()) expect(day.fromS).toBe(days[nth]?.untilS)
  })

  test('have 25 hours where the clocks are set back, 23 where they are set forward', () => {
    expect(hoursOf('2026-10-24T12:00:00Z', 'Europe/Berlin').slice(0, 3)).toEqual([
      [20_261_024, 24],
      [20_261_025, 25],
      [20_261_026, 24],
    ])
    expect(hoursOf('2026-03-07T12:00:00Z', 'America/New_York').slice(0, 3)).toEqual([
      [20_260_307, 24],
      [20_260_308, 23],
      [20_260_309, 24],
    ])
    expect(hoursOf('2026-10-24T12:00:00Z', 'Asia/Tokyo').every(([, hours]) => hours === 24)).toBe(
      true,
    )
  })
})

test('where clocks are set forward each episode stands in the day and at the clock of the zone', () => {
  const zone = 'Europe/Berlin'
  const days = weekDays(Date.parse('2026-03-26T12:00:00Z'), zone)
  const times = [
    ['2026-03-28T22:30:00Z', 328, '23:30'],
    ['2026-03-28T23:30:00Z', 329, '00:30'],
    ['2026-03-29T00:59:00Z', 329, '01:59'],
    ['2026-03-29T01:00:00Z', 329, '03:00'],
    ['2026-03-29T21:59:00Z', 329, '23:59'],
    ['2026-03-29T22:00:00Z', 330, '00:00'],
  ] as const
  const episodes = times.map(([iso], nth) => scheduled('anime:1', nth + 1, at(iso)))

  const clock = (atS: number) =>
    new Date(atS * 1000).toLocaleTimeString('en-GB', { timeZone: zone, timeStyle: 'short' })
  const placed = weekColumns(days, episodes, zone).flatMap(({ day, episodes: found }) =>
    found.map((each) => [day % 10_000, clock(each.at)]),
  )

  expect(placed).toEqual(times.map(([, day, shown]) => [day, shown]))
  expect(days.map(({ fromS, untilS }) => (untilS - fromS) / 3600)).toEqual([
    24, 24, 24, 23, 24, 24, 24,
  ])
})

describe('an episode', () => {
  const days = weekDays(Date.parse('2026-10-24T10:00:00Z'), 'Europe/Berlin')
  const placesOf = (...times: readonly string[]) =>
    weekColumns(
      days,
      times.map((iso, nth) => scheduled('anime:1', nth + 1, at(iso))),
      'Europe/Berlin',
    ).map(({ episodes }) => episodes.map(({ episode }) => episode.episode))

  test('stands in the day that the clock of the zone shows', () => {
    // 23:59 and 00:00 of Berlin, and an hour that comes twice.
    expect(
      placesOf('2026-10-24T21:59:00Z', '2026-10-24T22:00:00Z', '2026-10-25T01:30:00Z').slice(0, 2),
    ).toEqual([[1], [2, 3]])
  })

  test('outside of the week stands nowhere', () => {
    expect(placesOf('2026-10-23T21:59:00Z', '2026-10-30T23:00:00Z').flat()).toEqual([])
  })

  test('in the small hours has a hint that it is the night of the day before', () => {
    const late = (iso: string) =>
      weekColumns(days, [scheduled('anime:1', 1, at(iso))], 'Europe/Berlin').flatMap(
        ({ episodes }) => episodes.map(({ isLateNight }) => isLateNight),
      )

    expect(late('2026-10-26T23:30:00Z')).toEqual([true])
    expect(late('2026-10-27T03:59:00Z')).toEqual([true])
    expect(late('2026-10-27T04:00:00Z')).toEqual([false])
    expect(late('2026-10-27T22:59:00Z')).toEqual([false])
  })

  test('that was put off stands where it was to be; without any time, nowhere', () => {
    const putOff = scheduled('anime:1', 1, null, { wasAt: at('2026-10-25T10:00:00Z') })
    const unknown = scheduled('anime:2', 1, null)

    const columns = weekColumns(days, [putOff, unknown], 'Europe/Berlin')

    expect(columns.flatMap(({ episodes }) => episodes).map(({ episode }) => episode)).toEqual([
      putOff,
    ])
    expect(columns[1]?.episodes).toHaveLength(1)
  })

  test('is said to be moved only by more than a correction, and only before it airs', () => {
    const time = at('2026-10-25T10:00:00Z')
    const moved = (by: number) => scheduled('anime:1', 1, time, { wasAt: time - by })

    expect(standOf(moved(299), time - 1)).toEqual({ type: 'airs' })
    expect(standOf(moved(300), time - 1)).toEqual({ type: 'moved', wasAt: time - 300 })
    expect(standOf(moved(300), time)).toEqual({ type: 'aired' })
    expect(standOf(scheduled('anime:1', 1, null, { wasAt: time }), time)).toEqual({
      type: 'put-off',
    })
  })
})

test('the line of the present lies between what has aired and what comes, today only', () => {
  const days = weekDays(Date.parse('2026-11-28T12:00:00Z'), 'UTC')
  const episodes = ['09:00', '12:00', '15:00'].map((time, nth) =>
    scheduled('anime:1', nth + 1, at(`2026-11-28T${time}:00Z`)),
  )
  const [today, tomorrow] = weekColumns(days, episodes, 'UTC')
  if (!today || !tomorrow) throw new Error('no days')

  expect(nowPlace(today, at('2026-11-28T08:00:00Z'))).toBe(0)
  expect(nowPlace(today, at('2026-11-28T12:00:00Z'))).toBe(2)
  expect(nowPlace(today, at('2026-11-28T23:00:00Z'))).toBe(3)
  expect(nowPlace(tomorrow, at('2026-11-28T12:00:00Z'))).toBeNull()
})
