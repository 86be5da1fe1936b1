import type { ServiceId } from '../../shared/service'

/** One request as it reaches a service. `path` holds the query and is relative to its base. */
export interface SandboxRequest {
  service: ServiceId | 'admin'
  method: string
  path: string
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>
  body: string
}

export interface SandboxReply {
  status: number
  headers: Record<string, string>
  body: string | Uint8Array
}

/**
 * What goes wrong below HTTP: `refused` before anything was sent, `drop` a cut connection,
 * `hang` no answer ever, `half` the answer broken off after `bytes`.
 */
export type SandboxFault =
  { fault: 'refused' | 'drop' | 'hang' } | { fault: 'half'; reply: SandboxReply; bytes: number }

export type SandboxAnswer = SandboxReply | SandboxFault

export function isFault(answer: SandboxAnswer): answer is SandboxFault {
  return 'fault' in answer
}

/** A request taken apart once, as the services read it. */
export interface ParsedRequest {
  method: string
  /** Without query, without slashes at either end. */
  path: string
  query: URLSearchParams
  headers: Readonly<Record<string, string>>
  body: string
}

/** What a service knows of a request before it does anything. */
export interface Route {
  /** As the service's document spells it; used by the log and by faults. */
  name: string
  /** The limit it counts against; null for pages, pictures and tokens. */
  bucket: string | null
  write: boolean
}

/** One of the three services behind the shared gate of limits, faults and log. */
export interface ServiceHandler {
  route(request: ParsedRequest): Route
  answer(request: ParsedRequest): SandboxReply
  /** Headers about the limit, on each counted answer. */
  limitHeaders?(limit: number, remaining: number): Record<string, string>
  /** How this service refuses a request over its limit. `retryAfter` in seconds. */
  tooMany(retryAfter: number | null): SandboxReply
  /** How this service answers a dead token. */
  deadToken(): SandboxReply
}
