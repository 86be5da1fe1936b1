import { beforeEach, describe, expect, test } from 'vitest'
import { createReminders } from '../../../../../src/main/services/sign-in/reminders'
import type { Account } from '../../../../../src/shared/account'
import type { Notice } from '../../../../../src/shared/ipc/app'
import { createVirtualClock } from '../../../../support/virtual-clock'

const dayMs = 24 * 60 * 60_000

let clock: ReturnType<typeof createVirtualClock>
let meta: Map<string, string>
let notices: Notice[]
let account: Partial<Account>

beforeEach(() => {
  clock = createVirtualClock(Date.UTC(2027, 0, 1, 12))
  meta = new Map()
  notices = []
  account = {
    id: 3,
    service: 'anilist',
    userName: 'kei',
    sandbox: false,
    signedIn: true,
    signInEndsAt: clock.wall() + 40 * dayMs,
    signInRenews: false,
  }
})

function start(language = 'en') {
  const reminders = createReminders({
    // Only what a reminder looks at.
    accounts: () => [account as Account],
    meta: {
      read: (name) => meta.get(name) ?? null,
      write: (name, value) => void meta.set(name, value),
      note: (name, value) => void meta.set(name, value),
      remove: (name) => void meta.delete(name),
    },
    clock,
    notice: (notice) => void notices.push(notice),
    language: () => language,
  })
  reminders.start()
  return reminders
}

describe('a sign-in that ends', () => {
  test('is reminded of 30, 7 and 1 days ahead, each once', async () => {
    start()
    const told: number[] = []
    for (let day = 40; day > 0; day -= 1) {
      await clock.advance(dayMs)
      if (notices.splice(0).length > 0) told.push(day - 1)
    }

    expect(told).toEqual([30, 7, 1])
  })

  test('is named with its day', async () => {
    start()
    await clock.advance(11 * dayMs)

    expect(notices).toEqual([
      { id: 'sign-in-ends', params: { service: 'AniList', name: 'kei', date: 'February 10' } },
    ])
  })

  test('is named with its day in German', async () => {
    start('de')
    await clock.advance(11 * dayMs)

    expect(notices[0]?.params['date']).toBe('10. Februar')
  })

  test('is not told again by the next run', async () => {
    start().stop()
    await clock.advance(11 * dayMs)
    start().stop()
    start()

    expect(notices).toHaveLength(1)
  })

  test('is told once, by the nearest day, after weeks without a run', async () => {
    await clock.advance(36 * dayMs)
    start()
    await clock.advance(dayMs)

    expect(notices).toHaveLength(1)
  })

  test('is told anew once it was renewed for another year', async () => {
    start()
    await clock.advance(39.5 * dayMs)
    const before = notices.splice(0).length
    account = { ...account, signInEndsAt: clock.wall() + 365 * dayMs }
    await clock.advance(336 * dayMs)

    expect([before, notices.length]).toEqual([3, 1])
  })
})

describe('a sign-in that renews itself', () => {
  const quarterMs = 15 * 60_000
  const lasting = (days: number) =>
    (account = {
      ...account,
      service: 'anisearch',
      signInRenews: true,
      signInEndsAt: clock.wall() + days * dayMs,
    })

  test('is reminded of 7 and 1 days ahead where it was not renewed', async () => {
    lasting(30)
    start()
    const told: number[] = []
    for (let day = 30; day > 0; day -= 1) {
      await clock.advance(dayMs)
      if (notices.splice(0).length > 0) told.push(day - 1)
    }

    expect(told).toEqual([7, 1])
  })

  test('is not spoken of while it goes on being renewed', async () => {
    start()
    for (let day = 0; day < 60; day += 1) {
      lasting(30)
      await clock.advance(dayMs)
    }

    expect(notices).toEqual([])
  })

  test('is given the time to renew itself after a start', async () => {
    lasting(5)
    const reminders = start()
    reminders.look()
    await clock.advance(quarterMs - 1)
    expect(notices).toEqual([])
    lasting(30)

    await clock.advance(dayMs)

    expect(notices).toEqual([])
  })

  test('is spoken of where that time has passed in vain', async () => {
    lasting(5)
    start()
    await clock.advance(quarterMs)

    expect(notices).toHaveLength(1)
  })
})

describe('nothing is said', () => {
  test.each<[string, Partial<Account>]>([
    ['of one whose end is not known', { signInEndsAt: null }],
    ['of the built-in services', { sandbox: true }],
    ['to somebody who is signed out', { signedIn: false }],
  ])('%s', async (_of, change) => {
    account = { ...account, ...change }
    start()
    await clock.advance(40 * dayMs)

    expect(notices).toEqual([])
  })

  test('of one that has ended', async () => {
    await clock.advance(41 * dayMs)
    start()

    expect(notices).toEqual([])
  })

  test('after it was stopped', async () => {
    start().stop()
    await clock.advance(20 * dayMs)

    expect(notices).toEqual([])
  })
})

test('what was said of an account that is gone is forgotten', async () => {
  const reminders = start()
  await clock.advance(11 * dayMs)
  reminders.forget(3)

  expect(meta.size).toBe(0)
})
