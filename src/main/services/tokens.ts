import type { Failure } from '../../shared/failure'
import type { SecretStore, Tokens } from '../environment'
import type { Bearer } from '../queue/renewing'

interface Options {
  secrets: SecretStore
  /** The origin that an account's requests go to; a token is sent to no other. `null`: none. */
  originOf: (account: number) => string | null
  /** Asks the service for new tokens; `null` where there is no way or the service refuses. */
  renew: (account: number, tokens: Tokens) => Promise<Tokens | null>
  /** Tells the service that nobody uses these any more; rejects never. */
  revoke: (account: number, tokens: Tokens) => Promise<void>
  /** New tokens are kept, with a new refresh token among them. */
  onRenewed: (account: number) => void
  onLost: (account: number, failure: Failure) => void
}

export type TokenKeeper = ReturnType<typeof createTokenKeeper>

/** Keeps the tokens of accounts and renews them, once for all who ask at the same time. */
export function createTokenKeeper(options: Options) {
  const { secrets, originOf, renew, revoke, onLost } = options
  const renewals = new Map<number, Promise<boolean>>()
  /** Renewed, but the disk refused them: the old ones may be dead already, so they must not get lost. */
  const unsaved = new Map<number, { readonly replaced: string; readonly fresh: Tokens }>()
  const slot = (account: number) => `account:${account}`

  function read(account: number): Tokens | null {
    const tokens = secrets.read(slot(account))
    return tokens && tokens.origin === originOf(account) ? tokens : null
  }

  function save(account: number, replaced: string, fresh: Tokens) {
    unsaved.set(account, { replaced, fresh })
    // Kept before it is used: a rotated token that is lost locks the user out.
    secrets.write(slot(account), fresh)
    unsaved.delete(account)
  }

  async function makeNew(account: number, tokens: Tokens): Promise<boolean> {
    const left = unsaved.get(account)
    const fresh = left?.replaced === tokens.accessToken ? left.fresh : await renew(account, tokens)
    // Meanwhile the account may be gone, or signed in anew.
    const now = read(account)
    if (now?.accessToken !== tokens.accessToken) {
      // Whoever signed out meanwhile took back the old ones only.
      if (fresh && now === null) void revoke(account, fresh)
      return now !== null
    }
    if (!fresh) return false
    save(account, tokens.accessToken, fresh)
    if (fresh.refreshToken !== tokens.refreshToken) options.onRenewed(account)
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
    read,
    write(account: number, tokens: Tokens) {
      unsaved.delete(account)
      secrets.write(slot(account), tokens)
    },
    /** Forgets the tokens at once; whether the service hears of it matters to nobody here. Failure: `storage`. */
    remove(account: number) {
      const newest = unsaved.get(account)?.fresh ?? read(account)
      secrets.remove(slot(account))
      unsaved.delete(account)
      if (newest) void revoke(account, newest)
    },
    /** The sign-in of the account ends with this run of the app. */
    sessionOnly: (account: number) => secrets.sessionOnly(slot(account)),
  }
}
