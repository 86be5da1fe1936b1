import { describe, expect, test } from 'vitest'
import { setUp } from './command-desk'

describe('commands', () => {
  test('a post reaches the service once', async () => {
    const { clock, account, table, done, start, requests } = setUp()

    start().add(account.id, 'status', 'Hello')
    await clock.advance(10_000)

    expect(requests()).toEqual({ 'POST user/activity': 1 })
    expect(done).toEqual(['Hello'])
    expect(table.all()).toEqual([])
  })

  test('a toggle that is already so is not sent', async () => {
    const { clock, account, done, start, requests, title } = setUp()
    const commands = start()

    commands.add(account.id, 'favourite', title)
    commands.add(account.id, 'favourite', title)
    await clock.advance(20_000)

    expect(requests()).toMatchObject({ 'POST anime/favourite': 1 })
    expect(done).toEqual([title, title])
  })

  test('a toggle whose outcome is unknown is read before it is sent again', async () => {
    const { clock, sandbox, account, done, start, requests, title } = setUp()
    sandbox.control.faults.add({
      service: 'anilist-v1',
      kind: 'drop-after',
      match: { route: 'favourite' },
      times: 1,
    })

    start().add(account.id, 'favourite', title)
    await clock.advance(60_000)

    expect(requests()).toMatchObject({ 'POST anime/favourite': 1 })
    expect(done).toEqual([title])
  })

  test('a post whose outcome cannot be read waits for the user', async () => {
    const { clock, sandbox, account, table, start, requests } = setUp()
    sandbox.control.faults.add({
      service: 'anilist-v1',
      kind: 'drop-after',
      match: { route: 'activity' },
      times: 1,
    })

    start().add(account.id, 'status', 'Hello')
    await clock.advance(60_000)

    expect(requests()).toEqual({ 'POST user/activity': 1 })
    expect(table.all()).toMatchObject([
      { state: 'attention', failure: { code: 'outcome-unknown' } },
    ])
  })

  test('what never left is sent when the service can be reached', async () => {
    const { clock, sandbox, account, done, start } = setUp()
    await sandbox.control.setOnline(false)

    start().add(account.id, 'status', 'Hello')
    await clock.advance(60_000)
    expect(done).toEqual([])
    await sandbox.control.setOnline(true)
    await clock.advance(600_000)

    expect(done).toEqual(['Hello'])
  })

  test('one that had left when the program was killed is read first', async () => {
    const { clock, account, table, done, start, requests, title } = setUp()
    const id = table.add(account.id, 'favourite', title, 0)
    table.put({ ...table.get(id)!, sent: true })

    start().start()
    await clock.advance(10_000)

    expect(requests()).toMatchObject({
      'GET anime/{id}': 1,
      'POST anime/favourite': 1,
    })
    expect(done).toEqual([title])
  })

  test('a refused one waits for the user, is taken back, and does not hold up the next', async () => {
    const { clock, sandbox, account, table, done, start } = setUp()
    sandbox.control.faults.add({
      service: 'anilist-v1',
      kind: 'status',
      status: 422,
      match: { route: 'activity' },
      times: 1,
    })
    const commands = start()

    const id = commands.add(account.id, 'status', 'Refused')
    commands.add(account.id, 'status', 'Fine')
    await clock.advance(30_000)

    expect(done).toEqual(['Fine'])
    expect(table.get(id)).toMatchObject({ state: 'attention', failure: { code: 'refused' } })
    expect(commands.drop(id)).toBe(true)
    expect(commands.of(account.id)).toEqual([])
  })

  test('one that was taken back is not sent in the name of the next', async () => {
    const { clock, sandbox, account, done, start, requests, title } = setUp()
    await sandbox.control.setOnline(false)
    const commands = start()
    const first = commands.add(account.id, 'status', 'Taken back')
    await clock.advance(1_000)
    commands.drop(first)
    const second = commands.add(account.id, 'favourite', title)
    await sandbox.control.setOnline(true)
    await clock.advance(600_000)

    expect(second).not.toBe(first)
    expect(done).toEqual([title])
    expect(requests()).not.toHaveProperty('POST user/activity')
  })

  test('one that waits can be taken back', async () => {
    const { clock, sandbox, account, done, start } = setUp()
    await sandbox.control.setOnline(false)
    const commands = start()
    const id = commands.add(account.id, 'status', 'Hello')
    await clock.advance(1_000)

    expect(commands.drop(id)).toBe(true)
    await sandbox.control.setOnline(true)
    await clock.advance(600_000)

    expect(done).toEqual([])
  })
})
