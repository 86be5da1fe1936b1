import type { Account } from '../account'
import type { ServiceId } from '../service'

export interface AccountCalls {
  'accounts:list': () => readonly Account[]
  /** Opens the built-in sandbox of a service; its account is made on first use. */
  'accounts:try': (service: ServiceId) => Account
  /** Makes an account the one that is shown. */
  'accounts:open': (accountId: number) => void
  /** Removes the account's data here; what still waits is saved to a file first, whose path is told. */
  'accounts:remove': (accountId: number) => { savedTo: string | null }
}

export interface AccountEvents {
  'accounts:changed': readonly Account[]
}

export const accountCallNames: Record<keyof AccountCalls, true> = {
  'accounts:list': true,
  'accounts:try': true,
  'accounts:open': true,
  'accounts:remove': true,
}

export const accountEventNames: Record<keyof AccountEvents, true> = { 'accounts:changed': true }
