import type { ServiceContext } from '../service-kind'
import { parametersOf } from '../core/parse-request'
import { json, redirect } from '../core/reply'
import type { ParsedRequest, SandboxReply } from '../core/wire'
import { knowsSecret, mayRedirect, type Client, type Clients } from '../oauth/clients'
import { addressWith, codeLifetimeMs, decisionIn } from '../oauth/decision'
import { authorizePage, pinPage } from '../oauth/pages'
import { issueToken, tokenLifetimeMs } from './token'

const invalidClient = (): SandboxReply =>
  json({ error: 'invalid_client', message: 'Client authentication failed' }, 401)

const unsupported = (): SandboxReply =>
  json(
    {
      error: 'unsupported_grant_type',
      message: 'The authorization grant type is not supported by the authorization server.',
      hint: 'Check that all required parameters have been provided',
    },
    400,
  )

const invalidRequest = (hint: string): SandboxReply => {
  const message =
    'The request is missing a required parameter, includes an invalid parameter value, ' +
    'includes a parameter more than once, or is otherwise malformed.'
  return json({ error: 'invalid_request', message, hint }, 400)
}

/** AniList's pages and token call under `api/v2/oauth/`. */
export function createAnilistSignIn(context: ServiceContext, clients: Clients) {
  const { world, origin } = context
  const pin = (): string => `${origin()}api/v2/oauth/pin`

  /** Where a client's people go: what it asks for, else the first it has registered. */
  function targetOf(client: Client, asked: string | null): string | null {
    if (asked === null) return client.redirectUris.find((uri) => uri !== 'loopback') ?? pin()
    return asked === pin() || mayRedirect(client, asked) ? asked : null
  }

  function authorize(request: ParsedRequest): SandboxReply {
    const fields = parametersOf(request)
    const client = clients.get(fields.get('client_id') ?? '')
    const target = client && targetOf(client, fields.get('redirect_uri'))
    if (!client || !target) return invalidClient()
    const kind = fields.get('response_type')
    if (kind !== 'code' && kind !== 'token') return unsupported()
    if (request.method === 'GET') {
      const users = world.users.rows()
      return authorizePage({ service: 'AniList', client, users, scopes: [], query: request.query })
    }
    const user = decisionIn(fields, world)
    if (!user) {
      const values = { error: 'access_denied', state: fields.get('state') }
      return redirect(addressWith(target, values, kind === 'token' ? 'fragment' : 'query'))
    }
    if (kind === 'token') {
      const values = {
        access_token: issueToken(world, user.id, client.id).token,
        token_type: 'Bearer',
        expires_in: String(tokenLifetimeMs / 1000),
      }
      return redirect(addressWith(target, values, 'fragment'))
    }
    const code = world.tokens.issue({
      kind: 'code',
      userId: user.id,
      clientId: client.id,
      redirectUri: target,
      lifetimeMs: codeLifetimeMs,
      length: 200,
    })
    return redirect(addressWith(target, { code: code.token, state: fields.get('state') }))
  }

  function exchange(request: ParsedRequest): SandboxReply {
    const fields = parametersOf(request)
    if (fields.get('grant_type') !== 'authorization_code') return unsupported()
    const client = clients.get(fields.get('client_id') ?? '')
    if (!client || !knowsSecret(client, fields.get('client_secret'))) return invalidClient()
    const code = world.tokens.find(fields.get('code') ?? '', 'code')
    if (!code || code.clientId !== client.id || code.userId === null) {
      return invalidRequest('Cannot decrypt the authorization code')
    }
    if (code.redirectUri !== fields.get('redirect_uri')) return invalidClient()
    world.tokens.consume(code.token)
    return json({
      token_type: 'Bearer',
      expires_in: tokenLifetimeMs / 1000,
      access_token: issueToken(world, code.userId, client.id).token,
    })
  }

  return (request: ParsedRequest): SandboxReply | null => {
    switch (`${request.method} ${request.path}`) {
      case 'GET api/v2/oauth/authorize':
      case 'POST api/v2/oauth/authorize':
        return authorize(request)
      case 'POST api/v2/oauth/token':
        return exchange(request)
      case 'GET api/v2/oauth/pin':
        return pinPage('AniList')
      default:
        return null
    }
  }
}
