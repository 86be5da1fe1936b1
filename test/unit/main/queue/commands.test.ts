import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createCommandsTable } from '../../../../src/main/db/commands'
import { openDatabase } from '../../../../src/main/db/database'
import { createTables } from '../../../../src/main/db/tables'
import type { BucketStore } from '../../../../src/main/db/buckets'
import { createAnilistV1 } from '../../../../src/main/providers/anilist-v1/anilist-v1'
import type { ServiceCall } from '../../../../src/main/providers/provider'
import { createCommands, type CommandKind } from '../../../../src/main/queue/commands'
import { createRealm } from '../../../../src/main/queue/realm'
import { createSandbox } from '../../../../src/sandbox/sandbox'
import { createSandboxTransport, memoryUrls } from '../../../support/sandbox-transport'
import { createVirtualClock } from '../../../support/virtual-clock'

const write = (name: string, path: string, body: string): ServiceCall<null> => ({
  name,
  bucket: 'api',
  effect: 'write',
  method: 'POST',
  path,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body,
  parse: () => null,
})

const favourite: CommandKind = {
  isToggle: true,
  call: (_realm, _owner, id) =>
    write('POST anime/favourite', 'anime/favourite', `id=${String(id)}`),
  isDone: ({ payload: id, run }) =>
    run({
      name: 'GET anime',
      bucket: 'api',
      effect: 'read',
      method: 'GET',
      path: `anime/${String(id)}`,
      parse: ({ text }) => z.object({ favourite: z.boolean() }).parse(JSON.parse(text)).favourite,
    }),
}
const status: CommandKind = {
  call: (_realm, _owner, text) =>
    write('POST user/activity', 'user/activity', `text=${String(text)}`),
}

const noStore: BucketStore = { read: () => null, write: () => undefined }
const open: { close(): void }[] = []
afterEach(() => {
  for (const each of open.splice(0)) each.close()
})

function setUp() {
  const clock = createVirtualClock()
  const sandbox = createSandbox({ clock, entries: 20, services: ['anilist-v1'] })
  const { token, user } = sandbox.accounts['anilist-v1']!
  const db = openDatabase(':memory:')
  open.push(db)
  const tables = createTables(db)
  const row = tables.accounts.realm('anilist-v1', 'memory')
  const options = { scoreFormat: 'point-100' } as never
  const owner = { realm: row.id, userId: user.id, userName: user.name, options, signInEndsAt: null }
  const account = tables.accounts.add(owner)
  const realm = createRealm({
    row,
    provider: createAnilistV1({ clock }),
    baseUrl: () => memoryUrls['anilist-v1'],
    headers: () => ({}),
    store: noStore,
    transport: createSandboxTransport(sandbox),
    clean: (text) => text,
    bearer: {
      current: () => token,
      granted: () => [],
      refresh: () => Promise.resolve(false),
      lost: () => undefined,
    },
    clock,
    random: () => 0,
  })
  const table = createCommandsTable(db)
  const done: unknown[] = []
  const start = () =>
    createCommands({
      db,
      table,
      kinds: { favourite, status },
      clock,
      accounts: () => [account],
      realmOf: () => realm,
      onChanged: () => undefined,
      onDone: ({ payload }) => void done.push(payload),
      onSignedOut: () => undefined,
      onError: (error) => expect.unreachable(String(error)),
    })
  const requests = () => sandbox.inspect.requests('anilist-v1')
  const title = sandbox.inspect.entries('anilist-v1', 'anime').at(-1)?.mediaId ?? 0
  return { clock, sandbox, account, table, done, start, requests, title }
}

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
