import type { HttpRequest } from '../../../../src/main/http/transport'
import type { Provider, ServiceCall } from '../../../../src/main/providers/provider'
import { createRealm } from '../../../../src/main/queue/realm'
import { createSystemClock } from '../../../../src/main/system-clock'
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

/** What leaves the program for a call of somebody who is signed in with that token. */
export async function requestOf(
  provider: Provider,
  call: ServiceCall<unknown>,
  token: string,
): Promise<HttpRequest> {
  const sent: HttpRequest[] = []
  const realm = createRealm({
    row: { id: 1, service: provider.id, origin: 'http://127.0.0.1:1' },
    provider,
    baseUrl: () => 'http://127.0.0.1:1/',
    headers: () => ({}),
    store: { read: () => null, write: () => undefined },
    transport: (request) => {
      sent.push(request)
      return Promise.resolve({ status: 200, headers: {}, text: '[]' })
    },
    bearer: {
      current: () => token,
      granted: () => [],
      refresh: () => Promise.resolve(false),
      lost: () => undefined,
    },
    clean: (text) => text,
    clock: createSystemClock(),
    random: () => 0,
  })
  await realm.execute.run(call, { priority: 'screen', account: 1 })
  realm.stop()
  return sent[0]!
}
