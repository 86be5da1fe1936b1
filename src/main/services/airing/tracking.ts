import type { Clock, CancelTimer } from '../../../shared/clock'
import { kindOf } from '../../../shared/media'
import type { AiringEntry, AiringListTable } from '../../db/airing-list'
import type { AccountRow } from '../../db/accounts'
import { packKey, unpackKey, type PackedKey } from '../../db/keys'
import type { AiringCore } from './core'
import type { Follower } from './followers'
import { anilistName, malName, serviceName, type World } from './names'
import { createNextNews } from './next-news'
import { follows } from './rules'
import type { WeeklyBroadcasts } from './weekly'

/** An entry by which a show is followed, with what is shown of its title. */
export interface FollowedEntry extends Follower, AiringEntry {
  readonly account: number
  readonly realm: number
  readonly world: World
}

/** Where an account's titles are known. */
export interface Place {
  readonly world: World
  readonly service: 'anilist' | 'anilist-v1' | 'anisearch'
}

interface Options {
  table: AiringListTable
  core: AiringCore<FollowedEntry>
  accounts: {
    rows: () => readonly AccountRow[]
    rowOf: (id: number) => AccountRow | null
  }
  placeOf: (account: AccountRow) => Place
  weekly: WeeklyBroadcasts
  clock: Clock
  /** Whether adult titles are shown; those that are not are not spoken of either. */
  showsAdult: (account: AccountRow) => boolean
  /** These titles are followed now, or not any more. */
  onChanged: () => void
}

/** Changes of a list are looked at together, this long after the first of them, in ms. */
const gatherMs = 100
/** Entries looked at in one go, so that an edit never waits long. */
const sliceSize = 250

export type Tracking = ReturnType<typeof createTracking>

/** Follows what the lists of all accounts say is watched or planned. */
export function createTracking(options: Options) {
  const { table, core, accounts, placeOf, weekly, clock, showsAdult, onChanged } = options
  const changed = new Set<PackedKey>()
  const news = createNextNews()
  let cancelTimer: CancelTimer | undefined
  let isOver = false

  function toFollowed(account: AccountRow, entry: AiringEntry): FollowedEntry {
    const { world, service } = placeOf(account)
    const name = serviceName(world, service, entry.title)
    const show = core.shows.of(name, ...otherNames(entry, world, service, name))
    return { ...entry, show, account: account.id, realm: account.realm, world }
  }

  /** What the same work is called elsewhere; where the service does not tell, the bundled titles may. */
  function otherNames(
    { malId }: AiringEntry,
    world: World,
    service: Place['service'],
    own: string,
  ): string[] {
    if (service === 'anilist') return malId === null ? [] : [malName(world, malId)]
    const id = Number(own.slice(own.lastIndexOf(' ')))
    const known = service === 'anilist-v1' ? weekly.ofAnilist(id) : null
    const mal = malId ?? known?.malId ?? null
    if (mal === null) return []
    const anilistId = service === 'anisearch' ? (weekly.ofMal(mal)?.anilistId ?? null) : null
    return [malName(world, mal), ...(anilistId === null ? [] : [anilistName(world, anilistId)])]
  }

  function mayBeSpokenOf(account: AccountRow, { adult }: AiringEntry): boolean {
    return !adult || showsAdult(account)
  }

  function take(keys: Iterable<PackedKey>, found: readonly FollowedEntry[]) {
    core.follow(keys, found)
    const { fresh, old } = news.sort(found)
    core.learnNext(fresh.map(toNext), true)
    core.learnNext(old.map(toNext), false)
    onChanged()
  }

  function toNext({ show, nextEpisode }: FollowedEntry) {
    return { show, episode: nextEpisode?.episode ?? 0, airingAt: nextEpisode?.airingAt ?? 0 }
  }

  /** Reads all lists anew: at the start, and now and then, since titles change without their entries. */
  function readAll() {
    changed.clear()
    cancelTimer?.()
    cancelTimer = undefined
    const entries = accounts.rows().flatMap((account) => {
      const of = { account: account.id, realm: account.realm }
      const followed = table.followed(of).filter((entry) => mayBeSpokenOf(account, entry))
      return followed.map((entry) => ({ account, entry }))
    })
    const found = core.together(() =>
      entries.map(({ account, entry }) => toFollowed(account, entry)),
    )
    const before = [...core.followers.all()].map(({ key }) => key)
    take([...before, ...found.map(({ key }) => key)], found)
    core.settle()
  }

  function readChanged() {
    cancelTimer = undefined
    const keys = [...changed].slice(0, sliceSize)
    for (const key of keys) changed.delete(key)
    if (changed.size > 0) cancelTimer = clock.after(0, readChanged)
    core.together(() => take(keys, keys.flatMap(followed)))
  }

  function followed(key: PackedKey): FollowedEntry[] {
    const account = accounts.rowOf(unpackKey(key).owner)
    const of = account && { account: account.id, realm: account.realm }
    const entry = of && table.followedEntry(of, key)
    const counts = entry && follows(entry) && mayBeSpokenOf(account, entry)
    return account && counts ? [toFollowed(account, entry)] : []
  }

  function lookAgain(keys: readonly PackedKey[]) {
    for (const key of keys) changed.add(key)
    if (changed.size > 0 && !isOver) cancelTimer ??= clock.after(gatherMs, readChanged)
  }

  return {
    readAll,
    /** These entries may be different now. */
    changed(keys: readonly PackedKey[]) {
      lookAgain(keys.filter((key) => kindOf(unpackKey(key).title) === 'anime'))
    },
    /** More, or something else, is known of a title (of a realm) than before. */
    titleChanged(titleKey: PackedKey) {
      const { owner: realm, title } = unpackKey(titleKey)
      if (kindOf(title) !== 'anime') return
      const there = accounts.rows().filter((account) => account.realm === realm)
      const keys = there.map(({ id }) => packKey(id, title))
      lookAgain(keys.filter((key) => core.followers.get(key) !== null))
    },
    /** For good: lists may still be written while the program ends. */
    stop() {
      isOver = true
      cancelTimer?.()
    },
  }
}
