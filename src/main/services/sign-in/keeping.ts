import type { Keeping } from '../../../shared/sign-in'
import type { SecretStore } from '../../environment'
import type { Accounts } from '../accounts'
import type { Realms } from '../realms'
import type { TokenKeeper } from '../tokens'

interface Options {
  secrets: SecretStore
  tokens: Pick<TokenKeeper, 'read' | 'sessionOnly'>
  accounts: Pick<Accounts, 'signedIn' | 'find' | 'withoutToken'>
}

/** How well sign-ins are kept here, and what the user chose where nothing protects them. */
export function createKeeping({ secrets, tokens, accounts }: Options) {
  function now(): Keeping {
    const sessionOnly = accounts.signedIn().filter(({ id }) => tokens.sessionOnly(id))
    return {
      protection: secrets.protection(),
      unprotectedAllowed: secrets.unprotectedAllowed(),
      sessionOnly: sessionOnly.map(({ id }) => id),
    }
  }

  return {
    now,
    allowUnprotected(allowed: boolean): Keeping {
      secrets.allowUnprotected(allowed)
      return now()
    },
    /** Says of accounts whose token ended with the last run, or cannot be opened, that they are signed out. */
    findTokens(realms: Pick<Realms, 'isHere'>) {
      for (const { id, realm } of accounts.signedIn()) {
        const needsToken = accounts.find(id)?.sandbox === false && realms.isHere(realm)
        if (needsToken && tokens.read(id) === null) accounts.withoutToken(id)
      }
    },
  }
}
