import { describe, expect, test } from 'vitest'
import type { Provider } from '../../../../src/main/providers/provider'
import { createAnilist } from '../../../../src/main/providers/anilist/anilist'
import { createAnisearch } from '../../../../src/main/providers/anisearch/anisearch'
import { createRealms } from '../../../../src/main/services/realms'
import type { ServiceId } from '../../../../src/shared/service'
import { memoryTables } from '../../../support/tables'
import { createVirtualClock } from '../../../support/virtual-clock'
import { refusal } from './desk'

function open(env: Record<string, string> = {}) {
  const { db, accounts } = memoryTables()
  const clock = createVirtualClock()
  let sandboxUrl: string | null = 'http://127.0.0.1:4000/anilist/'
  let changes = 0
  const make = (of = env) =>
    createRealms({
      db,
      accounts,
      providers: {
        anilist: createAnilist({ clock }),
        anisearch: createAnisearch({ clock }),
      } as unknown as Record<ServiceId, Provider>,
      env: of,
      transport: () => Promise.reject(new Error('Nobody is asked here.')),
      bearer: {
        current: () => null,
        granted: () => [],
        refresh: () => Promise.resolve(false),
        lost: () => undefined,
      },
      nobody: () => Promise.resolve(null),
      clean: (text) => text,
      clock,
      random: () => 0,
      product: () => ({ version: '1', homepage: '' }),
      sandboxUrl: () => sandboxUrl,
      onChange: () => (changes += 1),
    })
  return { realms: make(), make, closeSandbox: () => (sandboxUrl = null), changes: () => changes }
}

describe('a service', () => {
  test('is one realm for all who ask for it', () => {
    const { realms } = open()
    const realm = realms.of('anilist', false)

    expect(realms.of('anilist', false)).toBe(realm)
    expect(realms.byId(realm.id)).toBe(realm)
    expect(realms.open()).toEqual([realm])
  })

  test('is another one than its neighbour and than its sandbox', () => {
    const { realms } = open()
    const all = [
      realms.of('anilist', false),
      realms.of('anilist', true),
      realms.of('anisearch', false),
    ]

    expect(new Set(all.map(({ id }) => id)).size).toBe(3)
    expect(all.map(({ sandbox }) => sandbox)).toEqual([false, true, false])
  })

  test('at an address of the user is another one than at its own', () => {
    const { realms, make } = open()
    const own = realms.of('anilist', false)
    const mine = make({ TSUZUKI_ANILIST_URL: 'https://mine.test/' }).of('anilist', false)

    expect(mine.id).not.toBe(own.id)
    expect(mine.origin).toBe('https://mine.test')
  })

  test('tells when it is paused', () => {
    const { realms, changes } = open()
    realms.of('anilist', false).circuit.failed({ code: 'offline' }, null)

    expect(changes()).toBe(1)
  })
})

describe('the address of a realm', () => {
  test('is never another one than that its tokens are for', async () => {
    const { realms, make } = open()
    const { id } = realms.of('anilist', false)
    const moved = make({ TSUZUKI_ANILIST_URL: 'https://mine.test/' })

    expect(await refusal(() => moved.byId(id).baseUrl())).toMatchObject({
      code: 'offline',
      reason: 'other-address',
    })
    expect([realms.isHere(id), moved.isHere(id)]).toEqual([true, false])
  })

  test('of a sandbox is where it runs, and none while it does not', async () => {
    const { realms, closeSandbox } = open()
    const realm = realms.of('anilist', true)
    expect(realm.baseUrl()).toBe('http://127.0.0.1:4000/anilist/')
    closeSandbox()

    expect(await refusal(() => realm.baseUrl())).toMatchObject({
      code: 'offline',
      reason: 'sandbox-off',
    })
  })

  test('can be told without opening its realm', () => {
    const { realms } = open({ TSUZUKI_ANILIST_URL: 'https://mine.test/graph/' })

    expect(realms.addressNow('anilist').href).toBe('https://mine.test/graph/')
    expect(realms.open()).toEqual([])
  })
})
