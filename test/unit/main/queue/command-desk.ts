import { afterEach } from 'vitest'
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
const about = (payload: unknown) => JSON.stringify(payload)
const followed = { ...favourite, about }
/** Words that can be looked for among the latest. */
const found: CommandKind = {
  call: (_realm, _owner, text) =>
    write('POST user/activity', 'user/activity', `text=${String(text)}`),
  isDone: ({ owner, payload, run }) =>
    run({
      name: 'GET user/activity',
      bucket: 'api',
      effect: 'read',
      method: 'GET',
      path: `user/${owner.userId}/activity`,
      parse: ({ text }) => text.includes(String(payload)),
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

/** Commands of one account at the built-in v1. What is `status` cannot be looked for, what is `found` can. */
export function setUp() {
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
  const errors: unknown[] = []
  const hold = { isHeld: false }
  const start = () =>
    createCommands({
      db,
      table,
      kinds: { favourite, followed, found, status },
      isHeld: () => hold.isHeld,
      clock,
      accounts: () => [account],
      realmOf: () => realm,
      onChanged: () => undefined,
      onDone: ({ payload }) => void done.push(payload),
      onSignedOut: () => undefined,
      onError: (error) => void errors.push(error),
    })
  const requests = () => sandbox.inspect.requests('anilist-v1')
  const title = sandbox.inspect.entries('anilist-v1', 'anime').at(-1)?.mediaId ?? 0
  return { clock, sandbox, account, db, realm, table, done, errors, hold, start, requests, title }
}
