import { expect, test } from 'vitest'
import type { Tokens } from '../../../../src/main/environment'
import type { HttpRequest } from '../../../../src/main/http/transport'
import { createAnisearchOAuth } from '../../../../src/main/providers/anisearch/oauth'
import { createAnisearch } from '../../../../src/main/providers/anisearch/anisearch'
import { createRealm, type Realm } from '../../../../src/main/queue/realm'
import { createRenewal } from '../../../../src/main/services/sign-in/renewal'
import { createTokenKeeper } from '../../../../src/main/services/tokens'
import { createVirtualClock } from '../../../support/virtual-clock'

const apiUrl = 'https://api.anisearch.com/v1/'
const wide = { windows: [{ max: 1_000, ms: 60_000 }], spacingMs: 0, inFlight: 50 }

/** A realm whose service knows one token; a refresh makes the next one and ends the last. */
function startService() {
  const clock = createVirtualClock()
  const asked: HttpRequest[] = []
  let generation = 1
  const tokens = new Map<string, Tokens>()
  const secrets = {
    protection: () => 'protected' as const,
    read: (key: string) => tokens.get(key) ?? null,
    write: (key: string, value: Tokens) => void tokens.set(key, value),
    remove: (key: string) => void tokens.delete(key),
    sessionOnly: () => false,
    allowUnprotected: () => {},
    unprotectedAllowed: () => false,
  }
  const renewal = createRenewal({
    oauths: { anisearch: createAnisearchOAuth({ clock }) } as never,
    clientOf: () => ({ id: 'ours', secret: 's3cret' }),
    realmOf: () => realm,
    onFailed: () => {},
  })
  const keeper = createTokenKeeper({
    secrets,
    originOf: () => new URL(apiUrl).origin,
    renew: renewal.renew,
    revoke: renewal.revoke,
    onRenewed: () => {},
    onLost: () => {},
  })
  keeper.write(1, {
    accessToken: 'access-0',
    refreshToken: 'refresh-0',
    expiresAt: null,
    scopes: [],
    origin: new URL(apiUrl).origin,
    issuedTo: { clientId: 'ours', site: 'www.anisearch.de' },
  })
  const provider = createAnisearch({ clock })
  const realm: Realm = createRealm({
    row: { id: 1, service: 'anisearch', origin: new URL(apiUrl).origin },
    provider: { ...provider, buckets: { ...provider.buckets, profile: wide } },
    baseUrl: () => apiUrl,
    headers: () => ({ 'user-agent': 'Tsuzuki/0 (+https://tsuzuki.example)' }),
    store: { read: () => null, write: () => {} },
    bearer: keeper.bearer,
    clean: (text) => text,
    clock,
    random: () => 0.5,
    async transport(request) {
      asked.push(request)
      await new Promise((resolve) => clock.after(300, () => resolve(undefined)))
      if (new URL(request.url).pathname === '/oauth/token') {
        const next = {
          access_token: `access-${generation}`,
          refresh_token: `refresh-${generation}`,
        }
        generation += 1
        return answerOf(200, next)
      }
      const right = request.headers['authorization'] === `Bearer access-${generation - 1}`
      return right && generation > 1 ? answerOf(200, { id: 7, name: 'kei' }) : answerOf(401, {})
    },
  })
  // Each asks for something of its own: equal reads would share a request.
  const call = (_: unknown, number = 0) => {
    const viewer = provider.viewer()
    const own = { ...viewer, path: `${viewer.path}?number=${number}` }
    return realm.execute.run(own, { priority: 'screen', account: 1 })
  }
  const renewals = () => asked.filter(({ url }) => url.includes('/oauth/'))
  return { clock, asked, call, renewals, keeper }
}

const answerOf = (status: number, body: unknown) => ({
  status,
  headers: {},
  text: JSON.stringify(body),
})

test('50 calls that leave together with an ended token make one refresh, and all succeed', async () => {
  const { clock, asked, call, renewals, keeper } = startService()
  const calls = Promise.all(Array.from({ length: 50 }, call))
  await clock.advance(250)
  expect(asked).toHaveLength(50)

  await clock.advance(10_000)

  expect((await calls).map(({ userName }) => userName)).toEqual(
    Array.from({ length: 50 }, () => 'kei'),
  )
  expect(renewals()).toHaveLength(1)
  expect(asked).toHaveLength(50 + 1 + 50)
  expect(keeper.bearer.current(1)).toBe('access-1')
})

test('a refresh goes to the site of the sign-in, without any token in its head', async () => {
  const { clock, call, renewals } = startService()
  const answer = call(null)
  await clock.advance(10_000)
  await answer

  expect(renewals()[0]?.url).toBe('https://www.anisearch.de/oauth/token')
  expect(renewals()[0]?.headers).not.toHaveProperty('authorization')
  expect(new URLSearchParams(renewals()[0]?.body).get('refresh_token')).toBe('refresh-0')
})
