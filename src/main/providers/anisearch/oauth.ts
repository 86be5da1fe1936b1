import type { Clock } from '../../../shared/clock'
import type { OAuth, OAuthClient } from '../oauth'
import { addressWith, createOAuthCalls, formOf } from '../oauth-answer'

const apiUrl = 'https://api.anisearch.com/v1/'
const form = 'application/x-www-form-urlencoded'

const english = 'www.anisearch.com'
/** One per language, all with the same accounts; a refresh goes where the sign-in was. */
const siteOf = new Map([
  ['en', english],
  ...['de', 'es', 'fr', 'it'].map((end) => [end, `www.anisearch.${end}`] as const),
  ['ja', 'www.anisearch.jp'],
])
const sites = [...siteOf.values()]

/** Signing in at aniSearch (docs/services.md, "Signing in"): code with PKCE, rotating refresh tokens, revoking. */
export function createAnisearchOAuth({ clock }: { clock: Pick<Clock, 'wall'> }): OAuth {
  const calls = createOAuthCalls(() => clock.wall())

  function tokens(at: URL, client: OAuthClient, values: Readonly<Record<string, string | null>>) {
    return calls.tokens({
      name: 'POST oauth/token',
      url: new URL('token', at),
      contentType: form,
      body: formOf({ ...values, client_id: client.id, client_secret: client.secret }),
    })
  }

  const scopes = ['user.profile', 'ratings.anime', 'ratings.manga']
  return {
    ways: [
      { way: 'browser', gives: 'code', comesBack: 'redirect', state: 'yes', secret: 'optional' },
    ],
    sites,
    siteFor: (language) => siteOf.get(language.slice(0, 2).toLowerCase()) ?? english,
    scopes,
    registerUrl: 'https://anisearch.com/developers',
    addressOf: (baseUrl, site) =>
      baseUrl.href === apiUrl
        ? new URL(`https://${site !== null && sites.includes(site) ? site : english}/oauth/`)
        : new URL('../oauth/', baseUrl),
    pageRedirect: () => null,

    authorizeUrl: (at, { clientId, redirectUri, state, challenge }) =>
      addressWith(new URL('authorize', at), {
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: scopes.join(' '),
        state,
        code_challenge: challenge,
        code_challenge_method: 'S256',
      }),

    exchange: (at, { client, code, redirectUri, verifier }) =>
      tokens(at, client, {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        code_verifier: verifier,
      }),

    accept: (token) => ({
      accessToken: token,
      refreshToken: null,
      expiresAt: null,
      scopes: null,
    }),
    refresh: (at, client, refreshToken) =>
      tokens(at, client, { grant_type: 'refresh_token', refresh_token: refreshToken }),

    /** Takes back the refresh token, and with it what came out of it. */
    revoke: (at, client, refreshToken) =>
      calls.done({
        name: 'POST oauth/revoke',
        url: new URL('revoke', at),
        contentType: form,
        ...(client.secret === null ? {} : { headers: { authorization: basicOf(client) } }),
        body: formOf({
          token: refreshToken,
          token_type_hint: 'refresh_token',
          client_id: client.secret === null ? client.id : null,
        }),
      }),
    clientCredentials: null,
    mistaken: () => null,
  }
}

/** Id and secret are encoded each before they are joined (RFC 6749, 2.3.1). */
function basicOf({ id, secret }: OAuthClient): string {
  return `Basic ${btoa(`${encodeURIComponent(id)}:${encodeURIComponent(secret ?? '')}`)}`
}
