import type { CancelTimer } from '../../../shared/clock'
import type { SignInState } from '../../../shared/sign-in'
import type { Loopback } from '../../http/loopback'
import type { OAuth, OAuthClient, OAuthWay } from '../../providers/oauth'

/** One sign-in from the browser's opening to its end. Its secrets never leave main. */
export interface Attempt {
  readonly oauth: OAuth
  readonly way: OAuthWay
  /** Where the service's OAuth lives. */
  readonly at: URL
  readonly site: string | null
  readonly client: OAuthClient
  readonly redirectUri: string
  /** Comes back with the answer and tells it from those of others. */
  readonly state: string
  /** Of PKCE. */
  readonly verifier: string
  /** What is told of it. */
  shown: SignInState
  listener: Loopback | null
  cancelTimer: CancelTimer
  readonly ending: AbortController
}

/** What *Paste* takes, by what a way ends with. */
export function pastesOf({ gives, comesBack }: OAuthWay): SignInState['pastes'] {
  if (comesBack === 'redirect') return 'address'
  return gives === 'token' ? 'token' : 'pin'
}
