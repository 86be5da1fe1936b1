import { describe, expect, test } from 'vitest'
import { setUp } from './command-desk'

const lost = {
  service: 'anilist-v1',
  kind: 'drop-after',
  match: { route: 'activity', write: true },
  times: 1,
} as const

describe('words whose answer was lost', () => {
  test.each([
    ['the network is gone', { kind: 'refused' }],
    ['a limit is full', { kind: '429', retryAfter: 60 }],
    ['the service is away', { kind: '403-disabled' }],
    ['it does not work', { kind: 'status', status: 500 }],
    ['it will not have it', { kind: 'status', status: 422 }],
  ] as const)('are not sent again when %s as they are looked for', async (_name, fault) => {
    const { clock, sandbox, account, start, requests } = setUp()
    sandbox.control.faults.add(lost)
    const match = { route: 'activity', write: false }
    sandbox.control.faults.add({ service: 'anilist-v1', match, times: 1, ...fault })

    start().add(account.id, 'found', 'Hello')
    await clock.advance(3_600_000)

    expect(requests()).toMatchObject({ 'POST user/activity': 1 })
  })

  test('count as perhaps sent when the program ends meanwhile', async () => {
    const { clock, sandbox, account, table, realm, start } = setUp()
    sandbox.control.faults.add({ ...lost, kind: 'delay', delayMs: 20_000 })
    const commands = start()
    commands.add(account.id, 'found', 'Hello')
    await clock.advance(5_000)
    commands.stop()
    realm.stop()
    await clock.advance(60_000)

    expect(table.all()).toMatchObject([{ sent: true, state: 'waiting', attempts: 0 }])
  })
})

test('a disk that takes nothing is not asked again at once', async () => {
  const { clock, account, db, done, errors, start } = setUp()
  start().add(account.id, 'status', 'Hello')
  db.sql.exec('PRAGMA query_only = 1')
  await clock.advance(120_000)

  expect(errors.length).toBeLessThanOrEqual(5)
  expect(done).toEqual([])
  db.sql.exec('PRAGMA query_only = 0')
  await clock.advance(120_000)

  expect(done).toEqual(['Hello'])
})

test('nothing leaves while all is held', async () => {
  const { clock, account, hold, done, start } = setUp()
  const commands = start()
  hold.isHeld = true
  commands.add(account.id, 'status', 'Hello')
  await clock.advance(600_000)
  expect(done).toEqual([])

  hold.isHeld = false
  commands.pump()
  await clock.advance(10_000)

  expect(done).toEqual(['Hello'])
})

describe('a later wish about the same', () => {
  test('takes the place of one that waits', async () => {
    const { clock, sandbox, account, table, start, title } = setUp()
    await sandbox.control.setOnline(false)
    const commands = start()
    commands.add(account.id, 'followed', title)
    await clock.advance(1_000)
    const later = commands.add(account.id, 'followed', title)
    await clock.advance(60_000)

    expect(table.all()).toMatchObject([{ id: later }])
  })

  test('takes the place of one under way that fails', async () => {
    const { clock, sandbox, account, table, start, title } = setUp()
    const match = { route: 'favourite' }
    const slow = { service: 'anilist-v1', match, times: 1 } as const
    sandbox.control.faults.add({ ...slow, kind: 'silence' })
    const commands = start()
    const first = commands.add(account.id, 'followed', title)
    await clock.advance(5_000)
    expect(table.get(first)).toMatchObject({ sent: true })
    commands.add(account.id, 'followed', title)
    await clock.advance(40_000)

    expect(table.get(first)).toBeNull()
  })
})
