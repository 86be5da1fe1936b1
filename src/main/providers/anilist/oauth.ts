import type { Clock } from '../../../shared/clock'
import { jwtExpiry } from '../jwt'
import type { OAuth } from '../oauth'
import { addressWith, createOAuthCalls } from '../oauth-answer'

const apiUrl = 'https://graphql.anilist.co/'
const ownUrl = 'https://anilist.co/api/v2/oauth/'

/** A PIN of AniList v1, which people paste by mistake. */
const v1Pin = /^\w{40}$/

/** Signing in at AniList of today (docs/services.md, "Signing in"): no refresh, tokens live a year. */
export function createAnilistOAuth({ clock }: { clock: Pick<Clock, 'wall'> }): OAuth {
  const calls = createOAuthCalls(() => clock.wall())
  return {
    ways: [
      { way: 'browser', gives: 'token', comesBack: 'redirect', state: 'maybe', secret: 'none' },
      { way: 'pin', gives: 'token', comesBack: 'page', state: 'maybe', secret: 'none' },
      { way: 'code', gives: 'code', comesBack: 'redirect', state: 'yes', secret: 'needed' },
    ],
    sites: [],
    siteFor: () => null,
    scopes: [],
    registerUrl: 'https://anilist.co/settings/developer',
    addressOf: (baseUrl) =>
      baseUrl.href === apiUrl ? new URL(ownUrl) : new URL('api/v2/oauth/', baseUrl),
    pageRedirect: (at) => new URL('pin', at).href,

    /** The implicit grant goes without an address: AniList takes the one that is registered. */
    authorizeUrl(at, { way, clientId, redirectUri, state }) {
      const url = new URL('authorize', at)
      const common = { client_id: clientId, state }
      return way === 'code'
        ? addressWith(url, { ...common, redirect_uri: redirectUri, response_type: 'code' })
        : addressWith(url, { ...common, response_type: 'token' })
    },

    exchange: (at, { client, code, redirectUri }) => {
      const call = calls.tokens({
        name: 'POST oauth/token',
        url: new URL('token', at),
        contentType: 'application/json',
        body: JSON.stringify({
          grant_type: 'authorization_code',
          client_id: client.id,
          client_secret: client.secret,
          redirect_uri: redirectUri,
          code,
        }),
      })
      return {
        ...call,
        parse(answer) {
          const issued = call.parse(answer)
          return { ...issued, expiresAt: jwtExpiry(issued.accessToken) ?? issued.expiresAt }
        },
      }
    },

    accept: (token) => ({
      accessToken: token,
      refreshToken: null,
      expiresAt: jwtExpiry(token),
      scopes: null,
    }),
    refresh: null,
    revoke: null,
    clientCredentials: null,
    mistaken(pasted) {
      return v1Pin.test(pasted) ? 'sign-in-pin-of-v1' : null
    },
  }
}
