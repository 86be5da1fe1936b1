import { describe, expect, test } from 'vitest'
import type { Job } from '../../../../src/main/queue/jobs'
import { entryOf } from '../../../support/entries'
import { keyOf } from './rows'
import { open } from './under-way'

describe('an answered write', () => {
  test('ends its rows, which are fresh, and says that they arrived', async () => {
    const { answered, write, row, planned, isFresh, written, changed } = open(2)
    await answered(write, [entryOf('anime:1', { progress: 4 }), null])

    expect([row(1), row(2), planned(1), planned(2)]).toEqual([null, null, undefined, undefined])
    expect([isFresh(1), isFresh(2)]).toEqual([true, true])
    expect(written.map(({ key }) => key)).toEqual([keyOf('anime:1'), keyOf('anime:2')])
    expect(changed).toEqual([keyOf('anime:1'), keyOf('anime:2')])
  })

  test('tells what others changed meanwhile', async () => {
    const { answered, write, tables, told } = open(2)
    const before = { ...entryOf('anime:1', { progress: 4 }), status: 'current' } as const
    for (const title of ['anime:1', 'anime:2'] as const)
      tables.entries.put(keyOf(title), { ...before, title }, null)
    await answered(write, [
      { ...before, notes: 'theirs' },
      { ...before, title: 'anime:2' },
    ])

    expect(told).toMatchObject([
      { key: keyOf('anime:1'), source: 'sync', before: { notes: '' }, after: { notes: 'theirs' } },
    ])
  })

  test('by ids that is silent about one leaves that one to be read, then sent alone', async () => {
    const { answered, write, row, planned, isFresh } = open(2)
    await answered({ ...write, equal: true } as Job, [entryOf('anime:1', { progress: 4 }), null])

    expect(row(1)).toBeNull()
    expect(row(2)).toMatchObject({ state: 'waiting' })
    expect(planned(2)).toMatchObject({ single: true, unsure: true })
    expect(isFresh(2)).toBe(false)
  })
})

describe('an answered removal', () => {
  test('ends its row', async () => {
    const { answered, remove, row, isFresh } = open(1, { wanted: null })
    await answered(remove, undefined)

    expect(row()).toBeNull()
    expect(isFresh()).toBe(true)
  })

  test('of what was gone already has done its work as well', async () => {
    const { fails, remove, row } = open(1, { wanted: null })
    await fails(remove, { code: 'gone' })

    expect(row()).toBeNull()
  })

  test('that is wished while a write is under way has nothing to do when that finds the title gone', async () => {
    const { fails, write, row, tables } = open()
    tables.outbox.put({ ...(row() ?? expect.unreachable()), revision: 2, wanted: null })
    await fails(write, { code: 'gone' })

    expect(row()).toBeNull()
  })
})

describe('a failed write', () => {
  test.each(['offline', 'rate-limited', 'outage', 'blocked', 'cancelled'] as const)(
    '(%s) did not arrive: the row waits as before, and counts no try',
    async (code) => {
      const { fails, write, row, planned, isFresh, clock } = open()
      await fails(write, { code })

      expect(row()).toMatchObject({ state: 'waiting', sent: null, attempts: 0, failure: null })
      expect(planned()).toMatchObject({ dueAt: clock.monotonic(), unsure: false })
      expect(isFresh()).toBe(true)
    },
  )

  test('of unknown outcome is read before it is sent again', async () => {
    const { fails, write, row, planned, isFresh } = open()
    await fails(write, { code: 'outcome-unknown' })

    expect(row()).toMatchObject({ state: 'waiting', sent: { patch: { progress: 4 } } })
    expect(planned()).toMatchObject({ unsure: true })
    expect(isFresh()).toBe(false)
  })

  test('with a bad answer waits longer each time, and says why', async () => {
    const first = open()
    await first.fails(first.write, { code: 'bad-answer', detail: 'Oops.' })
    expect(first.row()).toMatchObject({ attempts: 1, failure: { detail: 'Oops.' } })
    expect(first.planned()?.dueAt).toBe(first.clock.monotonic() + 5_000)

    const fourth = open(1, { attempts: 3 })
    await fourth.fails(fourth.write, { code: 'bad-answer' })
    expect(fourth.planned()?.dueAt).toBe(fourth.clock.monotonic() + 40_000)
  })

  test('that was refused needs the user, with the words of the service', async () => {
    const { fails, write, row, isFresh } = open()
    await fails(write, { code: 'refused', detail: 'Too high.' })

    expect(row()).toMatchObject({
      state: 'attention',
      failure: { code: 'refused', detail: 'Too high.' },
      attempts: 1,
      sent: null,
    })
    expect(isFresh()).toBe(false)
  })

  test('of several that was refused is read, and each goes alone from then on', async () => {
    const { fails, write, row, planned } = open(3)
    await fails(write, { code: 'refused' })

    for (const id of [1, 2, 3]) {
      expect(row(id)).toMatchObject({ state: 'waiting', sent: { revision: 1 } })
      expect(planned(id)).toMatchObject({ single: true, unsure: true })
    }
  })

  test('for want of a sign-in keeps the row waiting and tells, with the failure', async () => {
    const { fails, write, row, signedOut } = open()
    await fails(write, { code: 'signed-out', detail: 'Invalid token' })

    expect(row()).toMatchObject({ state: 'waiting', sent: null })
    expect(signedOut).toEqual([{ code: 'signed-out', detail: 'Invalid token' }])
  })

  test('that nobody foresaw may have arrived: the user is asked, and it stays remembered', async () => {
    const { fails, write, row } = open()
    await fails(write, { code: 'unexpected' })

    expect(row()).toMatchObject({ state: 'attention', sent: { revision: 1 } })
  })

  test('of an edit that was taken back meanwhile ends the row', async () => {
    const { fails, write, row, planned } = open(1, { wanted: { progress: 3 } })
    await fails(write, { code: 'offline' })

    expect([row(), planned()]).toEqual([null, undefined])
  })

  test('of a row that was dropped meanwhile is nothing', async () => {
    const { fails, write, row, tables } = open()
    tables.outbox.remove(keyOf('anime:1'))
    await fails(write, { code: 'refused' })

    expect(row()).toBeNull()
  })
})

describe('a failed read', () => {
  test('keeps what is unsure unsure', async () => {
    const { fails, read, row } = open()
    await fails(read, { code: 'offline' })

    expect(row()).toMatchObject({ state: 'waiting', sent: { revision: 1 } })
  })

  test('that is refused is tried again, five times, before the user is asked', async () => {
    const early = open(1, { attempts: 4 })
    await early.fails(early.read, { code: 'refused' })
    expect(early.row()).toMatchObject({ state: 'waiting', attempts: 5 })

    const late = open(1, { attempts: 5 })
    await late.fails(late.read, { code: 'refused', detail: 'No.' })
    expect(late.row()).toMatchObject({ state: 'attention', failure: { detail: 'No.' } })
  })
})

test('what cannot be put into words for the service needs the user at once', () => {
  const { outcome, row, planned, changed } = open()
  outcome.unspeakable(keyOf('anime:1'), { code: 'refused', reason: 'status-not-stored' })

  expect(row()).toMatchObject({ state: 'attention', failure: { reason: 'status-not-stored' } })
  expect(planned()?.state).toBe('attention')
  expect(changed).toEqual([keyOf('anime:1')])
})
