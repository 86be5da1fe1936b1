import type { ServiceContext } from '../service-kind'
import type { Grant } from '../core/tokens'
import type { Client } from '../oauth/clients'

export const v1Client: Client = {
  id: 'tsuzuki-sandbox',
  name: 'Tsuzuki',
  secret: 'anilist-v1-sandbox-secret',
  redirectUris: ['loopback'],
}
export const refreshLifetimeMs = 7 * 24 * 3600 * 1000

/** A pair of tokens for a user, as sign-in and refresh hand them out. */
export function issuePair(
  { world, tokenLifetimeMs }: Pick<ServiceContext, 'world' | 'tokenLifetimeMs'>,
  userId: number,
  clientId: string,
  family = world.tokens.newFamily(),
): { access: Grant; refresh: Grant } {
  const common = { userId, clientId, family }
  return {
    access: world.tokens.issue({ ...common, kind: 'access', lifetimeMs: tokenLifetimeMs }),
    refresh: world.tokens.issue({ ...common, kind: 'refresh', lifetimeMs: refreshLifetimeMs }),
  }
}
