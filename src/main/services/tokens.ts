import type { Clock } from '../../shared/clock'
import type { Failure } from '../../shared/failure'
import type { SecretStore, Tokens } from '../environment'
import type { Bearer } from '../queue/execute'

interface Options {
  secrets: SecretStore
  clock: Clock
  /** The origin that an account's requests go to; a token is sent to no other. `null`: none. */
  originOf: (account: number) => string | null
  /** Asks the service for new tokens; `null` where there is no way. */
  renew: (account: number, tokens: Tokens) => Promise<Tokens | null>
  onLost: (account: number, failure: Failure) => void
}

export type TokenKeeper = ReturnType<typeof createTokenKeeper>

/** Keeps the tokens of accounts and renews them, once for all who ask at the same time. */
export function createTokenKeeper({ secrets, clock, originOf, renew, onLost }: Options) {
  const renewals = new Map<number, Promise<boolean>>()
  const slot = (account: number) => `account:${account}`

  function read(account: number): Tokens | null {
    const tokens = secrets.read(slot(account))
    return tokens && tokens.origin === originOf(account) ? tokens : null
  }

  async function makeNew(account: number, tokens: Tokens): Promise<boolean> {
    const fresh = await renew(account, tokens)
    if (!fresh) return false
    // Kept before it is used: a rotated token that is lost locks the user out.
    secrets.write(slot(account), fresh)
    return true
  }

  const bearer: Bearer = {
    current: (account) => read(account)?.accessToken ?? null,
    granted: (account) => read(account)?.scopes ?? [],
    async refresh(account, used) {
      const tokens = read(account)
      if (!tokens) return false
      if (tokens.accessToken !== used) return true
      const running = renewals.get(account)
      if (running) return running
      const renewal = makeNew(account, tokens).finally(() => renewals.delete(account))
      renewals.set(account, renewal)
      return renewal
    },
    lost: onLost,
  }

  return {
    bearer,
    write: (account: number, tokens: Tokens) => secrets.write(slot(account), tokens),
    remove: (account: number) => secrets.remove(slot(account)),
    has: (account: number) => read(account) !== null,
    /** The access token is known to have ended, or will within `marginMs`. */
    endsWithin(account: number, marginMs: number): boolean {
      const endsAt = read(account)?.expiresAt ?? null
      return endsAt !== null && endsAt - clock.wall() < marginMs
    },
  }
}
