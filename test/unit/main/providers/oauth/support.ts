import { createAnilistOAuth } from '../../../../../src/main/providers/anilist/oauth'
import { createAnilistV1OAuth } from '../../../../../src/main/providers/anilist-v1/oauth'
import { createAnisearchOAuth } from '../../../../../src/main/providers/anisearch/oauth'
import type { ServiceCall } from '../../../../../src/main/providers/provider'
import { clock } from '../support'

export const anilist = createAnilistOAuth({ clock })
export const anilistV1 = createAnilistV1OAuth({ clock })
export const anisearch = createAnisearchOAuth({ clock })

export const client = { id: 'id 7', secret: 's&cret' }
export const asked = {
  clientId: 'id 7',
  redirectUri: 'http://127.0.0.1:47823/sign-in',
  state: 'the-state',
  challenge: 'the-challenge',
}
export const exchanged = {
  client,
  code: 'the code',
  redirectUri: asked.redirectUri,
  verifier: 'the-verifier',
}

/** The query of an address, or the fields of a form. */
export function fieldsOf(text: string | undefined): Record<string, string> {
  const query = text?.startsWith('http') ? new URL(text).search : text
  return Object.fromEntries(new URLSearchParams(query))
}

/** A JSON Web Token with these claims; nobody signed it. */
export function jwtWith(claims: unknown): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ typ: 'JWT', alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJl`
}

export function isOAuthCall(call: ServiceCall<unknown>) {
  return call.bucket === 'oauth' && call.anonymous === true && call.method === 'POST'
}
