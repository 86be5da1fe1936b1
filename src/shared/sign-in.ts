import type { Failure } from './failure'
import type { ServiceId } from './service'

/**
 * Ways into an account: `browser` comes back to the app by itself, `pin` shows something to copy,
 * `code` comes back by itself and is then exchanged with a secret of the user's own.
 */
export const signInWays = ['browser', 'pin', 'code'] as const
export type SignInWay = (typeof signInWays)[number]

/** Reasons for which a sign-in fails: keys of the messages. */
export const signInReasons = [
  'sign-in-denied',
  'sign-in-wrong-state',
  'sign-in-code-expired',
  'sign-in-wrong-client',
  'sign-in-wrong-redirect',
  'sign-in-wrong-scope',
  'sign-in-refused',
  'sign-in-timeout',
  'sign-in-port-busy',
  'sign-in-port-forbidden',
  'sign-in-no-client',
  'sign-in-no-secret',
  'sign-in-no-browser',
  'sign-in-not-running',
  'sign-in-unknown-way',
  'sign-in-nothing-pasted',
  'sign-in-unreadable',
  'sign-in-whole-address',
  'sign-in-pin-of-v1',
  'sign-in-token-of-v2',
  'sign-in-token-ended',
  'sign-in-token-refused',
] as const
export type SignInReason = (typeof signInReasons)[number]

export interface SignInRequest {
  readonly service: ServiceId
  readonly way: SignInWay
  /** One of the setup's `sites`; the first of them where it is left out. */
  readonly site?: string
  /** The account that is to be signed in again. */
  readonly accountId?: number
}

/** A sign-in under way, or how the last one ended. Holds no secret. */
export interface SignInState extends SignInRequest {
  readonly phase: 'waiting' | 'checking' | 'done' | 'failed'
  /** What *Paste* takes meanwhile. */
  readonly pastes: 'address' | 'token' | 'pin'
  /** Why it failed; while it waits, what was wrong with what was pasted last. */
  readonly failure: Failure | null
  /** Once done: whose account it is. */
  readonly signedInAs: number | null
}

/** How a service may be signed in to on this machine. */
export interface SignInSetup {
  readonly service: ServiceId
  readonly clientId: string
  /** A client secret is kept; it is never told. */
  readonly hasSecret: boolean
  /** Where the service sends people back to, instead of this machine; empty for this machine. */
  readonly ownRedirect: string
  readonly ways: readonly SignInWayFacts[]
  /** Host names of the pages that one may sign in on, the user's language first; empty where there is but one. */
  readonly sites: readonly string[]
  /** The service has a page on which programs are registered. */
  readonly canRegister: boolean
}

export interface SignInWayFacts {
  readonly way: SignInWay
  readonly secret: 'none' | 'optional' | 'needed'
  /** The address to register for this way. */
  readonly redirectUri: string | null
}

/** How sign-ins are kept on this machine. */
export interface Keeping {
  readonly protection: 'protected' | 'basic-text' | 'none'
  /** The user agreed to sign-ins on disk that nothing protects. */
  readonly unprotectedAllowed: boolean
  /** Accounts whose sign-in ends with this run of the app. */
  readonly sessionOnly: readonly number[]
}
