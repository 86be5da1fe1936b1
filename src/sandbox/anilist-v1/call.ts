import type { ServiceContext } from '../service-kind'
import { json } from '../core/reply'
import type { RouteDefinition } from '../core/router'
import type { SandboxReply } from '../core/wire'
import type { SandboxUser } from '../world/user'

/** One call of the REST service, taken apart. */
export interface V1Request extends ServiceContext {
  params: Readonly<Record<string, string>>
  /** Query and form together. */
  fields: URLSearchParams
  /** Null for a client's own token. */
  viewer: SandboxUser | null
  /** Unix s. */
  now: number
}

export interface V1Call {
  /** Whether a client's own token is not enough. */
  userOnly: boolean
  answer(request: V1Request): SandboxReply
}

export type V1Route = RouteDefinition<V1Call>

/** A call that any token may make. */
export function open(name: string, answer: (request: V1Request) => unknown): V1Route {
  return { name, call: { userOnly: false, answer: (request) => replyOf(answer(request)) } }
}

/** A call that only a user's token may make. */
export function personal(
  name: string,
  answer: (request: V1Request & { viewer: SandboxUser }) => unknown,
): V1Route {
  const call: V1Call = {
    userOnly: true,
    answer(request) {
      const { viewer } = request
      return viewer ? replyOf(answer({ ...request, viewer })) : failure(401, 'access_denied')
    },
  }
  return { name, call }
}

/** An error of a resource, in its own shape. */
export function failure(status: number, ...messages: string[]): SandboxReply {
  return json({ error: { status, messages } }, status)
}

export const notFound = (): SandboxReply => failure(404, 'Not Found.')
/** A search without a hit. The status of the real one is not known. */
export const noResults = (): SandboxReply => failure(200, 'No Results.')

export function isReply(value: unknown): value is SandboxReply {
  return typeof value === 'object' && value !== null && 'status' in value && 'body' in value
}

function replyOf(value: unknown): SandboxReply {
  return isReply(value) ? value : json(value)
}

/** A whole number in a field; undefined when it is missing or is none. */
export function numberIn(fields: URLSearchParams, name: string): number | undefined {
  const text = fields.get(name)
  return text !== null && /^-?\d+$/.test(text.trim()) ? Number(text) : undefined
}

/** The user a path names, by number or by name. */
export function userIn({ world, params }: V1Request): SandboxUser | undefined {
  return world.findUser(params.user ?? '')
}
