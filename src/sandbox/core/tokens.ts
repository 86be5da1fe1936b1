import type { Clock } from '../../shared/clock'
import { randomText } from './random'
import { createTable, type Changes, type Table } from './table'

/** A code to exchange, an access token or a refresh token. */
export interface Grant {
  token: string
  kind: 'code' | 'access' | 'refresh'
  /** Null for a client's own token. */
  userId: number | null
  clientId: string
  scopes: readonly string[]
  /** Unix ms. */
  expiresAt: number
  /** Of codes only: what must be shown again when it is exchanged. */
  redirectUri: string | null
  challenge: string | null
  /** Tokens that came out of one sign-in die together. */
  family: number
  /** Of codes and refresh tokens that work once: shown before. */
  used: boolean
}

export type GrantRequest = Pick<Grant, 'kind' | 'userId' | 'clientId'> &
  Partial<Pick<Grant, 'scopes' | 'redirectUri' | 'challenge' | 'family' | 'token'>> & {
    lifetimeMs: number
    length?: number
  }

export interface Tokens {
  issue(request: GrantRequest): Grant
  /** The grant when it lives and is of that kind. */
  find(token: string, kind: Grant['kind']): Grant | undefined
  /** The grant as it once was, also when it has expired. */
  known(token: string): Grant | undefined
  /** Takes a grant away, so that it works once. */
  consume(token: string): void
  /** Keeps a grant in mind as one that has been used. */
  markUsed(token: string): void
  revokeFamily(family: number): void
  /** Makes all access tokens expire now; the count. */
  expireAccess(): number
  newFamily(): number
}

/** How many tokens of earlier runs stay good. */
const mostKept = 60

export function createTokens(clock: Clock, random: () => number, changes: Changes): Tokens {
  const grants = createTable<string, Grant>('grants', (grant) => grant.token, changes)
  forgetOld(grants, clock.wall())
  let families = grants.rows().reduce((most, grant) => Math.max(most, grant.family), 0)

  return {
    newFamily: () => ++families,
    issue({ lifetimeMs, length = 40, ...request }) {
      const grant: Grant = {
        scopes: [],
        redirectUri: null,
        challenge: null,
        used: false,
        family: request.family ?? ++families,
        token: request.token ?? randomText(random, length),
        expiresAt: clock.wall() + lifetimeMs,
        ...request,
      }
      grants.put(grant)
      return grant
    },
    find(token, kind) {
      const grant = grants.get(token)
      return grant && grant.kind === kind && grant.expiresAt > clock.wall() ? grant : undefined
    },
    known: (token) => grants.get(token),
    consume: (token) => void grants.remove(token),
    markUsed(token) {
      const grant = grants.get(token)
      if (grant) grants.put({ ...grant, used: true })
    },
    revokeFamily(family) {
      for (const grant of grants.rows()) if (grant.family === family) grants.remove(grant.token)
    },
    expireAccess() {
      const living = grants
        .rows()
        .filter((grant) => grant.kind === 'access' && grant.expiresAt > clock.wall())
      for (const grant of living) grants.put({ ...grant, expiresAt: clock.wall() })
      return living.length
    },
  }
}

/** Each start issues new tokens, so those that can be of no use any more are let go. */
function forgetOld(grants: Table<string, Grant>, now: number): void {
  const living = grants.rows().filter(({ expiresAt, used }) => expiresAt > now && !used)
  const kept = new Set(living.sort((a, b) => b.family - a.family).slice(0, mostKept))
  for (const grant of grants.rows()) if (!kept.has(grant)) grants.remove(grant.token)
}
