import type { ServiceContext, ServiceKind } from '../service-kind'
import { bearerOf } from '../core/bearer'
import type { LimitRule } from '../core/limits'
import { json } from '../core/reply'
import { createRouter } from '../core/router'
import type { ParsedRequest, Route, SandboxReply, ServiceHandler } from '../core/wire'
import { createClients } from '../oauth/clients'
import { failure, type AnisearchCall } from './call'
import { bulkNames, databaseRoutes } from './database'
import { profileRoute } from './profile'
import { ratingRoutes } from './ratings'
import { createAnisearchSignIn } from './sign-in'
import { allScopes, anisearchClient, issuePair } from './tokens'
import { isMeaningful } from './user-agent'

const findRoute = createRouter<AnisearchCall>([...ratingRoutes, profileRoute, ...databaseRoutes])

const minute = 60_000
const hour = 60 * minute

/** Reads with deletes, writes and the profile count apart; bulk answers one by one. */
const limits: Readonly<Record<string, LimitRule>> = {
  ratings: { max: 10, windowMs: minute },
  profile: { max: 10, windowMs: minute },
  put: { max: 100, windowMs: 2 * minute, flight: 10 },
  details: { max: 30, windowMs: minute / 2 },
  ...Object.fromEntries(
    bulkNames.flatMap((name) => [
      [`bulk ${name}`, { max: 1, windowMs: hour }],
      [`bulk ${name} anonymous`, { max: 1, windowMs: 24 * hour }],
    ]),
  ),
}

/** aniSearch: its API under `v1/`, its sign-in under `oauth/`. */
export function createAnisearch(context: ServiceContext): ServiceKind {
  const main = context.world.main()
  const clients = createClients(anisearchClient, context.world.changes)
  const signIn = createAnisearchSignIn(context, clients)
  const { access, refresh } = issuePair(context, {
    userId: main.id,
    clientId: anisearchClient.id,
    scopes: allScopes,
  })
  const handler: ServiceHandler = {
    route: routeOf,
    answer: (request) => signIn(request) ?? answer(request, context),
    tooMany: (retryAfter) =>
      retryAfter === null
        ? json({ error: 'Too Many Requests' }, 429)
        : json({ error: 'Too Many Requests', retry_after: retryAfter }, 429, {
            'retry-after': String(retryAfter),
          }),
    deadToken: () => failure(401, 'Unauthorized'),
  }
  return {
    handler,
    limits,
    account: {
      token: access.token,
      refreshToken: refresh.token,
      user: { id: main.id, name: main.name },
      clientId: anisearchClient.id,
      clientSecret: anisearchClient.secret ?? '',
    },
    clients,
  }
}

const apiPath = ({ path }: ParsedRequest): string => path.replace(/^v1\/?/, '')

function routeOf(request: ParsedRequest): Route {
  const { method, path, headers } = request
  const found = findRoute(method, apiPath(request))
  const write = method !== 'GET'
  if (!found) return { name: `${method} ${path}`, bucket: null, write }
  const { bucket } = found.call
  const anonymous = bucket.startsWith('bulk') && !bearerOf(headers)
  return { name: found.name, bucket: anonymous ? `${bucket} anonymous` : bucket, write }
}

function answer(request: ParsedRequest, context: ServiceContext): SandboxReply {
  const { method, headers, query, body } = request
  const found = findRoute(method, apiPath(request))
  if (!found) return failure(404, 'Not found.')
  if (!isMeaningful(headers['user-agent'])) return failure(403, 'Forbidden')
  const { world } = context
  const token = bearerOf(headers)
  const grant = token === null ? null : world.tokens.find(token, 'access')
  const scope = found.call.scope?.(found.params)
  if (grant === undefined || (scope && !grant)) return failure(401, 'Unauthorized')
  if (scope && grant && !grant.scopes.includes(scope)) {
    return failure(403, `The token lacks the scope ${scope}.`)
  }
  const viewer = grant?.userId ? (world.users.get(grant.userId) ?? null) : null
  return found.call.answer({ ...context, params: found.params, query, body, grant, viewer })
}
