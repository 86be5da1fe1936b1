import { z } from 'zod'
import type { ServiceContext, ServiceKind } from '../service-kind'
import { bearerOf } from '../core/bearer'
import { disabledMessage, graphqlError } from '../core/faulty-reply'
import { json } from '../core/reply'
import type { ParsedRequest, Route, SandboxReply, ServiceHandler } from '../core/wire'
import { createClients, type Client } from '../oauth/clients'
import { pictureReply } from '../world/covers'
import { prepare } from './document'
import { runDocument } from './execute'
import { createAnilistSignIn } from './sign-in'
import { issueToken } from './token'

const question = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
})

const anilistClient: Client = {
  id: '4010',
  name: 'Tsuzuki',
  secret: 'anilist-sandbox-secret',
  redirectUris: ['loopback'],
}

/** AniList as it is today: GraphQL at the base URL, sign-in under `api/v2/oauth/`. */
export function createAnilist(context: ServiceContext): ServiceKind {
  const { world } = context
  const main = world.main()
  const clients = createClients(anilistClient, world.changes)
  const signIn = createAnilistSignIn(context, clients)
  const handler: ServiceHandler = {
    route: routeOf,
    answer: (request) => signIn(request) ?? answer(request, context),
    limitHeaders: (limit, remaining) => ({
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
    }),
    tooMany: (retryAfter) => tooMany(retryAfter, world.clock.seconds()),
    deadToken: () => json(graphqlError('Invalid token', 400), 400),
  }
  return {
    handler,
    limits: { api: { max: 30, windowMs: 60_000, penaltyMs: 60_000 } },
    account: {
      token: issueToken(world, main.id, anilistClient.id).token,
      refreshToken: null,
      user: { id: main.id, name: main.name },
      clientId: anilistClient.id,
      clientSecret: anilistClient.secret ?? '',
    },
    clients,
  }
}

function routeOf({ method, path, body }: ParsedRequest): Route {
  if (path.endsWith('.png')) return { name: 'GET picture', bucket: null, write: false }
  if (path !== '') return { name: `${method} ${path}`, bucket: null, write: method !== 'GET' }
  const asked = questionIn(body)
  const { name, write } = asked ? prepare(asked.query) : { name: `${method} ?`, write: false }
  return { name, bucket: 'api', write }
}

function answer(request: ParsedRequest, context: ServiceContext): SandboxReply {
  const { method, path, headers, body } = request
  if (path.endsWith('.png')) return pictureReply(path, request.query.get('size') ?? undefined)
  if (path !== '') return json(graphqlError('Not Found.', 404), 404)
  if (method !== 'POST') return json(graphqlError('Method Not Allowed.', 405), 405)
  const token = bearerOf(headers)
  const { world } = context
  const grant = token === null ? null : world.tokens.find(token, 'access')
  if (grant === undefined) return json(graphqlError('Invalid token', 400), 400)
  if (!grant && !headers.referer) return json(graphqlError(disabledMessage, 403), 403)
  const asked = questionIn(body)
  if (!asked) return json(graphqlError('Syntax Error: Unexpected <EOF>.', 400), 400)
  const viewer = (grant?.userId && world.users.get(grant.userId)) || null
  return runDocument(prepare(asked.query), asked.variables ?? {}, {
    ...context,
    viewer,
    now: world.clock.seconds(),
    failed: { yet: false },
  })
}

function questionIn(body: string): z.output<typeof question> | null {
  try {
    return question.safeParse(JSON.parse(body)).data ?? null
  } catch {
    return null
  }
}

/** Both versions of AniList refuse alike. `now` in Unix s. */
export function tooMany(retryAfter: number | null, now: number): SandboxReply {
  const headers: Record<string, string> = {
    'x-ratelimit-limit': '30',
    'x-ratelimit-remaining': '0',
  }
  if (retryAfter !== null) {
    headers['retry-after'] = String(retryAfter)
    headers['x-ratelimit-reset'] = String(now + retryAfter)
  }
  const body = { data: null, errors: [{ message: 'Too Many Requests.', status: 429 }] }
  return json(body, 429, headers)
}
