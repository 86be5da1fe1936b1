import { randomText } from '../core/random'
import type { Grant } from '../core/tokens'
import type { World } from '../world/world'

export const tokenLifetimeMs = 365 * 24 * 3600 * 1000

/** A token as AniList makes them: a JWT that tells whose it is and when it ends. */
export function issueToken(world: World, userId: number, clientId: string): Grant {
  const now = world.clock.seconds()
  const claims = {
    aud: clientId,
    jti: randomText(world.random, 24),
    iat: now,
    nbf: now,
    exp: now + tokenLifetimeMs / 1000,
    sub: String(userId),
    scopes: [],
  }
  const signature = Buffer.from(randomText(world.random, 32)).toString('base64url')
  const token = `${encoded({ typ: 'JWT', alg: 'RS256' })}.${encoded(claims)}.${signature}`
  return world.tokens.issue({
    kind: 'access',
    userId,
    clientId,
    token,
    lifetimeMs: tokenLifetimeMs,
  })
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
