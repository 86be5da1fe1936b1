import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TransportError } from '../../../src/main/http/transport'
import { createHttpTransport } from '../../../src/main/http/request'
import { createAnilistV1 } from '../../../src/main/providers/anilist-v1/anilist-v1'
import { createAnilistV1OAuth } from '../../../src/main/providers/anilist-v1/oauth'
import { createRealm, type Realm } from '../../../src/main/queue/realm'
import { createNobody } from '../../../src/main/services/sign-in/nobody'
import { serveSandbox, type SandboxServer } from '../../../src/sandbox/http'
import { createSandbox, type Sandbox } from '../../../src/sandbox/sandbox'
import { AppError } from '../../../src/shared/failure'
import { createFastClock } from '../../support/fast-clock'

const reading = { priority: 'screen', account: null } as const

let sandbox: Sandbox
let server: SandboxServer
let realm: Realm
let secret: string | null

beforeEach(async () => {
  const clock = createFastClock()
  sandbox = createSandbox({ clock, services: ['anilist-v1'], entries: 12 })
  server = await serveSandbox(sandbox)
  secret = sandbox.accounts['anilist-v1']?.clientSecret ?? ''
  const baseUrl = `${server.origin}anilist-v1/api/`
  const oauth = createAnilistV1OAuth({ clock })
  const nobody = createNobody({
    oauths: { 'anilist-v1': oauth } as never,
    clientOf: () => ({ id: sandbox.accounts['anilist-v1']?.clientId ?? '', secret }),
    addressOf: () => oauth.addressOf(new URL(baseUrl), null),
    realmOf: () => realm,
    clock,
    log: { hide: () => {} },
  })
  realm = createRealm({
    row: { id: 1, service: 'anilist-v1', origin: new URL(baseUrl).origin },
    provider: createAnilistV1({ clock }),
    baseUrl: () => baseUrl,
    headers: () => ({ 'user-agent': 'Tsuzuki/0 (+https://tsuzuki.example)' }),
    store: { read: () => null, write: () => {} },
    transport: createHttpTransport(),
    bearer: {
      current: () => null,
      granted: () => [],
      refresh: () => Promise.resolve(false),
      lost: () => {},
    },
    nobody: (dead) => nobody('anilist-v1', dead),
    clean: (text) => text,
    clock,
    random: () => 0.5,
  })
})
afterEach(async () => {
  realm.stop()
  await server.close()
})

const genres = () => {
  const { community } = createAnilistV1({ clock: createFastClock() })
  return community.genres()
}
const renewals = () => sandbox.inspect.requests('anilist-v1')['POST auth/access_token'] ?? 0

async function failureOf(promise: Promise<unknown>) {
  return promise.then(
    () => null,
    (error: AppError | TransportError) => (error instanceof AppError ? error.failure : null),
  )
}

describe('somebody without an account', () => {
  test('reads what everybody may, with one token for all that is asked', async () => {
    const all = await Promise.all(
      [genres(), genres(), genres()].map((call) => realm.execute.run(call, reading)),
    )

    expect(all[0]?.length).toBeGreaterThan(3)
    expect(renewals()).toBe(1)
  })

  test('gets another token when the last one has ended', async () => {
    await realm.execute.run(genres(), reading)
    sandbox.control.expireTokens('anilist-v1')

    expect((await realm.execute.run(genres(), reading)).length).toBeGreaterThan(3)
    expect(renewals()).toBe(2)
  })

  test('reads no more with the token of a client whose secret was forgotten', async () => {
    await realm.execute.run(genres(), reading)
    secret = null

    expect((await failureOf(realm.execute.run(genres(), reading)))?.code).toBe('signed-out')
    expect(renewals()).toBe(1)
  })

  test('reads no more with the token of a client that had another secret', async () => {
    await realm.execute.run(genres(), reading)
    secret = 'wrong'

    expect(await failureOf(realm.execute.run(genres(), reading))).toMatchObject({
      reason: 'sign-in-wrong-client',
    })
  })

  test('is told what needs a sign-in before a request is spent', async () => {
    const { community } = createAnilistV1({ clock: createFastClock() })

    expect(await failureOf(realm.execute.run(community.me(), reading))).toEqual({
      code: 'signed-out',
      reason: 'needs-sign-in',
    })
    expect(sandbox.inspect.arrivals('anilist-v1')).toEqual([])
  })

  test('is refused where no client was named', async () => {
    secret = null

    expect((await failureOf(realm.execute.run(genres(), reading)))?.code).toBe('signed-out')
    expect(renewals()).toBe(0)
  })

  test('is told of a client that the service does not know', async () => {
    secret = 'wrong'

    expect(await failureOf(realm.execute.run(genres(), reading))).toMatchObject({
      code: 'refused',
      reason: 'sign-in-wrong-client',
    })
  })
})
