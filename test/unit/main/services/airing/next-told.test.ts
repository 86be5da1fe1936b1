import { afterEach, beforeEach, expect, test } from 'vitest'
import { ranks } from '../../../../../src/main/services/airing/schedule'
import { type AiringMachine, createAiringMachine } from '../../../../support/airing-machine'

const hour = 3600_000
const start = Date.UTC(2026, 0, 15, 12)
let machine: AiringMachine
let show = 0

beforeEach(() => {
  machine = createAiringMachine(start)
  machine.list({ account: 1, title: 1, status: 'current', progress: 3, total: null })
  machine.start()
  show = machine.showOf(1)
})
afterEach(() => {
  expect(machine.errors).toEqual([])
  machine.close()
})

/** The fourth episode airs so many hours after the start. */
const fourth = (hours: number) => ({ show, episode: 4, airingAt: start / 1000 + hours * 3600 })
const fourthAt = () => ((machine.core().schedule.get(show, 4)?.airingAt ?? 0) - start / 1000) / 3600

function answer(hours: number, rank: 2 | 3 = ranks.next) {
  const core = machine.core()
  const untilS = rank === ranks.schedule ? start / 1000 + 15 * 86_400 : 0
  core.learn({
    asked: core.ask(),
    rank,
    shows: [show],
    fromS: 0,
    untilS,
    episodes: [fourth(hours)],
  })
}

test('what a list may have said long ago counts where nothing else is known', () => {
  machine.core().learnNext([fourth(48)], false)

  machine.clock.run(49 * hour)
  expect(machine.announced()).toMatchObject([{ at: start + 48 * hour, episode: 4 }])
})

test('it does not lead back what a service answered since', () => {
  answer(48)
  answer(54)

  expect(machine.core().learnNext([fourth(48)], false)).toEqual([])
  expect(fourthAt()).toBe(54)
})

test('what a list has just been told moves what was answered before, and is said to', () => {
  answer(48, ranks.schedule)

  expect(machine.core().learnNext([fourth(54)], true)).toMatchObject([{ show, episode: 4 }])
  expect(fourthAt()).toBe(54)
  expect(machine.core().said.has(show, 'moved', 4)).toBe(true)
})

test('and an answer that was asked for before it does not lead it back', () => {
  const core = machine.core()
  const asked = core.ask()
  core.learnNext([fourth(54)], true)

  core.learn({
    asked,
    rank: ranks.next,
    shows: [show],
    fromS: 0,
    untilS: 0,
    episodes: [fourth(48)],
  })

  expect(fourthAt()).toBe(54)
})

test('nothing is asked for and nothing is written when nothing is told', () => {
  const before = machine.core().ask()

  expect(machine.core().learnNext([], true)).toEqual([])

  expect(machine.core().ask()).toBe(before + 1)
})
