import { afterEach, expect, test } from 'vitest'
import type { AiringSettings } from '../../../../../src/shared/airing-settings'
import {
  type AiringMachine,
  createAiringMachine,
  type Listed,
} from '../../../../support/airing-machine'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const start = Date.UTC(2026, 6, 1, 12)

let machine: AiringMachine
afterEach(() => {
  expect(machine.errors).toEqual([])
  machine.close()
})

const watching = (title: number, change: Partial<Listed> = {}): Listed => ({
  account: 1,
  title,
  status: 'current',
  progress: 0,
  total: 12,
  ...change,
})

/** A running machine with titles on its list whose first episodes air after the given times. */
function given(inMs: Readonly<Record<number, number>>, settings: Partial<AiringSettings> = {}) {
  machine = createAiringMachine(start, settings)
  const titles = Object.keys(inMs).map(Number)
  for (const title of titles) machine.list(watching(title))
  machine.start()
  machine.tell(
    titles,
    titles.map((title) => [title, 1, start + inMs[title]!] as const),
  )
  return machine
}

const told = () =>
  machine
    .announced()
    .map(({ way, title, episode, at }) => `${way} ${title}/${episode} ${at - start}`)

test('a pause holds everything back, and ends with a digest', () => {
  given({ 1: minute, 2: 30 * minute })
  machine.core().pause(hour)
  machine.clock.run(hour - 1)
  expect(machine.shown).toEqual([])
  machine.clock.run(minute)

  expect(told()).toEqual([`digest 1/1 ${hour}`, `digest 2/1 ${hour}`])
})

test('a pause ends at once when it is taken back', () => {
  given({ 1: minute })
  machine.core().pause(hour)
  machine.clock.run(5 * minute)
  machine.core().pause(0)

  expect(told()).toEqual([`digest 1/1 ${5 * minute}`])
})

test('a clock that is set back does not make a pause longer', () => {
  given({ 1: -day + 2 * hour + minute })
  machine.core().pause(hour)
  machine.clock.setWall(-day)

  expect(machine.core().pausedUntil()).toBeNull()
})

test('nothing is heard in quiet hours, also in the night in which the clock is changed', () => {
  const evening = Date.UTC(2026, 2, 28, 22)
  machine = createAiringMachine(evening, { quietHours: true, quietFrom: 1380, quietTo: 480 })
  machine.list(watching(1))
  machine.start()
  machine.tell([1], [[1, 1, evening + 3 * hour]])
  machine.clock.run(day)

  // 8:00 in Berlin, which is summer time by then.
  expect(machine.shown.map(({ at }) => new Date(at).toISOString())).toEqual([
    '2026-03-29T06:00:00.000Z',
  ])
})

test('a daily digest comes at its time, and not on days without episodes', () => {
  given({ 1: hour, 2: 25 * hour, 3: 26 * hour }, { dailyDigest: true, dailyDigestAt: 18 * 60 })
  machine.clock.run(5 * day)

  const times = machine.shown.map(({ at }) => new Date(at).toISOString())
  expect(times).toEqual(['2026-07-01T16:00:00.000Z', '2026-07-02T16:00:00.000Z'])
  expect(machine.announced()).toHaveLength(3)
})

test('another zone counts from the next minute on', () => {
  given({ 1: 3 * hour }, { dailyDigest: true, dailyDigestAt: 18 * 60 })
  machine.clock.run(3.5 * hour)
  machine.state.zone = 'America/New_York'
  machine.clock.run(day)

  expect(machine.shown.map(({ at }) => new Date(at).toISOString())).toEqual([
    '2026-07-01T22:00:00.000Z',
  ])
})
