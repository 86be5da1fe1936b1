import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useAccountsStore } from '../../../../src/renderer/src/stores/accounts'
import { useUnreadStore } from '../../../../src/renderer/src/stores/unread'
import type { Account } from '../../../../src/shared/account'
import { AppError } from '../../../../src/shared/failure'
import { account } from '../support/builders'
import { type FakeBridge, installFakeBridge } from '../support/fake-bridge'
import { freshStores } from '../support/mounting'

let main: FakeBridge
let unread = 3

async function opened(shown: Account = account()) {
  main = installFakeBridge({
    'accounts:list': () => [shown],
    'looks:leave': () => undefined,
    'social:unread': () => {
      if (unread < 0) throw new AppError({ code: 'offline' })
      return { value: unread, askedAt: 0, isFresh: true }
    },
  })
  freshStores()
  await useAccountsStore().load()
  return useUnreadStore()
}

const pass = async (ms: number) => {
  await vi.advanceTimersByTimeAsync(ms)
  await flushPromises()
}

beforeEach(() => {
  unread = 3
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => void vi.useRealTimers())

test('the start belongs to the list: news are asked for a little later', async () => {
  const store = await opened()
  await pass(3_000)
  expect(main.argsOf('social:unread')).toHaveLength(0)

  await pass(1_000)
  expect(store.unread).toBe(3)
})

test('news are looked at now and then', async () => {
  const store = await opened()
  await pass(4_000)
  unread = 5
  await pass(9 * 60_000)
  expect(store.unread).toBe(3)

  await pass(60_000)
  expect(store.unread).toBe(5)
})

test('the number goes when the list of news was opened, for that account only', async () => {
  const store = await opened()
  await pass(4_000)

  main.push('social:unread-changed', { accountId: account().id + 1, unread: 0 })
  expect(store.unread).toBe(3)
  main.push('social:unread-changed', { accountId: account().id, unread: 0 })
  expect(store.unread).toBe(0)
})

test('a failure leaves the number as it was', async () => {
  const store = await opened()
  await pass(4_000)
  unread = -1
  await pass(10 * 60_000)

  expect(store.unread).toBe(3)
})

test.each([
  ['nobody is signed in', { signedIn: false }],
  ['the service has lists only', { capabilities: { ...account().capabilities, community: false } }],
])('nothing is asked where %s', async (_name, part) => {
  const store = await opened(account(part))
  await pass(30 * 60_000)

  expect(main.argsOf('social:unread')).toHaveLength(0)
  expect(store.unread).toBeNull()
})
