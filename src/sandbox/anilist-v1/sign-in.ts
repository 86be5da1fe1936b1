import type { ServiceContext } from '../service-kind'
import { parametersOf } from '../core/parse-request'
import { json, redirect } from '../core/reply'
import type { Grant } from '../core/tokens'
import type { ParsedRequest, SandboxReply } from '../core/wire'
import { knowsSecret, mayRedirect, type Clients } from '../oauth/clients'
import { addressWith, codeLifetimeMs, decisionIn } from '../oauth/decision'
import { authorizePage, codePage, problemPage } from '../oauth/pages'
import { issuePair, refreshLifetimeMs } from './tokens'

const problem = (
  error_description: string,
  status = 400,
  error = 'invalid_request',
): SandboxReply => json({ error, error_description }, status)

/** From this age on a refresh token is replaced when it is used. */
const oldMs = refreshLifetimeMs - 24 * 3600 * 1000

/** The pages and the token call of the first API, under `auth/`. */
export function createV1SignIn(context: ServiceContext, clients: Clients) {
  const { world, tokenLifetimeMs, behaviour } = context

  function authorize(request: ParsedRequest): SandboxReply {
    const fields = parametersOf(request)
    const kind = fields.get('grant_type')
    const wanted = { authorization_code: 'code', authorization_pin: 'pin' }[kind ?? '']
    const client = clients.get(fields.get('client_id') ?? '')
    const uri = fields.get('redirect_uri')
    if (!client) return problemPage('The client is not known.', 401)
    if (!wanted || fields.get('response_type') !== wanted) {
      return problemPage('The grant_type or the response_type is not valid.', 400)
    }
    if (wanted === 'code' && (uri === null || !mayRedirect(client, uri))) {
      return problemPage('The redirect_uri is not registered.', 401)
    }
    if (request.method === 'GET') {
      const users = world.users.rows()
      return authorizePage({ service: 'AniList', client, users, scopes: [], query: request.query })
    }
    const user = decisionIn(fields, world)
    const target = wanted === 'code' ? uri : null
    if (!user) {
      return target === null
        ? problemPage('You said no.', 200)
        : redirect(addressWith(target, { error: 'access_denied', state: fields.get('state') }))
    }
    const code = world.tokens.issue({
      kind: 'code',
      userId: user.id,
      clientId: client.id,
      redirectUri: target,
      lifetimeMs: codeLifetimeMs,
      length: 40,
    })
    return target === null
      ? codePage('AniList', code.token)
      : redirect(addressWith(target, { code: code.token, state: fields.get('state') }))
  }

  function exchange(request: ParsedRequest): SandboxReply {
    const fields = parametersOf(request)
    const client = clients.get(fields.get('client_id') ?? '')
    if (!client || !knowsSecret(client, fields.get('client_secret'))) {
      return problem('Client authentication failed.', 401, 'invalid_client')
    }
    switch (fields.get('grant_type')) {
      case 'authorization_code':
        return fromCode(fields, client.id, fields.get('redirect_uri'))
      case 'authorization_pin':
        return fromCode(fields, client.id, null)
      case 'refresh_token':
        return refreshed(fields.get('refresh_token') ?? '', client.id)
      case 'client_credentials':
        return json(answerOf(issueAccess(null, client.id)))
      default:
        return problem('The grant type is not supported.', 400, 'unsupported_grant_type')
    }
  }

  function fromCode(fields: URLSearchParams, clientId: string, uri: string | null): SandboxReply {
    const code = world.tokens.find(fields.get('code') ?? '', 'code')
    if (!code || code.clientId !== clientId || code.redirectUri !== uri || code.userId === null) {
      return problem('The authorization code is invalid.')
    }
    world.tokens.consume(code.token)
    const { access, refresh } = issuePair(context, code.userId, clientId)
    return json({ ...answerOf(access), refresh_token: refresh.token })
  }

  /** A refresh answers without a new refresh token until the old one has nearly run out. */
  function refreshed(token: string, clientId: string): SandboxReply {
    const grant = world.tokens.find(token, 'refresh')
    if (!grant || grant.clientId !== clientId || grant.userId === null) {
      return problem('The refresh token is invalid.')
    }
    const ageMs = refreshLifetimeMs - (grant.expiresAt - world.clock.wall())
    const rotation = behaviour().v1Rotation
    if (rotation === 'never' || (rotation === 'weekly' && ageMs < oldMs)) {
      return json(answerOf(issueAccess(grant.userId, clientId, grant.family)))
    }
    world.tokens.consume(token)
    const { access, refresh } = issuePair(context, grant.userId, clientId, grant.family)
    return json({ ...answerOf(access), refresh_token: refresh.token })
  }

  function issueAccess(userId: number | null, clientId: string, family?: number): Grant {
    const of = { kind: 'access', userId, clientId, lifetimeMs: tokenLifetimeMs } as const
    return world.tokens.issue(family === undefined ? of : { ...of, family })
  }

  function answerOf(access: Grant): Record<string, unknown> {
    return {
      access_token: access.token,
      token_type: 'bearer',
      expires: Math.floor(access.expiresAt / 1000),
      expires_in: Math.floor((access.expiresAt - world.clock.wall()) / 1000),
    }
  }

  return (request: ParsedRequest, path: string): SandboxReply | null => {
    switch (`${request.method} ${path}`) {
      case 'GET auth/authorize':
      case 'POST auth/authorize':
        return authorize(request)
      case 'POST auth/access_token':
        return exchange(request)
      default:
        return null
    }
  }
}
