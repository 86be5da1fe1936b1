import { idOf, type TitleKey } from '../../../shared/media'
import type { Clock } from '../../../shared/clock'
import type { MediaRecord } from '../../providers/provider'
import type { Realm } from '../../queue/realm'
import type { Budget } from './budget'
import type { AiringCore } from './core'
import { mayHaveArrived } from './ask'
import { anilistIdIn, anilistName, malName, type World } from './names'
import type { FollowedEntry } from './tracking'

interface Options {
  core: AiringCore<FollowedEntry>
  /** AniList in the world of another service, where it may be asked at all. */
  anilistIn: (world: World) => Realm | null
  worldOf: (realm: Realm) => World
  budget: Budget
  clock: Pick<Clock, 'monotonic'>
  /** Works have names that they did not have before. */
  onLinked: () => void
  onError: (error: unknown) => void
}

/** As many as one request can ask for. */
const most = 50
/** What AniList did not know is asked again after so long, in ms. */
const againMs = 7 * 24 * 3600_000

/**
 * Finds out which titles of a service without broadcasts are which at AniList, by their
 * MyAnimeList ids, where the bundled titles do not know: one request for all of them.
 */
export function createLinks(options: Options) {
  const { core, anilistIn, worldOf, budget, clock, onLinked, onError } = options
  const asked = new Map<string, number>()
  /** AniList's titles by names of MyAnimeList, as they were told by the way. */
  const lent = new Map<string, TitleKey>()

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
    const at = { priority: 'airing', account: null, impatient: true } as const
    const known = await realm.execute.run(call, at).catch((error: unknown) => {
      // What was not heard is asked again with the next look, as far as the day's questions go.
      for (const malId of malIds) asked.delete(malName(world, malId))
      if (mayHaveArrived(error)) budget.spend(realm.id)
      throw error
    })
    budget.spend(realm.id)
    link(world, known)
    if (known.size > 0) onLinked()
  }

  function useLent() {
    for (const { world, malId } of [...core.followers.all()]) {
      const key = malId === null ? undefined : lent.get(malName(world, malId))
      if (malId !== null && key) link(world, new Map([[malId, { key }]]))
    }
  }

  function link(world: World, known: ReadonlyMap<number, Pick<MediaRecord, 'key'>>) {
    for (const [malId, { key }] of known) {
      core.shows.of(malName(world, malId), anilistName(world, idOf(key)))
    }
  }

  return {
    /** Asks about what is not known yet; a failure is no worse than not to know. */
    look() {
      useLent()
      for (const [world, malIds] of unknown()) {
        const realm = anilistIn(world)
        if (!realm || budget.left(realm.id) === 0) continue
        for (const malId of malIds) asked.set(malName(world, malId), clock.monotonic())
        ask(world, realm, malIds).catch(onError)
      }
    },
    /** AniList told of titles for another reason, part by part: nobody need ask for these again. */
    lent(lender: Realm, known: ReadonlyMap<number, Pick<MediaRecord, 'key'>>) {
      const world = worldOf(lender)
      if (anilistIn(world)?.id !== lender.id) return
      for (const [malId, { key }] of known) lent.set(malName(world, malId), key)
    },
  }
}
