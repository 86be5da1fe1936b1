import { titleKey, type TitleKey } from '../../../shared/media'
import type { AccountRow } from '../../db/accounts'
import { airingCallsOf } from '../../providers/airing'
import { communityOf } from '../../providers/community'
import type { Realm } from '../../queue/realm'
import type { AiringCore } from './core'
import { anilistIdIn, type World } from './names'
import type { FollowedEntry } from './tracking'

/** What one service can be asked about, for all accounts at once. */
export interface Group {
  readonly realm: Realm
  /** Whose token is sent; `null` for nobody's. */
  readonly account: number | null
  /** How the service can be asked: title by title, or for whatever airs at present. */
  readonly way: 'schedules' | 'on-air'
  /** Shows by the name that this service has for them. */
  readonly titles: ReadonlyMap<TitleKey, number>
}

export interface Groups {
  readonly groups: readonly Group[]
  /** Shows that no service here can be asked about. */
  readonly unasked: readonly number[]
}

interface Options {
  core: AiringCore<FollowedEntry>
  realmById: (id: number) => Realm
  /** Accounts with a token. */
  signedIn: () => readonly Pick<AccountRow, 'id' | 'realm'>[]
  /** AniList in the world of another service, where it may be asked at all. */
  anilistIn: (world: World) => Realm | null
  nowS: () => number
}

/** Sorts what is followed by whom it can be asked of. */
export function createGroups({ core, realmById, signedIn, anilistIn, nowS }: Options) {
  function isOver({ mediaStatus, show }: FollowedEntry): boolean {
    if (mediaStatus !== 'finished' && mediaStatus !== 'cancelled') return false
    return (core.schedule.next(show, nowS())?.airingAt ?? 0) <= nowS()
  }

  /** Whose token is sent for an entry: its own account's, or another's there; `null`: nobody's. */
  function askerOf({ account, realm }: FollowedEntry): number | null {
    const able = signedIn().filter((each) => each.realm === realm)
    return (able.find(({ id }) => id === account) ?? able[0])?.id ?? null
  }

  /**
   * Where to ask about an entry, and under which name; `null`: nowhere. Broadcasts are no secret:
   * when all are signed out, AniList is asked as nobody, where reading needs no token.
   */
  function addressOf(entry: FollowedEntry, own: Realm) {
    const account = askerOf(entry)
    if (airingCallsOf(own.provider)) {
      return { realm: own, account, way: 'schedules', title: entry.title } as const
    }
    const isOnAir = own.provider.capabilities.airing && communityOf(own.provider) !== null
    const itself = { realm: own, account, way: 'on-air', title: entry.title } as const
    if (isOnAir && account !== null) return itself
    const id = anilistIdIn(core.shows.namesOf(entry.show), entry.world)
    const realm = id === null ? null : anilistIn(entry.world)
    if (!realm || id === null) return isOnAir ? itself : null
    return { realm, account: null, way: 'schedules', title: titleKey('anime', id) } as const
  }

  return function groups(): Groups {
    const found = new Map<Realm, Group & { titles: Map<TitleKey, number> }>()
    const unasked = new Set<number>()
    const realms = new Map<number, Realm>()
    for (const entry of core.followers.all()) {
      if (isOver(entry)) continue
      const own = realms.get(entry.realm) ?? realmById(entry.realm)
      realms.set(entry.realm, own)
      const address = addressOf(entry, own)
      if (!address) {
        unasked.add(entry.show)
        continue
      }
      const { realm, account, way, title } = address
      const old = found.get(realm)
      const titles = old?.titles ?? new Map<TitleKey, number>()
      titles.set(title, entry.show)
      found.set(realm, { realm, account: old?.account ?? account, way, titles })
    }
    return { groups: [...found.values()], unasked: [...unasked] }
  }
}
