import {
  TransportError,
  type HttpAnswer,
  type HttpRequest,
  type Transport,
} from '../../../../src/main/http/transport'
import type { Provider, ServiceCall } from '../../../../src/main/providers/provider'
import type { Bearer } from '../../../../src/main/queue/renewing'
import { createRealm, type Realm } from '../../../../src/main/queue/realm'
import { createSystemClock } from '../../../../src/main/system-clock'
import { toFailure } from '../../../../src/shared/failure'
import { everyCall, type Things } from '../../../support/every-call'
import { owner } from './support'

/** Numbers of things that need not be there: nobody is asked. */
const things: Things = {
  owner,
  other: 2,
  otherName: 'Mio',
  anime: 5,
  manga: 6,
  entryId: 9,
  activity: 11,
  reply: 12,
  thread: 13,
  comment: 14,
  reviews: { anime: 15, manga: 16 },
  own: { activity: 17, reply: 18, thread: 19 },
}

/** Every call that a provider makes. */
export function allCalls(provider: Provider): readonly ServiceCall<unknown>[] {
  return everyCall(provider, things).map(({ call }) => call)
}

/** A realm of nothing but that provider, over that transport. */
function realmOf(provider: Provider, transport: Transport, bearer: Partial<Bearer>): Realm {
  return createRealm({
    row: { id: 1, service: provider.id, origin: 'http://127.0.0.1:1' },
    provider,
    baseUrl: () => 'http://127.0.0.1:1/',
    headers: () => ({}),
    store: { read: () => null, write: () => undefined },
    transport,
    bearer: {
      current: () => null,
      granted: () => [],
      refresh: () => Promise.resolve(false),
      lost: () => undefined,
      ...bearer,
    },
    clean: (text) => text,
    clock: createSystemClock(),
    random: () => 0,
  })
}

/** What leaves the program for a call of somebody who is signed in with that token. */
export async function requestOf(
  provider: Provider,
  call: ServiceCall<unknown>,
  token: string,
): Promise<HttpRequest> {
  const sent: HttpRequest[] = []
  const transport: Transport = (request) => {
    sent.push(request)
    return Promise.resolve({ status: 200, headers: {}, text: '[]' })
  }
  const realm = realmOf(provider, transport, { current: () => token })
  await realm.execute.run(call, { priority: 'screen', account: 1 })
  realm.stop()
  return sent[0]!
}

/** How a call ends where only these tokens get the answer 3, and the one held at first is `old`. */
export async function answeredWith<T>(
  provider: Provider,
  call: ServiceCall<T>,
  taken: readonly string[],
) {
  const sent: string[] = []
  let token = 'old'
  let renewals = 0
  const transport: Transport = ({ headers }) => {
    const used = headers['authorization']?.slice('Bearer '.length) ?? ''
    sent.push(used)
    const refused = { status: 401, headers: {}, text: '{"error":"access_denied"}' }
    return Promise.resolve(taken.includes(used) ? { status: 200, headers: {}, text: '3' } : refused)
  }
  const realm = realmOf(provider, transport, {
    current: () => token,
    refresh: () => {
      token = 'new'
      renewals += 1
      return Promise.resolve(true)
    },
  })
  const value = await realm.execute.run(call, { priority: 'screen', account: 1 })
  realm.stop()
  return { value, sent, renewals }
}

/** How a call fails that always ends so, and how often it was sent for that. */
export async function failedWith(
  provider: Provider,
  call: ServiceCall<unknown>,
  end: HttpAnswer | TransportError,
  granted: readonly string[] = [],
) {
  let sent = 0
  const transport: Transport = () => {
    sent += 1
    return end instanceof TransportError ? Promise.reject(end) : Promise.resolve(end)
  }
  const realm = realmOf(provider, transport, { current: () => 'token', granted: () => granted })
  const ask = { priority: 'screen', account: 1, impatient: true } as const
  const failure = await realm.execute.run(call, ask).then(() => null, toFailure)
  realm.stop()
  return { sent, failure }
}
