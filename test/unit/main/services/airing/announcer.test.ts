import { afterEach, describe, expect, test } from 'vitest'
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

test('an episode is announced when it airs, neither earlier nor later', () => {
  given({ 7: 3 * hour })

  machine.clock.run(3 * hour - 1)
  expect(machine.shown).toEqual([])
  machine.clock.run(1)

  expect(told()).toEqual([`toast 7/1 ${3 * hour}`])
})

test('no timer is longer than a minute, and none runs when nothing is to come', () => {
  given({ 7: 5 * day })
  const before = machine.clock.monotonic()
  machine.clock.run(minute)
  expect(machine.clock.timers()).toBe(1)
  expect(machine.clock.monotonic() - before).toBe(minute)

  machine.clock.run(6 * day)

  expect(machine.announced()).toHaveLength(1)
  expect(machine.clock.timers()).toBe(0)
})

test('up to three at once come by themselves, more as one digest', () => {
  given({ 1: hour, 2: hour, 3: hour, 11: 2 * hour, 12: 2 * hour, 13: 2 * hour, 14: 2 * hour })
  machine.clock.run(3 * hour)

  expect(machine.shown.map(({ toast }) => toast.kind)).toEqual([
    'episode',
    'episode',
    'episode',
    'digest',
  ])
  expect(machine.announced()).toHaveLength(7)
})

describe('after sleep', () => {
  test('what came meanwhile is one digest, once things have settled', () => {
    given({ 1: hour, 2: 2 * hour, 3: 3 * hour })
    machine.clock.sleep(day, true)
    machine.core().announcer.resumed()
    machine.clock.run(minute)

    expect(machine.shown).toHaveLength(1)
    expect(told().map((line) => line.split(' ')[1])).toEqual(['1/1', '2/1', '3/1'])
    expect(machine.shown[0]!.at).toBe(start + day + 20_000)
  })

  test('two words of waking are as good as one', () => {
    given({ 1: hour })
    machine.clock.sleep(day, true)
    machine.core().announcer.resumed()
    machine.core().announcer.resumed()
    machine.clock.run(hour)

    expect(machine.shown).toHaveLength(1)
  })

  test('it is noticed without a word within a minute', () => {
    given({ 1: hour, 2: 2 * hour })
    machine.clock.sleep(day, true)
    machine.clock.run(2 * minute)

    expect(machine.shown.map(({ toast }) => toast.kind)).toEqual(['digest'])
  })

  test('what was seen, muted or put off meanwhile is not told', () => {
    given({ 1: hour, 2: hour, 3: hour, 4: hour })
    machine.clock.sleep(day, true)
    machine.core().announcer.resumed()
    machine.list(watching(1, { progress: 1 }))
    machine.title(2, { muted: true })
    machine.tell([3], [[3, 1, start + 3 * day]])
    machine.clock.run(hour)

    expect(told()).toEqual([`digest 4/1 ${day + 20_000}`])
    machine.clock.run(3 * day)
    expect(told().at(-1)).toBe(`toast 3/1 ${3 * day}`)
  })
})

describe('a program that ends while it speaks', () => {
  test.each(['before-toast', 'after-toast'] as const)(
    'at %s: the episode comes once by itself at most, and then in the digest',
    (moment) => {
      given({ 1: hour })
      machine.breakAt(moment, 1)
      machine.clock.run(hour)
      expect(machine.isAlive()).toBe(false)

      machine.kill()
      machine.start()
      machine.clock.run(hour)

      const ways = machine.announced().map(({ way }) => way)
      expect(ways).toEqual(moment === 'before-toast' ? ['digest'] : ['toast', 'digest'])
    },
  )

  test('before it could write anything down: nothing was shown, and the next start tells', () => {
    given({ 1: hour })
    machine.breakAt('write', 1)
    machine.clock.run(hour)
    expect(machine.shown).toEqual([])

    machine.kill()
    machine.start()
    machine.clock.run(hour)

    expect(machine.announced()).toHaveLength(1)
  })

  test('what was said is not said again by the next run', () => {
    given({ 1: hour })
    machine.clock.run(2 * hour)
    machine.kill()
    machine.start()
    machine.clock.run(day)

    expect(machine.announced()).toHaveLength(1)
  })
})

test('a notification that the system refuses is told in the next digest, and no timer spins', () => {
  machine = createAiringMachine(start)
  machine.list(watching(1))
  const { core } = machine
  machine.start()
  machine.tell([1], [[1, 1, start + hour]])
  let refusals = 0
  core().announcer.connect(() => {
    refusals += 1
    if (refusals < 4) throw new Error('no')
  })
  machine.clock.run(2 * hour)

  expect(refusals).toBe(4)
  expect(machine.errors.splice(0)).toHaveLength(3)
  expect(core().said.waiting()).toEqual([])
})

describe('a notification of which the system says later that it could not be shown', () => {
  /** A machine whose system takes every notification and loses the first ones. */
  function losing(count: number, whenSaid: 'at once' | 'later') {
    machine = createAiringMachine(start)
    for (const title of [1, 2, 3, 4]) machine.list(watching(title))
    machine.start()
    const kinds: string[] = []
    machine.core().announcer.connect((toast, failed) => {
      kinds.push(`${toast.kind} ${machine.clock.wall() - start}`)
      if (kinds.length > count) return
      if (whenSaid === 'at once') failed()
      else machine.clock.after(1000, failed)
    })
    return kinds
  }

  test.each(['at once', 'later'] as const)(
    'is told in a digest soon, when it says so %s',
    (whenSaid) => {
      const kinds = losing(1, whenSaid)
      machine.tell([1], [[1, 1, start + hour]])
      machine.clock.run(2 * hour)

      const lostMs = whenSaid === 'later' ? 1000 : 0
      expect(kinds).toEqual([`episode ${hour}`, `digest ${hour + lostMs + 20_000}`])
      expect(machine.core().said.waiting()).toEqual([])
      expect(machine.core().said.page(null, 9)).toMatchObject([{ state: 'said', way: 'digest' }])
    },
  )

  test('comes once more when it was a digest, not at once, until it is shown', () => {
    const kinds = losing(2, 'later')
    machine.tell(
      [1, 2, 3, 4],
      [1, 2, 3, 4].map((title) => [title, 1, start + hour] as const),
    )
    machine.clock.run(2 * hour)

    const again = 1000 + 10 * minute
    expect(kinds).toEqual([hour, hour + again, hour + 2 * again].map((at) => `digest ${at}`))
    expect(machine.core().said.waiting()).toEqual([])
  })

  test('is not told any more when it was seen meanwhile', () => {
    const kinds = losing(1, 'later')
    machine.tell([1], [[1, 1, start + hour]])
    machine.clock.run(hour + 2000)
    machine.list(watching(1, { progress: 1 }))
    machine.clock.run(hour)

    expect(kinds).toEqual([`episode ${hour}`])
  })
})

test('without anybody to tell nothing is claimed, so that the next start tells', () => {
  machine = createAiringMachine(start)
  machine.list(watching(1))
  const { core } = machine
  core().follow([], [])
  machine.start()
  core().announcer.stop()
  machine.tell([1], [[1, 1, start + hour]])
  machine.clock.run(day)
  expect(machine.shown).toEqual([])

  machine.kill()
  machine.start()
  machine.clock.run(minute)

  expect(machine.announced()).toHaveLength(1)
})
