import type { Account } from '../account'
import type { MediaKind } from '../media'
import type { ServiceId } from '../service'
import type { Keeping, SignInRequest, SignInSetup, SignInState } from '../sign-in'

/** Custom lists at services whose capabilities say `createsCustomLists`. */
export interface CustomListCalls {
  /**
   * Makes custom lists at the service, those that it has already left as they are. The answer is
   * the account with the lists that it has now.
   */
  'accounts:create-lists': (
    accountId: number,
    names: Readonly<Partial<Record<MediaKind, readonly string[]>>>,
  ) => Account
  /** Removes a custom list at the service; its entries stay on the list. */
  'accounts:remove-list': (accountId: number, kind: MediaKind, name: string) => Account
}

export interface AccountCalls extends CustomListCalls {
  'accounts:list': () => readonly Account[]
  /** Opens the built-in sandbox of a service; its account is made on first use. */
  'accounts:try': (service: ServiceId) => Account
  /** Makes an account the one that is shown. */
  'accounts:open': (accountId: number) => void
  /** Gives the sign-in back; list and queue stay and wait for the next one. */
  'accounts:sign-out': (accountId: number) => void
  /** Removes the account's data here; what still waits is saved to a file first, whose path is told. */
  'accounts:remove': (accountId: number) => { savedTo: string | null }

  /** Opens the service's page in the browser; how it goes on is told by `accounts:sign-in-changed`. */
  'accounts:sign-in': (request: SignInRequest) => SignInState
  'accounts:sign-in-state': () => SignInState | null
  /** Takes the pin, the token or the address out of the clipboard, and empties it. */
  'accounts:paste': () => SignInState
  'accounts:cancel-sign-in': () => void

  /** How each service may be signed in to. */
  'accounts:setups': () => readonly SignInSetup[]
  /** Under which id the user has registered the app; `ownRedirect` is https, or empty for this machine. */
  'accounts:set-client': (change: {
    service: ServiceId
    clientId: string
    ownRedirect: string
  }) => SignInSetup
  /** Takes the client secret out of the clipboard, and empties it. */
  'accounts:paste-secret': (service: ServiceId) => SignInSetup
  'accounts:forget-secret': (service: ServiceId) => SignInSetup
  /** Opens the page on which the service registers programs. */
  'accounts:open-registration': (service: ServiceId) => void

  'accounts:keeping': () => Keeping
  /** The user's explicit yes (or its end) to sign-ins on disk that nothing protects. */
  'accounts:allow-unprotected': (allowed: boolean) => Keeping
}

export interface AccountEvents {
  'accounts:changed': readonly Account[]
  /** `null`: none is under way. */
  'accounts:sign-in-changed': SignInState | null
}

export const accountCallNames: Record<keyof AccountCalls, true> = {
  'accounts:list': true,
  'accounts:try': true,
  'accounts:open': true,
  'accounts:sign-out': true,
  'accounts:remove': true,
  'accounts:create-lists': true,
  'accounts:remove-list': true,
  'accounts:sign-in': true,
  'accounts:sign-in-state': true,
  'accounts:paste': true,
  'accounts:cancel-sign-in': true,
  'accounts:setups': true,
  'accounts:set-client': true,
  'accounts:paste-secret': true,
  'accounts:forget-secret': true,
  'accounts:open-registration': true,
  'accounts:keeping': true,
  'accounts:allow-unprotected': true,
}

export const accountEventNames: Record<keyof AccountEvents, true> = {
  'accounts:changed': true,
  'accounts:sign-in-changed': true,
}
