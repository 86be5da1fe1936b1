import { createHash } from 'node:crypto'
import type { ServiceContext } from '../service-kind'
import { parametersOf } from '../core/parse-request'
import { html, json, redirect } from '../core/reply'
import type { ParsedRequest, SandboxReply } from '../core/wire'
import { basicOf, knowsSecret, mayRedirect, type Client, type Clients } from '../oauth/clients'
import { addressWith, codeLifetimeMs, decisionIn } from '../oauth/decision'
import { authorizePage, problemPage } from '../oauth/pages'
import { allScopes, issuePair } from './tokens'

const problem = (error: string, error_description: string, status = 400): SandboxReply =>
  json({ error, error_description }, status)

/** aniSearch's pages and calls under `oauth/`: code with PKCE S256 only. */
export function createAnisearchSignIn(context: ServiceContext, clients: Clients) {
  const { world, tokenLifetimeMs } = context

  function authorize(request: ParsedRequest): SandboxReply {
    const fields = parametersOf(request)
    const client = clients.get(fields.get('client_id') ?? '')
    const uri = fields.get('redirect_uri') ?? ''
    if (!client || !mayRedirect(client, uri)) {
      return problemPage('The client or its redirect URI is not known.', 400)
    }
    const challenge = fields.get('code_challenge')
    const method = fields.get('code_challenge_method')
    // Without a challenge people were seen to get a blank page.
    if (!challenge || !method) return html('')
    const back = (values: Record<string, string | null>): SandboxReply =>
      redirect(addressWith(uri, { ...values, state: fields.get('state') }))
    if (method !== 'S256') return back({ error: 'invalid_request' })
    if (fields.get('response_type') !== 'code') return back({ error: 'unsupported_response_type' })
    const scopes = (fields.get('scope') ?? '').split(/\s+/).filter(Boolean)
    if (scopes.length === 0 || scopes.some((scope) => !allScopes.includes(scope))) {
      return back({ error: 'invalid_scope' })
    }
    if (request.method === 'GET') {
      const users = world.users.rows()
      return authorizePage({ service: 'aniSearch', client, users, scopes, query: request.query })
    }
    const user = decisionIn(fields, world)
    if (!user) return back({ error: 'access_denied' })
    const code = world.tokens.issue({
      kind: 'code',
      userId: user.id,
      clientId: client.id,
      redirectUri: uri,
      challenge,
      scopes,
      lifetimeMs: codeLifetimeMs,
    })
    return back({ code: code.token })
  }

  function clientIn(request: ParsedRequest, fields: URLSearchParams): Client | null {
    const [id, secret] = basicOf(request.headers) ?? [
      fields.get('client_id'),
      fields.get('client_secret'),
    ]
    const client = clients.get(id ?? '')
    return client && knowsSecret(client, secret) ? client : null
  }

  function exchange(request: ParsedRequest): SandboxReply {
    const fields = parametersOf(request)
    const client = clientIn(request, fields)
    if (!client) return problem('invalid_client', 'Client authentication failed', 401)
    switch (fields.get('grant_type')) {
      case 'authorization_code':
        return fromCode(fields, client)
      case 'refresh_token':
        return refreshed(fields.get('refresh_token') ?? '', client)
      default:
        return problem('unsupported_grant_type', 'The grant type is not supported.')
    }
  }

  function fromCode(fields: URLSearchParams, client: Client): SandboxReply {
    const code = world.tokens.known(fields.get('code') ?? '')
    const { tokens } = world
    if (code?.kind !== 'code' || code.clientId !== client.id || code.userId === null) {
      return problem('invalid_grant', 'The authorization code is invalid.')
    }
    if (code.used) {
      // A code shown twice may have been stolen: all that came out of it dies.
      tokens.revokeFamily(code.family)
      return problem('invalid_grant', 'The authorization code was used before.')
    }
    const right =
      code.expiresAt > world.clock.wall() &&
      code.redirectUri === fields.get('redirect_uri') &&
      code.challenge === s256(fields.get('code_verifier') ?? '')
    if (!right) return problem('invalid_grant', 'The code, its verifier or its address is wrong.')
    tokens.markUsed(code.token)
    return answerWith(code.userId, client, code.scopes, code.family)
  }

  /** Every refresh gives a new pair; an old token shown again ends the sign-in. */
  function refreshed(token: string, client: Client): SandboxReply {
    const grant = world.tokens.known(token)
    if (grant?.kind !== 'refresh' || grant.clientId !== client.id || grant.userId === null) {
      return problem('invalid_grant', 'The refresh token is invalid.')
    }
    if (grant.used || grant.expiresAt <= world.clock.wall()) {
      world.tokens.revokeFamily(grant.family)
      return problem('invalid_grant', 'The refresh token was used before or has expired.')
    }
    world.tokens.markUsed(token)
    return answerWith(grant.userId, client, grant.scopes, grant.family)
  }

  function answerWith(
    userId: number,
    client: Client,
    scopes: readonly string[],
    family: number,
  ): SandboxReply {
    const { access, refresh } = issuePair(context, { userId, clientId: client.id, scopes, family })
    return json({
      access_token: access.token,
      refresh_token: refresh.token,
      token_type: 'Bearer',
      expires_in: Math.floor(tokenLifetimeMs / 1000),
      scope: scopes.join(' '),
    })
  }

  function revoke(request: ParsedRequest): SandboxReply {
    const fields = parametersOf(request)
    const client = clientIn(request, fields)
    if (!client) return problem('invalid_client', 'Client authentication failed', 401)
    const grant = world.tokens.known(fields.get('token') ?? '')
    if (grant?.clientId === client.id) world.tokens.revokeFamily(grant.family)
    return json({})
  }

  return (request: ParsedRequest): SandboxReply | null => {
    switch (`${request.method} ${request.path}`) {
      case 'GET oauth/authorize':
      case 'POST oauth/authorize':
        return authorize(request)
      case 'POST oauth/token':
        return exchange(request)
      case 'POST oauth/revoke':
        return revoke(request)
      default:
        return null
    }
  }
}

function s256(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}
