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

test('a title on two accounts is announced once', () => {
  given({ 1: hour })
  machine.list(watching(1, { account: 2 }))
  machine.clock.run(day)

  expect(machine.announced()).toHaveLength(1)
})

test('dropped on one account and watched on the other is watched', () => {
  given({ 1: hour })
  machine.list(watching(1, { account: 2, status: 'dropped' }))
  machine.clock.run(day)

  expect(machine.announced()).toHaveLength(1)
})

test('what aired before one began to follow is no news', () => {
  given({})
  machine.tell(
    [1],
    [
      [1, 1, start - hour],
      [1, 2, start + hour],
    ],
  )
  machine.list(watching(1))
  machine.clock.run(day)

  expect(machine.announced().map(({ episode }) => episode)).toEqual([2])
})

test('a title that is resumed does not tell what aired while it was paused', () => {
  given({})
  machine.list(watching(1))
  machine.tell(
    [1],
    [
      [1, 1, start + hour],
      [1, 2, start + 3 * hour],
    ],
  )
  machine.list(watching(1, { status: 'paused' }))
  machine.clock.run(2 * hour)
  machine.list(watching(1))
  machine.clock.run(day)

  expect(machine.announced().map(({ episode }) => episode)).toEqual([2])
})

test('an episode that nobody wanted when it came is not brought up later', () => {
  given({ 1: hour })
  machine.title(1, { muted: true })
  machine.clock.run(2 * hour)
  machine.title(1, { muted: false })
  machine.clock.run(day)

  expect(machine.announced()).toEqual([])
})

test("a title's own delay comes before that of all", () => {
  given({ 1: hour, 2: hour }, { notifyDelay: 30 })
  machine.title(2, { delay: 120 })
  machine.clock.run(day)

  expect(told()).toEqual([`toast 1/1 ${1.5 * hour}`, `toast 2/1 ${3 * hour}`])
})

test('an episode that is moved on is announced at its new time', () => {
  given({ 1: hour })
  machine.clock.run(hour / 2)
  machine.tell([1], [[1, 1, start + 5 * hour]])
  machine.clock.run(day)

  expect(told()).toEqual([`toast 1/1 ${5 * hour}`])
})

test('one that was announced and is moved then is not announced again', () => {
  given({ 1: hour })
  machine.clock.run(2 * hour)
  machine.tell([1], [[1, 1, start + 5 * hour]])
  machine.clock.run(day)

  expect(machine.announced()).toHaveLength(1)
})
