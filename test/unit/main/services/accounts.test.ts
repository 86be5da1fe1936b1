import { describe, expect, test } from 'vitest'
import { createAccounts } from '../../../../src/main/services/accounts'
import type { Account } from '../../../../src/shared/account'
import { serviceIds, type ServiceId } from '../../../../src/shared/service'
import { accountOptions } from '../../../support/account-options'
import { memoryTables } from '../../../support/tables'
import { createVirtualClock } from '../../../support/virtual-clock'
import { refusal } from './desk'

const year = 365 * 24 * 3_600_000
const tokens = { expiresAt: null, refreshToken: null }

/** Services of which only what accounts ask is known; sign-ins last a year at aniSearch. */
function open() {
  const { accounts: table } = memoryTables()
  const clock = createVirtualClock()
  const told: (readonly Account[])[] = []
  const providers = Object.fromEntries(
    serviceIds.map((id) => [
      id,
      {
        capabilities: { batchSize: id.length },
        ...(id === 'anisearch' ? { signInLastsMs: year } : {}),
      },
    ]),
  ) as never
  const make = () =>
    createAccounts({
      table,
      providers,
      clock,
      push: (name, payload) => {
        if (name === 'accounts:changed') told.push(payload as readonly Account[])
      },
    })
  const accounts = make()
  const realmOf = (service: ServiceId, origin = 'https://service.test') =>
    table.realm(service, origin).id
  const given: { expiresAt: number | null; refreshToken: string | null } = tokens
  const signIn = (
    userId: number,
    more: { realm?: number; userName?: string; signInEndsAt?: number | null } & Partial<
      typeof given
    > = {},
  ) => {
    const { realm = realmOf('anilist'), userName = 'kei', signInEndsAt = null, ...of } = more
    return accounts.signIn(
      realm,
      { userId, userName, options: accountOptions(), signInEndsAt },
      { ...given, ...of },
    )
  }
  return { accounts, table, clock, told, realmOf, signIn, again: make }
}

describe('who signs in', () => {
  test('gets an account, with what the service can do', () => {
    const { signIn, accounts, told } = open()
    const account = signIn(7)

    expect(account).toMatchObject({
      service: 'anilist',
      userId: 7,
      userName: 'kei',
      sandbox: false,
      signedIn: true,
      syncedAt: null,
      capabilities: { batchSize: 'anilist'.length },
    })
    expect(accounts.list()).toEqual([account])
    expect(told.at(-1)).toEqual([account])
  })

  test('again keeps the account, under a new name if it has one', () => {
    const { signIn, accounts } = open()
    const first = signIn(7)
    accounts.synced(first.id, 1_000)
    accounts.signedOut(first.id, { code: 'signed-out' })
    const again = signIn(7, { userName: 'kei2' })

    expect(again).toMatchObject({ id: first.id, userName: 'kei2', signedIn: true, syncedAt: 1_000 })
    expect(accounts.list()).toHaveLength(1)
  })

  test('as somebody else, or elsewhere, gets another one', () => {
    const { signIn, accounts, realmOf } = open()
    signIn(7)
    signIn(8)
    signIn(7, { realm: realmOf('anilist', 'https://other.test') })
    signIn(7, { realm: realmOf('anilist', 'sandbox') })

    expect(accounts.list()).toHaveLength(4)
    expect(accounts.list().filter(({ sandbox }) => sandbox)).toHaveLength(1)
  })
})

describe('when a sign-in ends', () => {
  test('is what the service says of the user', () => {
    expect(open().signIn(7, { signInEndsAt: 5_000, expiresAt: 9_000 }).signInEndsAt).toBe(5_000)
  })

  test('is else when its token ends, if that cannot be renewed', () => {
    expect(open().signIn(7, { expiresAt: 9_000 })).toMatchObject({
      signInEndsAt: 9_000,
      signInRenews: false,
    })
  })

  test('is a while from now where it renews itself, and moves on with each renewal', async () => {
    const { signIn, accounts, clock, realmOf } = open()
    const realm = realmOf('anisearch')
    const { id, signInEndsAt } = signIn(7, { realm, expiresAt: 9_000, refreshToken: 'r' })
    expect(signInEndsAt).toBe(clock.wall() + year)
    await clock.advance(1_000)
    accounts.renewed(id)

    expect(accounts.find(id)).toMatchObject({
      signInEndsAt: clock.wall() + year,
      signInRenews: true,
    })
  })

  test('is not known where nobody says, and a renewal does not make it up', () => {
    const { signIn, accounts } = open()
    const { id, signInEndsAt } = signIn(7, { refreshToken: 'r' })
    expect(signInEndsAt).toBeNull()
    accounts.renewed(id)

    expect(accounts.find(id)?.signInEndsAt).toBeNull()
  })
})

describe('an account', () => {
  test('that is signed out stays, with all but its sign-in', () => {
    const { signIn, accounts } = open()
    const { id } = signIn(7)
    accounts.signedOut(id, { code: 'signed-out' })

    expect(accounts.find(id)).toMatchObject({ signedIn: false, userName: 'kei' })
    expect(accounts.signedIn()).toEqual([])
  })

  test('that is signed out twice is told of once', () => {
    const { signIn, accounts, told } = open()
    const { id } = signIn(7)
    accounts.signedOut(id, { code: 'signed-out' })
    const before = told.length
    accounts.signedOut(id, { code: 'signed-out' })

    expect(told).toHaveLength(before)
  })

  test('without a token in this run may find it again in the next', () => {
    const { signIn, accounts, again } = open()
    const { id } = signIn(7)
    accounts.withoutToken(id)

    expect(accounts.find(id)?.signedIn).toBe(false)
    expect(again().find(id)?.signedIn).toBe(true)
  })

  test('learns new settings, and is not told of old ones', () => {
    const { signIn, accounts, told } = open()
    const { id } = signIn(7)
    const before = told.length
    const viewer = { userId: 7, userName: 'kei', options: accountOptions(), signInEndsAt: null }
    accounts.learn(id, viewer)
    expect(told).toHaveLength(before)
    accounts.learn(id, { ...viewer, options: accountOptions({ scoreFormat: 'point-3' }) })

    expect(accounts.find(id)?.options.scoreFormat).toBe('point-3')
    expect(told).toHaveLength(before + 1)
  })

  test('that is removed is gone, also in the next run', () => {
    const { signIn, accounts, again } = open()
    const { id } = signIn(7)
    accounts.remove(id)

    expect([accounts.find(id), accounts.rowOf(id), again().find(id)]).toEqual([null, null, null])
  })

  test.each(['learn', 'renewed', 'synced', 'signedOut', 'withoutToken'] as const)(
    'that is not there: %s does nothing',
    (name) => {
      const { accounts, told } = open()
      ;(accounts[name] as (id: number, more: unknown) => void)(99, {})

      expect(told).toEqual([])
      expect(accounts.list()).toEqual([])
    },
  )

  test('that is needed and not there is a failure', async () => {
    const { accounts } = open()

    expect(await refusal(() => accounts.need(99))).toEqual({ code: 'gone', reason: 'no-account' })
  })
})

test('accounts come in the order of the services, then in that of their sign-ins', () => {
  const { signIn, accounts, realmOf } = open()
  signIn(1, { realm: realmOf('anisearch') })
  signIn(2, { realm: realmOf('anilist-v1') })
  signIn(4)
  signIn(3)

  expect(accounts.list().map(({ service, userId }) => `${service} ${userId}`)).toEqual(
    serviceIds.flatMap((service) =>
      service === 'anilist'
        ? ['anilist 4', 'anilist 3']
        : [`${service} ${service === 'anisearch' ? 1 : 2}`],
    ),
  )
})
