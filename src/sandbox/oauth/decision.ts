import type { World } from '../world/world'
import type { SandboxUser } from '../world/user'

export const codeLifetimeMs = 10 * 60 * 1000

/** What a person decided on the page: somebody, or null for a refusal. */
export function decisionIn(fields: URLSearchParams, world: World): SandboxUser | null {
  if (fields.get('decision') !== 'approve') return null
  return world.users.get(Number(fields.get('user') ?? world.main().id)) ?? null
}

/** An address with more in its query, or behind its `#`. Values that are null are left out. */
export function addressWith(
  uri: string,
  values: Readonly<Record<string, string | null>>,
  place: 'query' | 'fragment' = 'query',
): string {
  const more = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value !== null) more.set(name, value)
  if (place === 'fragment') return `${uri}#${more.toString()}`
  return `${uri}${uri.includes('?') ? '&' : '?'}${more.toString()}`
}
