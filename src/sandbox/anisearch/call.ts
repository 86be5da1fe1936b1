import type { ServiceContext } from '../service-kind'
import { json } from '../core/reply'
import type { RouteDefinition } from '../core/router'
import type { SandboxReply } from '../core/wire'
import type { Grant } from '../core/tokens'
import type { SeriesType } from '../world/series'
import type { SandboxUser } from '../world/user'

export interface AnisearchRequest extends ServiceContext {
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  body: string
  grant: Grant | null
  viewer: SandboxUser | null
}

export interface AnisearchCall {
  bucket: string
  /** The scope it needs; null for the open database. */
  scope: ((params: Readonly<Record<string, string>>) => string | null) | null
  answer(request: AnisearchRequest): SandboxReply
}

export type AnisearchRoute = RouteDefinition<AnisearchCall>

/** An error. The documents show none but their status; only 429 was seen with a body. */
export function failure(status: number, message: string): SandboxReply {
  return json({ error: message, status }, status)
}

/** `anime` or `manga` of a path; undefined for anything else. */
export function typeIn(params: Readonly<Record<string, string>>): SeriesType | undefined {
  return params.mediaType === 'anime' || params.mediaType === 'manga' ? params.mediaType : undefined
}
