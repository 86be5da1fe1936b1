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
  /** By the program they were given to: a token of one that is named no more is used no more. */
  const held = new Map<string, IssuedTokens>()
  const asking = new Map<string, Promise<string | null>>()

  async function ask(service: ServiceId, client: OAuthClient, name: string) {
    const call = oauths[service].clientCredentials
    if (!call) return null
    const request = call(addressOf(service, null), client)
    const how = { priority: 'screen', account: null, impatient: true } as const
    const tokens = await realmOf(service).execute.run(request, how)
    log.hide(tokens.accessToken)
    held.set(name, tokens)
    return tokens.accessToken
  }

  return async function nobody(service: ServiceId, dead: string | null): Promise<string | null> {
    const client = clientOf(service)
    if (client.id === '' || client.secret === null) return null
    const name = JSON.stringify([service, addressOf(service, null).href, client.id, client.secret])
    const known = held.get(name)
    const isAlive = known && (known.expiresAt ?? Infinity) > clock.wall()
    if (isAlive && known.accessToken !== dead) return known.accessToken
    const running = asking.get(name)
    if (running) return running
    const asked = ask(service, client, name).finally(() => asking.delete(name))
    asking.set(name, asked)
    return asked
  }
}
