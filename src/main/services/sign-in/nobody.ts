import type { Clock } from '../../../shared/clock'
import type { ServiceId } from '../../../shared/service'
import type { Log } from '../../environment'
import type { IssuedTokens, OAuth, OAuthClient } from '../../providers/oauth'
import type { Realm } from '../../queue/realm'

interface Options {
  oauths: Readonly<Record<ServiceId, OAuth>>
  clientOf: (service: ServiceId) => OAuthClient
  addressOf: (service: ServiceId, site: string | null) => URL
  realmOf: (service: ServiceId) => Realm
  clock: Pick<Clock, 'wall'>
  log: Pick<Log, 'hide'>
}

/**
 * Tokens of nobody, for reading what everybody may at services that want one for that. They are
 * kept in memory and asked for once for all who wait. `null` where no client with a secret is
 * named. Failures: those of `failureOfOAuth` and of the net.
 */
export function createNobody({ oauths, clientOf, addressOf, realmOf, clock, log }: Options) {
  const held = new Map<ServiceId, IssuedTokens>()
  const asking = new Map<ServiceId, Promise<string | null>>()

  async function ask(service: ServiceId): Promise<string | null> {
    const client = clientOf(service)
    const call = oauths[service].clientCredentials
    if (!call || client.id === '' || client.secret === null) return null
    const request = call(addressOf(service, null), client)
    const how = { priority: 'screen', account: null, impatient: true } as const
    const tokens = await realmOf(service).execute.run(request, how)
    log.hide(tokens.accessToken)
    held.set(service, tokens)
    return tokens.accessToken
  }

  return async function nobody(service: ServiceId, dead: string | null): Promise<string | null> {
    const known = held.get(service)
    const isAlive = known && (known.expiresAt ?? Infinity) > clock.wall()
    if (isAlive && known.accessToken !== dead) return known.accessToken
    const running = asking.get(service)
    if (running) return running
    const asked = ask(service).finally(() => asking.delete(service))
    asking.set(service, asked)
    return asked
  }
}
