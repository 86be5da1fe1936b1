import { AppError, toFailure, type Failure, type FailureCode } from '../../../shared/failure'
import type { ServiceId } from '../../../shared/service'
import type { Tokens } from '../../environment'
import type { OAuth, OAuthClient } from '../../providers/oauth'
import type { Realm } from '../../queue/realm'

interface Options {
  oauths: Readonly<Record<ServiceId, OAuth>>
  /** A program with its secret; the one that is named now where no id is given. */
  clientOf: (service: ServiceId, id?: string) => OAuthClient
  /** Where an account's requests go. */
  realmOf: (account: number) => Realm | null
  onFailed: (failure: Failure) => void
}

/** What passes: then a revoke is tried again, when the service can be reached. */
const passing: readonly FailureCode[] = ['offline', 'outcome-unknown', 'outage', 'rate-limited']
const mostRevokes = 20

/** Makes new tokens out of old ones, and gives back those that nobody wants any more. */
export function createRenewal({ oauths, clientOf, realmOf, onFailed }: Options) {
  /** Where accounts were asked for that may be gone when their last tokens come. */
  const lastRealms = new Map<number, Realm>()

  /** The refresh token and all that it takes to use it; `null` where something is missing. */
  function waysOf(account: number, { refreshToken, issuedTo }: Tokens) {
    const realm = realmOf(account) ?? lastRealms.get(account)
    if (!realm || refreshToken === null) return null
    lastRealms.set(account, realm)
    const oauth = oauths[realm.service]
    // Only the program that signed in can renew, whichever is named now.
    const client = clientOf(realm.service, issuedTo?.clientId)
    if (client.id === '') return null
    const at = oauth.addressOf(new URL(realm.baseUrl()), issuedTo?.site ?? null)
    return { realm, oauth, at, client, refreshToken }
  }

  /** Sends again what could not be heard. Failures: the first that does not pass, or the last. */
  async function untilHeard(send: () => Promise<unknown>): Promise<void> {
    for (let tries = 1; tries < mostRevokes; tries += 1) {
      try {
        await send()
        return
      } catch (error) {
        const failure = toFailure(error)
        if (!passing.includes(failure.code)) throw error
        onFailed(failure)
      }
    }
    await send()
  }

  return {
    /**
     * New tokens, not kept yet; `null` where there is no way or the service refuses, so that only
     * a new sign-in helps. Failures: those that pass (offline, rate-limited, bad-answer …).
     */
    async renew(account: number, tokens: Tokens): Promise<Tokens | null> {
      const ways = waysOf(account, tokens)
      const call = ways?.oauth.refresh?.(ways.at, ways.client, ways.refreshToken)
      if (!ways || !call) return null
      try {
        const ask = { priority: 'edit', account: null } as const
        const issued = await ways.realm.execute.run(call, ask)
        return {
          ...tokens,
          accessToken: issued.accessToken,
          // Without a new one the old one still holds (docs/services.md, "Signing in").
          refreshToken: issued.refreshToken ?? tokens.refreshToken,
          expiresAt: issued.expiresAt,
          scopes: issued.scopes ?? tokens.scopes,
        }
      } catch (error) {
        const failure = toFailure(error)
        onFailed(failure)
        if (failure.code === 'refused' || failure.reason === 'sign-in-denied') return null
        throw new AppError(failure, { cause: error })
      }
    },

    /** Tells the service that nobody uses these any more, if it has an ear for that. Never rejects. */
    async revoke(account: number, tokens: Tokens): Promise<void> {
      try {
        const ways = waysOf(account, tokens)
        const call = ways?.oauth.revoke?.(ways.at, ways.client, ways.refreshToken)
        if (!ways || !call) return
        const ask = { priority: 'background', account: null } as const
        await untilHeard(() => ways.realm.execute.run(call, ask))
      } catch (error) {
        onFailed(toFailure(error))
      }
    },
  }
}
