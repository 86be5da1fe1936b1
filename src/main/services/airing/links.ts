import { idOf } from '../../../shared/media'
import type { Clock } from '../../../shared/clock'
import type { Realm } from '../../queue/realm'
import type { AiringCore } from './core'
import { anilistIdIn, anilistName, malName, type World } from './names'
import type { FollowedEntry } from './tracking'

interface Options {
  core: AiringCore<FollowedEntry>
  /** AniList in the world of another service, where it may be asked at all. */
  anilistIn: (world: World) => Realm | null
  clock: Pick<Clock, 'monotonic'>
  /** Works have names that they did not have before. */
  onLinked: () => void
  onError: (error: unknown) => void
}

/** As many as one request can ask for. */
const most = 50
/** What AniList did not know is asked again after so long, in ms. */
const againMs = 24 * 3600_000

/**
 * Finds out which titles of a service without broadcasts are which at AniList, by their
 * MyAnimeList ids, where the bundled titles do not know: one request for all of them.
 */
export function createLinks({ core, anilistIn, clock, onLinked, onError }: Options) {
  const asked = new Map<string, number>()

  function unknown(): ReadonlyMap<World, readonly number[]> {
    const found = new Map<World, number[]>()
    for (const { world, malId, show, mediaStatus } of core.followers.all()) {
      const isOver = mediaStatus === 'finished' || mediaStatus === 'cancelled'
      if (malId === null || isOver || anilistIdIn(core.shows.namesOf(show), world) !== null) {
        continue
      }
      const last = asked.get(malName(world, malId)) ?? -Infinity
      if (clock.monotonic() - last < againMs) continue
      found.set(world, [...(found.get(world) ?? []), malId].slice(0, most))
    }
    return found
  }

  async function ask(world: World, realm: Realm, malIds: readonly number[]) {
    const call = realm.provider.mediaByMalId?.('anime', malIds)
    if (!call) return
    const known = await realm.execute.run(call, {
      priority: 'airing',
      account: null,
      impatient: true,
    })
    for (const [malId, { key }] of known) {
      core.shows.of(malName(world, malId), anilistName(world, idOf(key)))
    }
    if (known.size > 0) onLinked()
  }

  return {
    /** Asks about what is not known yet; a failure is no worse than not to know. */
    look() {
      for (const [world, malIds] of unknown()) {
        const realm = anilistIn(world)
        if (!realm) continue
        for (const malId of malIds) asked.set(malName(world, malId), clock.monotonic())
        ask(world, realm, malIds).catch(onError)
      }
    },
  }
}
