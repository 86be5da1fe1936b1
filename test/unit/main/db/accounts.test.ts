import { expect, test } from 'vitest'
import { memoryTables } from '../../../support/tables'
import { accountOptions } from '../../../support/account-options'

const options = accountOptions()

function withRealm() {
  const { accounts } = memoryTables()
  const realm = accounts.realm('anilist', 'https://graphql.anilist.co')
  const add = (userId: number) =>
    accounts.add({
      realm: realm.id,
      userId,
      userName: `User ${userId}`,
      options,
      signInEndsAt: null,
    })
  return { accounts, realm, add }
}

test('a service at an address is one realm, however often it is asked for', () => {
  const { accounts, realm } = withRealm()
  expect(accounts.realm('anilist', 'https://graphql.anilist.co')).toEqual(realm)
  expect(accounts.realm('anilist', 'sandbox').id).not.toBe(realm.id)
  expect(accounts.realm('anisearch', 'sandbox').id).not.toBe(
    accounts.realm('anilist', 'sandbox').id,
  )
  expect(accounts.realmById(realm.id)).toEqual(realm)
})

test('an account comes back as it was added', () => {
  const { accounts, realm, add } = withRealm()
  const added = add(7)
  expect(added).toEqual({
    id: added.id,
    realm: realm.id,
    userId: 7,
    userName: 'User 7',
    options,
    signedIn: true,
    signInEndsAt: null,
    syncedAt: null,
  })
  expect(accounts.get(added.id)).toEqual(added)
  expect(accounts.ofUser(realm.id, 7)).toEqual(added)
  expect(accounts.all()).toEqual([added])
})

test('what changes of an account is kept', () => {
  const { accounts, add } = withRealm()
  const added = add(7)
  const changed = { ...added, userName: 'New', signedIn: false, signInEndsAt: 5, syncedAt: 6 }
  accounts.update(changed)
  expect(accounts.get(added.id)).toEqual(changed)
})

test('nobody is known by a number that is not there', () => {
  const { accounts, realm } = withRealm()
  expect(accounts.get(99)).toBeNull()
  expect(accounts.ofUser(realm.id, 99)).toBeNull()
})

test('the same person at the same address is not added twice', () => {
  const { add } = withRealm()
  add(7)
  expect(() => add(7)).toThrow(/UNIQUE/)
})

test('the number of a removed account is never given to another', () => {
  const { accounts, add } = withRealm()
  add(7)
  const last = add(8)
  accounts.remove(last.id)
  expect(accounts.get(last.id)).toBeNull()
  expect(add(9).id).toBeGreaterThan(last.id)
})
