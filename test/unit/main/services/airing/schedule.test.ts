import { beforeEach, describe, expect, test } from 'vitest'
import { createEpisodesTable } from '../../../../../src/main/db/airing-episodes'
import { createShowsTable } from '../../../../../src/main/db/airing-shows'
import { type Database, openDatabase } from '../../../../../src/main/db/database'
import {
  createSchedule,
  ranks,
  type Schedule,
  type ScheduleNews,
} from '../../../../../src/main/services/airing/schedule'
import { createShows } from '../../../../../src/main/services/airing/shows'

const now = 1_800_000_000
const day = 24 * 3600
let db: Database
let schedule: Schedule
let show: number

function open() {
  const shows = createShows(createShowsTable(db), () => {})
  schedule = createSchedule(createEpisodesTable(db), shows, () => now)
  show = shows.of('r anilist 1')
}

beforeEach(() => {
  db = openDatabase(':memory:')
  open()
})

/** An answer about the one show: episode → Unix s. */
function learn(
  asked: number,
  episodes: Readonly<Record<number, number>>,
  change: Partial<ScheduleNews> = {},
) {
  return schedule.learn({
    asked,
    rank: ranks.schedule,
    shows: [show],
    fromS: now - day,
    untilS: now + 15 * day,
    episodes: Object.entries(episodes).map(([episode, airingAt]) => ({
      show,
      episode: Number(episode),
      airingAt,
    })),
    ...change,
  })
}

const guess = { rank: ranks.broadcast, fromS: 0, untilS: 0 } as const
const known = () =>
  Object.fromEntries([...schedule.of(show)].map(({ episode, airingAt }) => [episode, airingAt]))

test('what was learnt is there after a restart', () => {
  learn(1, { 4: now + day, 5: now + 8 * day })
  const before = known()

  open()

  expect(known()).toEqual(before)
  expect(before).toEqual({ 4: now + day, 5: now + 8 * day })
})

describe('a change of plans', () => {
  test('is noticed, and the time before is kept', () => {
    learn(1, { 4: now + day })

    expect(learn(2, { 4: now + 2 * day })).toEqual([
      { show, episode: 4, was: now + day, now: now + 2 * day },
    ])
    expect(schedule.get(show, 4)).toMatchObject({ airingAt: now + 2 * day, wasAt: now + day })
  })

  test('of less than five minutes is taken, but no news', () => {
    learn(1, { 4: now + day })

    expect(learn(2, { 4: now + day + 299 })).toEqual([])
    expect(known()).toEqual({ 4: now + day + 299 })
  })

  test('may be that there is no time any more', () => {
    learn(1, { 4: now + day, 5: now + 8 * day })

    expect(learn(2, { 5: now + 8 * day })).toEqual([
      { show, episode: 4, was: now + day, now: null },
    ])
    expect(schedule.get(show, 4)).toMatchObject({ airingAt: null, wasAt: now + day })

    expect(learn(3, { 4: now + 9 * day, 5: now + 8 * day })).toEqual([])
    expect(schedule.get(show, 4)).toMatchObject({ airingAt: now + 9 * day, wasAt: now + day })
  })

  test('is none for what lies outside of the span that was asked about', () => {
    learn(1, { 3: now - 3 * day, 4: now + day, 9: now + 15 * day })

    expect(learn(2, { 4: now + day })).toEqual([])
    expect(known()).toEqual({ 3: now - 3 * day, 4: now + day, 9: now + 15 * day })
  })
})

describe('an old answer', () => {
  test('changes nothing, whatever it says or leaves out', () => {
    learn(2, { 4: now + 2 * day })

    expect(learn(1, { 4: now + day, 5: now + 8 * day })).toEqual([])
    expect(learn(1, {})).toEqual([])
    expect(known()).toEqual({ 4: now + 2 * day })
  })

  test('does not even after a restart', () => {
    learn(2, { 4: now + 2 * day })
    open()
    learn(1, { 4: now + day })

    expect(known()).toEqual({ 4: now + 2 * day })
  })
})

describe('a source that is less sure', () => {
  test('neither replaces nor adds to what a better one covers', () => {
    learn(1, { 4: now + day })

    expect(learn(2, { 4: now + 2 * day, 5: now + 8 * day }, guess)).toEqual([])
    expect(known()).toEqual({ 4: now + day })
  })

  test('tells what lies beyond', () => {
    learn(1, { 4: now + day })
    learn(2, { 7: now + 22 * day }, guess)

    expect(known()).toEqual({ 4: now + day, 7: now + 22 * day })
  })

  test('gives way: a guess that turned out wrong is forgotten and was no news', () => {
    learn(1, { 4: now + day, 5: now + 8 * day }, guess)

    expect(learn(2, { 4: now + day + 3600 })).toEqual([])
    expect(known()).toEqual({ 4: now + day + 3600 })
  })

  test('counts when the better one has not been heard for long', () => {
    learn(1, { 4: now - 20 * day }, { fromS: now - 30 * day, untilS: now - 15 * day })
    learn(2, { 5: now + day }, guess)

    expect(known()).toEqual({ 4: now - 20 * day, 5: now + day })
  })
})

describe('a next episode that a list tells', () => {
  const next = { rank: ranks.next, fromS: 0, untilS: 0 } as const

  test('moves what an older answer covers, and says so', () => {
    learn(1, { 4: now + day, 5: now + 8 * day })

    expect(learn(2, { 4: now + 2 * day }, next)).toEqual([
      { show, episode: 4, was: now + day, now: now + 2 * day },
    ])
    expect(known()).toEqual({ 4: now + 2 * day, 5: now + 8 * day })
  })

  test('is replaced by the next whole answer, and can still be put off by it', () => {
    learn(1, { 4: now + day })
    learn(2, { 4: now + 2 * day }, next)

    expect(learn(3, { 5: now + 8 * day })).toEqual([
      { show, episode: 4, was: now + 2 * day, now: null },
    ])
  })

  test('is not led back by a whole answer that was asked for before', () => {
    learn(1, { 4: now + day })
    learn(3, { 4: now + 2 * day }, next)
    learn(2, { 4: now + day })

    expect(known()).toEqual({ 4: now + 2 * day })
  })

  test('changes nothing when it is older than what is known', () => {
    learn(2, { 4: now + 2 * day })

    expect(learn(1, { 4: now + day, 5: now + 3 * day }, next)).toEqual([])
    expect(known()).toEqual({ 4: now + 2 * day })
  })

  test('that turns out otherwise by a better source was moved', () => {
    learn(1, { 4: now + day }, next)

    expect(learn(2, { 4: now + 2 * day })).toEqual([
      { show, episode: 4, was: now + day, now: now + 2 * day },
    ])
  })
})

describe('the next episode', () => {
  test('is the first that has not aired', () => {
    learn(1, { 4: now - 100, 5: now + day, 6: now + 8 * day })

    expect(schedule.next(show, now)).toEqual({ episode: 5, airingAt: now + day })
  })

  test('of two at once is the lower', () => {
    learn(1, { 6: now + day, 5: now + day })

    expect(schedule.next(show, now)?.episode).toBe(5)
  })

  test('is the last one when all have aired, and none when nothing is known', () => {
    learn(1, { 11: now - 8 * day, 12: now - day })

    expect(schedule.next(show, now)).toEqual({ episode: 12, airingAt: now - day })
    expect(schedule.next(show + 1, now)).toBeNull()
  })

  test('is not one that was put off', () => {
    learn(1, { 4: now + day, 5: now + 8 * day })
    learn(2, { 5: now + 8 * day })

    expect(schedule.next(show, now)?.episode).toBe(5)
  })
})

test('what aired long ago is forgotten, but for the last episode', () => {
  learn(1, { 1: now - 100 * day, 2: now - 95 * day }, { fromS: 0 })

  open()

  expect(Object.keys(known())).toEqual(['2'])
})
