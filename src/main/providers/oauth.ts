import type { SignInReason, SignInWay } from '../../shared/sign-in'
import type { ServiceCall } from './provider'

/** A program as it is registered at a service. */
export interface OAuthClient {
  readonly id: string
  readonly secret: string | null
}

/** Tokens as a service hands them out. */
export interface IssuedTokens {
  readonly accessToken: string
  /** `null`: none was given, and one from before still holds. */
  readonly refreshToken: string | null
  /** Unix ms; `null` when no end is told. */
  readonly expiresAt: number | null
  /** `null` where the service does not tell: those that were asked for. */
  readonly scopes: readonly string[] | null
}

/** One way of signing in. */
export interface OAuthWay {
  readonly way: SignInWay
  /** What comes back: a code to exchange, or the token itself. */
  readonly gives: 'code' | 'token'
  /** Back to an address of ours, or shown on a page of the service to be copied. */
  readonly comesBack: 'redirect' | 'page'
  /** The `state` that was sent comes back; where it is `maybe`, it may be missing. */
  readonly state: 'yes' | 'maybe' | 'none'
  readonly secret: 'none' | 'optional' | 'needed'
}

export interface AuthorizeRequest {
  readonly way: SignInWay
  readonly clientId: string
  readonly redirectUri: string
  readonly state: string
  /** Of PKCE, by S256. */
  readonly challenge: string
}

export interface CodeExchange {
  readonly way: SignInWay
  readonly client: OAuthClient
  readonly code: string
  readonly redirectUri: string
  /** Of PKCE. */
  readonly verifier: string
}

/**
 * How a service lets people sign in. Pure, like its provider: makes addresses and calls, sends
 * nothing. `at` is where its OAuth lives, as `addressOf` tells it. Calls fail with `refused` and
 * one of the sign-in reasons, `rate-limited`, `bad-answer` or `blocked`.
 */
export interface OAuth {
  readonly ways: readonly OAuthWay[]
  /** Host names of the pages that one may sign in on; empty where there is but one. */
  readonly sites: readonly string[]
  /** The site for people of a language (BCP 47); `null` where there is but one. */
  siteFor(language: string): string | null
  /** What is asked for, where the service has scopes. */
  readonly scopes: readonly string[]
  /** The page on which programs are registered; `null` where there is none any more. */
  readonly registerUrl: string | null
  /** Where OAuth lives beside an API, with a closing slash; `site` counts at the service's own address only. */
  addressOf(baseUrl: URL, site: string | null): URL
  /** The address that is registered for a way that ends on a page of the service. */
  pageRedirect(at: URL): string | null
  authorizeUrl(at: URL, request: AuthorizeRequest): string
  exchange(at: URL, request: CodeExchange): ServiceCall<IssuedTokens>
  /** What a token that came without an exchange tells about itself. */
  accept(token: string): IssuedTokens
  readonly refresh:
    ((at: URL, client: OAuthClient, refreshToken: string) => ServiceCall<IssuedTokens>) | null
  readonly revoke:
    ((at: URL, client: OAuthClient, refreshToken: string) => ServiceCall<void>) | null
  /** A token of nobody, for reading what everybody may; `null` where anybody may read without one. */
  readonly clientCredentials: ((at: URL, client: OAuthClient) => ServiceCall<IssuedTokens>) | null
  /** What something pasted is by its looks, if it is not what this service gives; else `null`. */
  mistaken(pasted: string): SignInReason | null
}
