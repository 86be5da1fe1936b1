import type { ServiceId } from '../../shared/service'
import type { ParsedRequest, SandboxRequest } from './wire'

const bases: Readonly<Record<string, ServiceId | 'admin'>> = {
  anilist: 'anilist',
  'anilist-v1': 'anilist-v1',
  anisearch: 'anisearch',
  admin: 'admin',
}

/**
 * Finds the service a URL belongs to by its first folder (`/anilist/`, `/anilist-v1/`,
 * `/anisearch/`, `/admin/`) and makes the rest its path; null for any other folder.
 */
export function toSandboxRequest(request: {
  method: string
  url: string
  headers: Readonly<Record<string, string>>
  body: string
}): SandboxRequest | null {
  const target = request.url.startsWith('/') ? request.url : pathOf(request.url)
  const [, folder = '', rest = ''] = /^\/([^/?]*)\/?(.*)$/s.exec(target) ?? []
  const service = bases[folder]
  if (!service) return null
  const { method, headers, body } = request
  return { service, method: method.toUpperCase(), path: `/${rest}`, headers, body }
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}

/** Splits path and query; a path comes out without slashes at its ends. */
export function parseRequest(request: SandboxRequest): ParsedRequest {
  const [path = '', query = ''] = splitOnce(request.path, '?')
  return {
    method: request.method.toUpperCase(),
    path: path.replace(/^\/+|\/+$/g, ''),
    query: new URLSearchParams(query),
    headers: request.headers,
    body: request.body,
  }
}

/**
 * The parameters of a call, from the query and a form or JSON body alike; the body wins.
 * Clients were seen to send either.
 */
export function parametersOf(request: ParsedRequest): URLSearchParams {
  const found = new URLSearchParams(request.query)
  for (const [name, value] of bodyParameters(request)) found.set(name, value)
  return found
}

function bodyParameters({ headers, body }: ParsedRequest): Iterable<[string, string]> {
  if (!body) return []
  if (!headers['content-type']?.includes('json')) return new URLSearchParams(body)
  try {
    const parsed: unknown = JSON.parse(body)
    if (typeof parsed !== 'object' || parsed === null) return []
    return Object.entries(parsed).map(([name, value]) => [name, String(value)])
  } catch {
    return []
  }
}

function splitOnce(text: string, sign: string): [string, string?] {
  const at = text.indexOf(sign)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
