import { describe, expect, test } from 'vitest'
import type { HttpRequest } from '../../../../src/main/http/transport'
import { createAnilist } from '../../../../src/main/providers/anilist/anilist'
import { createAnilistV1 } from '../../../../src/main/providers/anilist-v1/anilist-v1'
import { createAnisearch } from '../../../../src/main/providers/anisearch/anisearch'
import { lanesOf } from '../../../../src/main/queue/lanes'
import { createRealm } from '../../../../src/main/queue/realm'
import { toFailure } from '../../../../src/shared/failure'
import { createVirtualClock, settle } from '../../../support/virtual-clock'

const clock = createVirtualClock()

test.each([
  ['AniList', createAnilist({ clock }), { read: 'api', write: 'api', remove: 'api' }],
  ['aniSearch', createAnisearch({ clock }), { read: 'reads', write: 'put', remove: 'reads' }],
])('%s counts each kind of work against its limit', (_name, provider, lanes) => {
  expect(lanesOf(provider)).toEqual(lanes)
})

test.each([
  ['AniList', createAnilist({ clock })],
  ['AniList v1', createAnilistV1({ clock })],
  ['aniSearch', createAnisearch({ clock })],
])('%s has a limit for each kind of work', (_name, provider) => {
  for (const lane of Object.values(lanesOf(provider))) {
    expect(Object.keys(provider.buckets)).toContain(lane)
  }
})

/** aniSearch at an address, with requests that are never answered. */
function open() {
  const time = createVirtualClock()
  const sent: HttpRequest[] = []
  const provider = createAnisearch({ clock: time })
  const realm = createRealm({
    row: { id: 4, service: 'anisearch', origin: 'https://service.test' },
    provider,
    baseUrl: () => 'https://service.test/v1/',
    headers: () => ({}),
    store: { read: () => null, write: () => undefined },
    transport: (request) =>
      new Promise((_, reject) => {
        sent.push(request)
        request.signal?.addEventListener('abort', () => reject(new Error('left')))
      }),
    bearer: {
      current: () => 'token',
      granted: () => [],
      refresh: () => Promise.resolve(false),
      lost: () => undefined,
    },
    clean: (text) => text,
    clock: time,
    random: () => 0,
  })
  return { realm, sent, time, provider }
}

describe('how a service stands', () => {
  test('is with all of its limits and no pause at first', () => {
    const { realm, provider } = open()
    const state = realm.state()

    expect(state).toMatchObject({ service: 'anisearch', sandbox: false, pause: null })
    expect(state.buckets.map(({ name }) => name)).toEqual(Object.keys(provider.buckets))
  })

  test('names a pause that a limit asked for, and how long it lasts', async () => {
    const { realm, time } = open()
    realm.gate.pause('put', 90_000)
    await time.advance(30_000)

    expect(realm.state().pause).toEqual({ code: 'rate-limited', detail: null, goesOnInMs: 60_000 })
  })

  test('names what is wrong with the service before what a limit asks', () => {
    const { realm } = open()
    realm.gate.pause('put', 90_000)
    realm.circuit.failed({ code: 'outage', detail: 'Down.' }, null)

    expect(realm.state().pause).toMatchObject({ code: 'outage', detail: 'Down.' })
  })
})

test('a realm that ends lets nobody wait: neither for a slot nor for an answer', async () => {
  const { realm, sent, provider } = open()
  const ask = { priority: 'screen', account: 1 } as const
  const codes = Array.from({ length: 12 }, (_, at) => {
    const call = provider.viewer()
    return realm.execute.run({ ...call, path: `${call.path}?${at}` }, ask).then(
      () => 'answered',
      (error: unknown) => toFailure(error).code,
    )
  })
  await settle()
  expect(sent).toHaveLength(2)
  realm.stop()

  expect(sent.every(({ signal }) => signal?.aborted)).toBe(true)
  expect((await Promise.all(codes)).slice(2)).toEqual(Array.from({ length: 10 }, () => 'cancelled'))
})
