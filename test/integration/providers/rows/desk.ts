import { AppError, type FailureCode } from '../../../../src/shared/failure'
import type { ServiceId } from '../../../../src/shared/service'
import type { Transport } from '../../../../src/main/http/transport'
import { type AnilistProvider, createAnilist } from '../../../../src/main/providers/anilist/anilist'
import { createAnilistV1OAuth } from '../../../../src/main/providers/anilist-v1/oauth'
import { createAnilistV1 } from '../../../../src/main/providers/anilist-v1/anilist-v1'
import {
  type AnisearchProvider,
  createAnisearch,
} from '../../../../src/main/providers/anisearch/anisearch'
import type { Community, CommunityProvider } from '../../../../src/main/providers/community'
import type { ListOwner, Provider, ServiceCall } from '../../../../src/main/providers/provider'
import type { Sandbox } from '../../../../src/sandbox/sandbox'
import type { Social } from '../../../../src/sandbox/social/social'
import { systemClock as clock } from '../../../../src/sandbox/system-clock'
import type { Catalogue } from '../../../../src/sandbox/world/catalogue'
import { recorded } from './recorded'
import type { Asked } from './row'

const paths: Readonly<Record<ServiceId, string>> = {
  anilist: 'anilist/',
  'anilist-v1': 'anilist-v1/api/',
  anisearch: 'anisearch/v1/',
}

/** What a row works with: one service of a sandbox, spoken to over HTTP, and the truth about it. */
export type Desk = Awaited<ReturnType<typeof createDesk>>

interface Around {
  readonly sandbox: Sandbox
  readonly catalogue: Catalogue
  readonly origin: string
  readonly transport: Transport
}

export async function createDesk(service: ServiceId, around: Around) {
  const { sandbox, catalogue, origin, transport } = around
  const makers = new WeakMap<object, string>()
  const provider = providerOf(service)
  const asked: Asked[] = []

  async function ask<T>(call: ServiceCall<T>, token?: string | null): Promise<T> {
    const own = token === undefined ? sandbox.accounts[service]?.token : token
    const answer = await transport({
      method: call.method,
      url: new URL(call.path, `${origin}${paths[service]}`).href,
      headers: {
        'user-agent': 'Tsuzuki/0 (+https://tsuzuki.example)',
        referer: 'https://tsuzuki.example',
        ...(own === null || call.anonymous ? {} : { authorization: `Bearer ${own}` }),
        ...call.headers,
      },
      ...(call.body === undefined ? {} : { body: call.body }),
      timeoutMs: 10_000,
    })
    asked.push({
      client: makers.get(call) ?? '?',
      call: spellingOf(call),
      route: sandbox.inspect.arrivals(service).at(-1)?.route ?? '?',
    })
    const failure = (call.failureOf ?? provider.failureOf)(answer)
    if (failure !== null) throw new AppError(failure)
    return call.parse(answer)
  }

  /** The code with which a call fails. */
  async function codeOf(call: ServiceCall<unknown>, token?: string | null): Promise<FailureCode> {
    const error: unknown = await ask(call, token).then(
      () => new Error('It did not fail.'),
      (reason: unknown) => reason,
    )
    if (error instanceof AppError) return error.failure.code
    throw error
  }

  const owner: ListOwner = await ask(provider.viewer())
  asked.length = 0
  return {
    service,
    sandbox,
    catalogue,
    asked,
    ask,
    codeOf,
    owner,
    me: owner.userId,
    provider: recorded(provider, makers),
    community: recorded(communityOf(provider), makers, 'community'),
    anilist: recorded(provider as AnilistProvider, makers),
    anisearch: recorded(provider as AnisearchProvider, makers),
    oauth: recorded(createAnilistV1OAuth({ clock }), makers, 'oauth'),
    /** Where the API is. */
    baseUrl: new URL(paths[service], origin),
    /** Tells of a page that a person went to, which no call of ours asks for. */
    visited(page: Asked) {
      const routes = sandbox.inspect.arrivals(service).map(({ route }) => route)
      asked.push({ ...page, route: routes.includes(page.route) ? page.route : '?' })
    },
    get social(): Social {
      return sandbox.inspect.social(service)
    },
  }
}

function providerOf(service: ServiceId): Provider {
  if (service === 'anilist') return createAnilist({ clock })
  return service === 'anilist-v1' ? createAnilistV1({ clock }) : createAnisearch({ clock })
}

/** Rows of services without a community do not touch it. */
function communityOf(provider: Provider): Community {
  return (provider as CommunityProvider).community ?? {}
}

/** The name of a call; of a GraphQL document the operation. */
function spellingOf({ name, body }: ServiceCall<unknown>): string {
  const query = body?.startsWith('{"query"') ? (JSON.parse(body) as { query: string }).query : ''
  return /^\s*((?:query|mutation) \w+)/.exec(query)?.[1] ?? name
}
