import { expect, test } from 'vitest'
import { createKeepFresh } from '../../../../../src/main/services/backup/keep-fresh'
import { createVirtualClock } from '../../../../support/virtual-clock'

function setUp(readSize: number | null, waitingAtFirst: number) {
  const clock = createVirtualClock()
  const state = { waiting: waitingAtFirst, read: 0 }
  const fresh = createKeepFresh({
    clock,
    waiting: () => state.waiting,
    readSize: () => readSize,
    read: () => {
      state.read += 1
      return Promise.resolve()
    },
  })
  return { clock, fresh, state }
}

test('while much waits, the list is read before the last reading goes stale', async () => {
  const { clock, fresh, state } = setUp(50, 5_000)

  fresh.begun(1)
  fresh.begun(1)
  expect(state.read).toBe(1)
  await clock.advance(15 * 60_000)
  expect(state.read).toBeGreaterThanOrEqual(3)
  const before = state.read
  state.waiting = 0
  await clock.advance(60 * 60_000)
  expect(state.read).toBe(before)
})

test.each([
  ['little waits', 50, 400],
  ['one request reads the list anyway', null, 5_000],
])('nothing is read when %s', async (_when, size, waiting) => {
  const { clock, fresh, state } = setUp(size, waiting)

  fresh.begun(1)
  await clock.advance(60 * 60_000)

  expect(state.read).toBe(0)
})

test('nothing is read any more when it is stopped', async () => {
  const { clock, fresh, state } = setUp(50, 5_000)
  fresh.begun(1)

  fresh.stop()
  await clock.advance(60 * 60_000)

  expect(state.read).toBe(1)
})
