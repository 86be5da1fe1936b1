import type { ServiceContext } from '../service-kind'
import type { Grant } from '../core/tokens'
import type { Client } from '../oauth/clients'

export const anisearchClient: Client = {
  id: 'tsuzuki-sandbox',
  name: 'Tsuzuki',
  secret: 'anisearch-sandbox-secret',
  redirectUris: ['loopback'],
}
export const allScopes = ['user.profile', 'ratings.anime', 'ratings.manga']
const refreshLifetimeMs = 30 * 24 * 3600 * 1000

/** A pair of tokens with the scopes agreed to. */
export function issuePair(
  { world, tokenLifetimeMs }: Pick<ServiceContext, 'world' | 'tokenLifetimeMs'>,
  of: { userId: number; clientId: string; scopes: readonly string[]; family?: number },
): { access: Grant; refresh: Grant } {
  const common = { length: 64, family: world.tokens.newFamily(), ...of }
  return {
    access: world.tokens.issue({ ...common, kind: 'access', lifetimeMs: tokenLifetimeMs }),
    refresh: world.tokens.issue({ ...common, kind: 'refresh', lifetimeMs: refreshLifetimeMs }),
  }
}
