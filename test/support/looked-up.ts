import { onTestFinished } from 'vitest'
import { createBucketStore } from '../../src/main/db/buckets'
import { TransportError, type HttpAnswer, type Transport } from '../../src/main/http/transport'
import { createAnilist } from '../../src/main/providers/anilist/anilist'
import { createRealm } from '../../src/main/queue/realm'
import { createAccounts } from '../../src/main/services/accounts'
import { createLookedUp } from '../../src/main/services/looked-up'
import { accountOptions } from './account-options'
import { providerOf } from './things'
import { memoryTables } from './tables'
import { createVirtualClock } from './virtual-clock'

/** Looking up over a service whose answers the test gives, one request at a time. */
export function startLookingUp() {
  const tables = memoryTables()
  const clock = createVirtualClock()
  const waiting: { give: (body: unknown) => void; lose: () => void; isCancelled: () => boolean }[] =
    []
  const transport: Transport = ({ signal }) =>
    new Promise<HttpAnswer>((resolve, reject) => {
      let isCancelled = false
      signal?.addEventListener('abort', () => {
        isCancelled = true
        reject(new TransportError('cancelled', 'cancelled'))
      })
      waiting.push({
        give: (body) => resolve({ status: 200, headers: {}, text: JSON.stringify(body) }),
        lose: () => reject(new TransportError('not-sent', 'no network')),
        isCancelled: () => isCancelled,
      })
    })
  const accounts = createAccounts({
    table: tables.accounts,
    providers: {
      anilist: createAnilist({ clock }),
      'anilist-v1': providerOf('anilist-v1'),
      anisearch: providerOf('anisearch'),
    },
    push: () => undefined,
    clock,
  })
  const row = tables.accounts.realm('anilist', 'https://graphql.example')
  const noTokens = { expiresAt: null, refreshToken: null }
  const [mia, noa] = [1, 2].map((userId) =>
    accounts.signIn(
      row.id,
      { userId, userName: `user ${userId}`, options: accountOptions(), signInEndsAt: null },
      noTokens,
    ),
  )
  const realm = createRealm({
    row,
    provider: createAnilist({ clock }),
    baseUrl: () => 'https://graphql.example/',
    headers: () => ({}),
    store: createBucketStore(tables.db, row.id),
    transport,
    bearer: {
      current: () => 'token',
      granted: () => [],
      refresh: () => Promise.resolve(false),
      lost: () => undefined,
    },
    clean: (text) => text,
    clock,
    random: () => 0.5,
  })
  onTestFinished(() => realm.stop())
  const lookedUp = createLookedUp({ tables, accounts, realms: { byId: () => realm }, clock })
  return { tables, accounts, clock, realm, lookedUp, waiting, mia: mia!.id, noa: noa!.id }
}
