import type { ServiceId } from '../../shared/service'
import { AppError } from '../../shared/failure'
import { checkBaseUrl, isLoopback } from '../http/base-url'
import type { Provider } from '../providers/provider'

const variables: Readonly<Record<ServiceId, string>> = {
  anilist: 'TSUZUKI_ANILIST_URL',
  'anilist-v1': 'TSUZUKI_ANILIST_V1_URL',
  anisearch: 'TSUZUKI_ANISEARCH_URL',
}

/**
 * The address of a service: its own, unless the environment names another. One that is a bare
 * origin takes the path of the service's own. Failure: `invalid-input` for plain http beyond loopback.
 */
export function baseUrlOf(
  provider: Provider,
  env: Readonly<Record<string, string | undefined>>,
): URL {
  const named = env[variables[provider.id]]
  if (!named) return new URL(provider.defaultBaseUrl)
  const url = checkBaseUrl(named)
  if (url.pathname === '/') url.pathname = new URL(provider.defaultBaseUrl).pathname
  return url
}

/**
 * How the app names itself: a User-Agent with its homepage, and, where one is wanted,
 * the homepage as Referer (docs/services.md, "Who is asking"). On loopback the service's own origin stands in for a homepage;
 * anywhere else a missing one is `blocked`, for services lock out who does not say who they are.
 */
export function identityHeaders(
  product: { version: string; homepage: string },
  baseUrl: URL,
  wantsReferer: boolean,
): Readonly<Record<string, string>> {
  const homepage = product.homepage || (isLoopback(baseUrl) ? `${baseUrl.origin}/` : '')
  if (!homepage) throw new AppError({ code: 'blocked', reason: 'no-homepage' })
  const named = { 'user-agent': `Tsuzuki/${product.version} (+${homepage})` }
  return wantsReferer ? { ...named, referer: homepage } : named
}
