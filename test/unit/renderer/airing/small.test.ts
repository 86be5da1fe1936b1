import { describe, expect, test } from 'vitest'
import { awayOf } from '../../../../src/renderer/src/airing/away'
import { clockText, readClock } from '../../../../src/renderer/src/airing/clock-text'
import { delayName } from '../../../../src/renderer/src/airing/delays'
import { type Box, nearest } from '../../../../src/renderer/src/airing/nearest'
import { seasonGroups, wishCounts } from '../../../../src/renderer/src/airing/season'
import { notice, seasonTitle, shown } from '../support/airing'

describe('an arrow key', () => {
  // Two columns: three boxes in the left one, two in the right one, further down.
  const box = (left: number, top: number): Box => ({
    left,
    top,
    right: left + 80,
    bottom: top + 40,
  })
  const boxes = [box(0, 0), box(0, 50), box(0, 100), box(100, 60), box(100, 200)]

  test.each([
    [0, 'down', 1],
    [1, 'up', 0],
    [0, 'up', null],
    [2, 'down', 4],
    [1, 'right', 3],
    [0, 'right', 3],
    [2, 'right', 3],
    [4, 'left', 2],
    [3, 'right', null],
    [3, 'down', 4],
    [9, 'down', null],
  ] as const)('from box %i %s leads to %s', (from, direction, to) => {
    expect(nearest(boxes, from, direction)).toBe(to)
  })

  test('never leads sideways to what stands above or below', () => {
    expect(nearest([box(0, 0), box(10, 100)], 0, 'right')).toBeNull()
  })
})

describe('while one was away', () => {
  const a = shown('anime:1', 'A', { status: 'planned' })
  const b = shown('anime:2', 'B')
  const digest = (id: number, title: typeof a | null, episode: number, saidAt = 5000) =>
    notice(id, { title, episode, saidAt, way: 'digest' })

  test('the latest digest is shown, what one watches first, episodes in order', () => {
    const away = awayOf(
      [digest(5, a, 3), digest(4, a, 2), digest(3, a, 1), digest(2, b, 9), digest(1, b, 1, 4000)],
      4000,
    )

    expect(away).toEqual({
      saidAt: 5000,
      episodes: 4,
      titles: [
        { title: b, episodes: [9] },
        { title: a, episodes: [1, 2, 3] },
      ],
    })
  })

  test('a digest that was seen, or that is about one episode, is not shown again', () => {
    expect(awayOf([digest(1, a, 1), digest(2, b, 1)], 5000)).toBeNull()
    expect(awayOf([digest(1, a, 1)], 0)).toBeNull()
    expect(awayOf([], 0)).toBeNull()
  })

  test('what came by itself, waits, or is on no list any more is not counted', () => {
    const others = [
      notice(1, { title: a, way: 'toast', saidAt: 6000 }),
      notice(2, { title: a, way: null, saidAt: null }),
      digest(3, null, 1),
      digest(4, a, 1),
    ]

    expect(awayOf(others, 0)).toBeNull()
  })
})

describe('a season', () => {
  const first = seasonTitle('anime:1', {
    popularity: 10,
    entry: { status: 'planned', progress: 0 },
  })
  const second = seasonTitle('anime:2', { popularity: 50, isNew: false, isSequelOfMine: true })
  const film = seasonTitle('anime:3', { format: 'movie', popularity: null })
  const all = [first, film, second]

  test('is put in groups by format, in each the most popular first', () => {
    expect(seasonGroups(all, [])).toEqual([
      { format: 'tv', titles: [second, first] },
      { format: 'movie', titles: [film] },
    ])
  })

  test('shows only what all wishes hold for', () => {
    expect(seasonGroups(all, ['new'])).toEqual([
      { format: 'tv', titles: [first] },
      { format: 'movie', titles: [film] },
    ])
    expect(seasonGroups(all, ['new', 'missing'])).toEqual([{ format: 'movie', titles: [film] }])
    expect(seasonGroups(all, ['new', 'sequels'])).toEqual([])
  })

  test('counts what each wish would show, where the service tells', () => {
    expect(wishCounts(all)).toEqual({ new: 2, missing: 2, sequels: 1 })
    expect(wishCounts([seasonTitle('anime:1', { isNew: null })])).toEqual({
      new: null,
      missing: 1,
      sequels: null,
    })
  })
})

test.each([
  ['18:05', 1085],
  ['8:00', 480],
  ['8', 480],
  ['0805', 485],
  ['18.30', 1110],
  [' 23:59 ', 1439],
  ['24:00', null],
  ['12:60', null],
  ['noon', null],
  ['', null],
])('the time of day %j is read as %j minutes', (text, minutes) => {
  expect(readClock(text)).toBe(minutes)
})

test('every minute of a day is read back as it was written', () => {
  for (let minutes = 0; minutes < 1440; minutes += 1) {
    expect(readClock(clockText(minutes))).toBe(minutes)
  }
})

test('a delay is named in the largest unit that fits', () => {
  expect([0, 45, 60, 90, 1440, 2880].map(delayName)).toEqual([
    { key: 'airing.settings.atOnce', n: 0 },
    { key: 'airing.settings.minutes', n: 45 },
    { key: 'airing.settings.hours', n: 1 },
    { key: 'airing.settings.minutes', n: 90 },
    { key: 'airing.settings.days', n: 1 },
    { key: 'airing.settings.days', n: 2 },
  ])
})
