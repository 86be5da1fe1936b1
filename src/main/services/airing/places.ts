import { serviceIds } from '../../../shared/service'
import type { AccountRow } from '../../db/accounts'
import { isLoopback } from '../../http/base-url'
import type { Realm } from '../../queue/realm'
import { baseUrlOf } from '../endpoints'
import { sandboxOrigin, type Realms } from '../realms'
import { type RealmOf, worldOf, type World } from './names'
import type { Place } from './tracking'

interface Options {
  realms: Realms
  env: Readonly<Record<string, string | undefined>>
  /** The homepage that names us to services; empty for none. */
  homepage: () => string
}

export type Places = ReturnType<typeof createPlaces>

/** Which accounts know works by the same numbers, and where AniList is among them. */
export function createPlaces({ realms, env, homepage }: Options) {
  const real = new Set(
    serviceIds.map((service) => new URL(realms.providerOf(service).defaultBaseUrl).origin),
  )

  function of({ realm }: AccountRow): Place {
    const { service, origin } = realms.byId(realm)
    return { service, world: worldOf({ service, origin }, real) }
  }

  /** Nobody is asked who would only hear that we do not say who we are. */
  function mayAsk(realm: Realm): boolean {
    return homepage() !== '' || realm.sandbox || isLoopback(new URL(realm.baseUrl()))
  }

  return {
    of,
    worldOf: (realm: RealmOf): World => worldOf(realm, real),
    /** AniList in the same world, if it may be asked without an account; else `null`. */
    anilistIn(world: World): Realm | null {
      if (world === sandboxOrigin) return realms.of('anilist', true)
      const { origin } = baseUrlOf(realms.providerOf('anilist'), env)
      if (worldOf({ service: 'anilist', origin }, real) !== world) return null
      const realm = realms.of('anilist', false)
      return mayAsk(realm) ? realm : null
    },
  }
}
