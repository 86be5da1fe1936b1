import type { Clock } from '../../../shared/clock'
import type { ServiceId } from '../../../shared/service'
import type { Log, Tokens } from '../../environment'
import type { IssuedTokens } from '../../providers/oauth'
import type { Realm } from '../../queue/realm'
import type { Given } from './answer'
import type { Attempt } from './attempt'
import { wrong } from './wrong'

interface Options {
  realmOf: (service: ServiceId) => Realm
  log: Pick<Log, 'hide'>
  clock: Pick<Clock, 'wall'>
}

/**
 * Makes tokens of what a service gave: exchanges a code, looks at a token. Failures: all of
 * `failureOfOAuth`, those of the net, `invalid-input` with `sign-in-token-ended`.
 */
export function createIssue({ realmOf, log, clock }: Options) {
  async function issued(attempt: Attempt, { kind, value }: Given): Promise<IssuedTokens> {
    const { oauth, at, way, client, redirectUri, verifier, ending } = attempt
    if (kind === 'token') return oauth.accept(value)
    const asked = { way: way.way, client, code: value, redirectUri, verifier }
    const ask = { priority: 'screen', account: null, impatient: true } as const
    const { execute, circuit } = realmOf(attempt.shown.service)
    circuit.tryNow()
    return execute.run(oauth.exchange(at, asked), { ...ask, signal: ending.signal })
  }

  return async function issue(attempt: Attempt, given: Given): Promise<Omit<Tokens, 'origin'>> {
    log.hide(given.value)
    const tokens = await issued(attempt, given)
    log.hide(tokens.accessToken)
    if (tokens.refreshToken !== null) log.hide(tokens.refreshToken)
    if ((tokens.expiresAt ?? Infinity) <= clock.wall()) throw wrong('sign-in-token-ended')
    return {
      ...tokens,
      scopes: tokens.scopes ?? attempt.oauth.scopes,
      issuedTo: { clientId: attempt.client.id, site: attempt.site },
    }
  }
}
