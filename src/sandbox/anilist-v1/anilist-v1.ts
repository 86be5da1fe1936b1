import { tooMany } from '../anilist/anilist'
import type { ServiceContext, ServiceKind } from '../service-kind'
import { bearerOf } from '../core/bearer'
import { parametersOf } from '../core/parse-request'
import { json } from '../core/reply'
import { createRouter } from '../core/router'
import type { ParsedRequest, Route, SandboxReply, ServiceHandler } from '../core/wire'
import { createClients } from '../oauth/clients'
import { pictureReply } from '../world/covers'
import { failure, notFound, type V1Call } from './call'
import { listRoutes } from './routes/lists'
import { activityRoutes } from './routes/activity'
import { forumRoutes } from './routes/forum'
import { peopleRoutes } from './routes/people'
import { reviewRoutes } from './routes/reviews'
import { seriesRoutes } from './routes/series'
import { seriesPageRoutes } from './routes/series-pages'
import { socialRoutes } from './routes/social'
import { anyUserRoute, userRoutes } from './routes/users'
import { createV1SignIn } from './sign-in'
import { issuePair, v1Client } from './tokens'

const findRoute = createRouter<V1Call>([
  ...userRoutes,
  ...activityRoutes,
  ...socialRoutes,
  ...listRoutes,
  ...reviewRoutes,
  ...seriesRoutes,
  ...seriesPageRoutes,
  ...peopleRoutes,
  ...forumRoutes,
  anyUserRoute,
])

/** AniList's first API: forms in, JSON out, under `api/`. */
export function createAnilistV1(context: ServiceContext): ServiceKind {
  const { world } = context
  const main = world.main()
  const clients = createClients(v1Client, world.changes)
  const signIn = createV1SignIn(context, clients)
  const { access, refresh } = issuePair(context, main.id, v1Client.id)
  const handler: ServiceHandler = {
    route: routeOf,
    answer: (request) => signIn(request, apiPath(request)) ?? answer(request, context),
    limitHeaders: (limit, remaining) => ({
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
    }),
    tooMany: (retryAfter) => tooMany(retryAfter, world.clock.seconds()),
    deadToken,
  }
  return {
    handler,
    limits: { api: { max: 30, windowMs: 60_000, penaltyMs: 60_000 } },
    account: {
      token: access.token,
      refreshToken: refresh.token,
      user: { id: main.id, name: main.name },
      clientId: v1Client.id,
      clientSecret: v1Client.secret ?? '',
    },
    clients,
  }
}

const apiPath = ({ path }: ParsedRequest): string => path.replace(/^api\/?/, '')

function routeOf(request: ParsedRequest): Route {
  const { method, path } = request
  if (path.endsWith('.png')) return { name: 'GET picture', bucket: null, write: false }
  const found = findRoute(method, apiPath(request))
  const signIn = apiPath(request).startsWith('auth/')
  const name = found?.name ?? `${method} ${apiPath(request)}`
  return { name, bucket: signIn ? null : 'api', write: method !== 'GET' }
}

function answer(request: ParsedRequest, context: ServiceContext): SandboxReply {
  if (request.path.endsWith('.png')) {
    return pictureReply(request.path, request.query.get('size') ?? undefined)
  }
  const found = findRoute(request.method, apiPath(request))
  if (!found) return notFound()
  const { world } = context
  const grant = world.tokens.find(tokenOf(request) ?? '', 'access')
  if (!grant) return deadToken()
  const viewer = grant.userId === null ? null : (world.users.get(grant.userId) ?? null)
  if (found.call.userOnly && !viewer) return failure(401, 'This needs a signed-in user.')
  return found.call.answer({
    ...context,
    params: found.params,
    fields: parametersOf(request),
    viewer,
    now: world.clock.seconds(),
  })
}

/** As a bearer, or under `access_token` in a header or in the query. */
function tokenOf({ headers, query }: ParsedRequest): string | null {
  return bearerOf(headers) ?? headers.access_token ?? query.get('access_token')
}

function deadToken(): SandboxReply {
  const error_description = 'The resource owner or authorization server denied the request.'
  return json({ error: 'access_denied', error_description }, 401)
}
