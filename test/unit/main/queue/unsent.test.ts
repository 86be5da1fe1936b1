import { onTestFinished, describe, expect, test } from 'vitest'
import { TransportError, type Transport } from '../../../../src/main/http/transport'
import { createAnisearch } from '../../../../src/main/providers/anisearch/anisearch'
import type { Bearer } from '../../../../src/main/queue/renewing'
import { createRealm } from '../../../../src/main/queue/realm'
import { toFailure } from '../../../../src/shared/failure'
import { createVirtualClock } from '../../../support/virtual-clock'

const dayMs = 24 * 60 * 60_000
const background = { priority: 'background', account: null } as const
const map = { status: 200, headers: {}, text: '{"1":["Cowboy Bebop"]}' }

/** A realm of aniSearch whose requests end as told, one after the other, and then are answered. */
function open(ends: TransportError[], token: string | null = 'token') {
  const clock = createVirtualClock()
  const provider = createAnisearch({ clock })
  const transport: Transport = () => {
    const end = ends.shift()
    return end ? Promise.reject(end) : Promise.resolve(map)
  }
  const bearer: Bearer = {
    current: () => token,
    granted: () => [],
    refresh: () => Promise.resolve(false),
    lost: () => {},
  }
  const realm = createRealm({
    row: { id: 1, service: 'anisearch', origin: 'https://api.anisearch.com' },
    provider,
    baseUrl: () => provider.defaultBaseUrl,
    headers: () => ({}),
    store: { read: () => null, write: () => {} },
    transport,
    bearer,
    clean: (text) => text,
    clock,
    random: () => 0,
  })
  onTestFinished(() => realm.stop())
  const used = (bucket: string) => realm.gate.states().find(({ name }) => name === bucket)?.used
  const titles = () => realm.execute.run(provider.database.titles(), background)
  return { clock, provider, realm, used, titles }
}

describe('a request that could not be sent', () => {
  const unsent = () => new TransportError('not-sent', 'no network')

  test('takes no slot of its limit', async () => {
    const { titles, used } = open([unsent()])

    expect(await titles().catch(toFailure)).toMatchObject({ code: 'offline' })
    expect(used('database-titles')).toBe(0)
  })

  test('leaves the one request of a day for when the network is back', async () => {
    const { titles, clock } = open([unsent()])
    await titles().catch(toFailure)

    const answer = titles()
    await clock.advance(10_000)

    expect([...(await answer).keys()]).toEqual([1])
  })
})

test('a request whose answer got lost has used its slot', async () => {
  const { titles, used } = open([new TransportError('lost', 'reset')])
  await titles().catch(toFailure)

  expect(used('database-titles')).toBe(1)
})

test('an answer uses the slot for a whole day', async () => {
  const { titles, used, clock } = open([])
  await titles()
  await clock.advance(dayMs - 1)
  expect(used('database-titles')).toBe(1)

  await clock.advance(1)

  expect(used('database-titles')).toBe(0)
})

test('a call for which there is no token takes no slot', async () => {
  const { realm, provider, used } = open([], null)
  const viewer = realm.execute.run(provider.viewer(), { priority: 'screen', account: 1 })

  expect(await viewer.catch(toFailure)).toEqual({ code: 'signed-out' })
  expect(used('profile')).toBe(0)
})

test('each bulk map may be asked for once a day, whatever the others were', async () => {
  const { realm, provider, titles, used } = open([])
  await titles()
  await realm.execute.run(provider.database.byMalId('anime'), background)
  await realm.execute.run(provider.database.byMalId('manga'), background)

  expect(['titles', 'anime', 'manga'].map((name) => used(`database-${name}`))).toEqual([1, 1, 1])
})
