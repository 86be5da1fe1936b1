import type { Clock } from '../../../shared/clock'
import { isJwt } from '../jwt'
import type { OAuth, OAuthClient } from '../oauth'
import { addressWith, createOAuthCalls, formOf } from '../oauth-answer'

/** It always gives tokens of nobody. */
export type AnilistV1OAuth = OAuth & {
  readonly clientCredentials: NonNullable<OAuth['clientCredentials']>
}

/** Signing in at AniList v1 (docs/services.md, "Signing in"): a `grant_type` at the page too, refresh tokens that may rotate. */
export function createAnilistV1OAuth({ clock }: { clock: Pick<Clock, 'wall'> }): AnilistV1OAuth {
  const calls = createOAuthCalls(() => clock.wall())

  function tokens(at: URL, client: OAuthClient, values: Readonly<Record<string, string | null>>) {
    return calls.tokens({
      name: 'POST auth/access_token',
      url: new URL('access_token', at),
      contentType: 'application/x-www-form-urlencoded',
      body: formOf({ ...values, client_id: client.id, client_secret: client.secret }),
    })
  }

  return {
    ways: [
      { way: 'browser', gives: 'code', comesBack: 'redirect', state: 'yes', secret: 'needed' },
      { way: 'pin', gives: 'code', comesBack: 'page', state: 'none', secret: 'needed' },
    ],
    sites: [],
    siteFor: () => null,
    scopes: [],
    registerUrl: null,
    addressOf: (baseUrl) => new URL('auth/', baseUrl),
    pageRedirect: () => null,

    authorizeUrl(at, { way, clientId, redirectUri, state }) {
      const url = new URL('authorize', at)
      const common = { client_id: clientId }
      return way === 'pin'
        ? addressWith(url, { grant_type: 'authorization_pin', ...common, response_type: 'pin' })
        : addressWith(url, {
            grant_type: 'authorization_code',
            ...common,
            redirect_uri: redirectUri,
            response_type: 'code',
            state,
          })
    },

    exchange: (at, { way, client, code, redirectUri }) =>
      way === 'pin'
        ? tokens(at, client, { grant_type: 'authorization_pin', code })
        : tokens(at, client, {
            grant_type: 'authorization_code',
            redirect_uri: redirectUri,
            code,
          }),

    accept: (token) => ({
      accessToken: token,
      refreshToken: null,
      expiresAt: null,
      scopes: null,
    }),
    refresh: (at, client, refreshToken) =>
      tokens(at, client, { grant_type: 'refresh_token', refresh_token: refreshToken }),
    revoke: null,
    mistaken: (pasted) => (isJwt(pasted) ? 'sign-in-token-of-v2' : null),
    clientCredentials: (at, client) => tokens(at, client, { grant_type: 'client_credentials' }),
  }
}
