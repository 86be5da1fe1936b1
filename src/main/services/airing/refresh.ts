import type { CancelTimer, Clock } from '../../../shared/clock'
import { toFailure } from '../../../shared/failure'
import type { MetaTable } from '../../db/meta'
import type { AskAiring } from './ask'
import type { Budget } from './budget'
import type { AiringCore } from './core'
import { freshMs, isTimeToAsk } from './near'
import type { Group, Groups } from './refresh-groups'
import { ranks } from './schedule'
import type { FollowedEntry } from './tracking'
import { weeklyEpisodes, type WeeklyBroadcasts } from './weekly'

interface Options {
  core: AiringCore<FollowedEntry>
  groups: () => Groups
  ask: AskAiring
  budget: Budget
  weekly: WeeklyBroadcasts
  meta: MetaTable
  clock: Clock
  /** Reads the lists anew, whose titles may have changed without their entries. */
  readLists: () => void
  /** It is time to look whether anything is to be asked. */
  onLook: () => void
  /** These services are asked about broadcasts, by the ids of their realms. */
  onAsked: (realms: ReadonlySet<number>) => void
  /** The schedule may be another one. */
  onLearnt: () => void
  /** A service has just been asked as it is once a day. */
  onDaily: (group: Group) => Promise<void>
  onError: (error: unknown) => void
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
/** How often it is looked whether something is to be asked. */
const lookEveryMs = 10 * minuteMs
/** After a failure, doubled up to the longest. */
const firstRetryMs = 15 * minuteMs
const longestRetryMs = 4 * 60 * minuteMs
const daysAhead = 15
const mostDaysBack = 30

export type Refresh = ReturnType<typeof createRefresh>

/**
 * Keeps the schedule: each service is asked once a day for everything that is followed, and again
 * shortly before episodes and for what is new on a list, as far as its questions of a day reach.
 */
export function createRefresh(options: Options) {
  const { core, groups, ask, budget, weekly, meta, clock, readLists } = options
  const { onLook, onAsked, onLearnt, onDaily, onError } = options
  const waits = new Map<number, { until: number; ms: number }>()
  const running = new Set<number>()
  let cancelTimer: CancelTimer | undefined
  let stopped = false

  function look() {
    cancelTimer?.()
    if (stopped) return
    cancelTimer = clock.after(lookEveryMs, look)
    try {
      onLook()
      const { groups: all, unasked } = groups()
      if (unasked.length > 0) workOut(unasked)
      for (const group of all) if (isDue(group)) void run(group)
      onAsked(new Set(all.map(({ realm }) => realm.id)))
    } catch (error) {
      onError(error)
    }
  }

  /** Asked never or a day ago; or an episode is at hand, or a title is new. A clock that was set back counts as a day. */
  function isDue(group: Group): boolean {
    const { id } = group.realm
    if (running.has(id) || (waits.get(id)?.until ?? 0) > clock.monotonic()) return false
    if (isDailyDue(group)) return true
    const now = clock.wall()
    const askedAt = now - ageOf(readName(id))
    const left = budget.left(id)
    const dailyAt = now - ageOf(dailyName(id)) + dayMs
    if (isTimeToAsk({ now, askedAt, left, moments: momentsOf(group), dailyAt })) return true
    return left > 0 && now - askedAt >= freshMs && hasNew(group, askedAt)
  }

  /** What is asked in between is less than what is asked once a day, and must not put that off. */
  function isDailyDue({ realm }: Group): boolean {
    const age = ageOf(dailyName(realm.id))
    return age >= dayMs || age < 0 || ageOf(readName(realm.id)) < 0
  }

  /** How long ago something was done, in ms; `Infinity` for never. */
  function ageOf(name: string): number {
    const at = meta.read(name)
    return at === null ? Infinity : clock.wall() - Number(at)
  }

  /** When episodes air that nobody has spoken of yet, in Unix ms. */
  function momentsOf({ titles }: Group): readonly number[] {
    return [...new Set(titles.values())].flatMap((show) =>
      [...core.schedule.of(show)].flatMap(({ airingAt, episode }) =>
        airingAt === null || core.said.has(show, 'episode', episode) ? [] : [airingAt * 1000],
      ),
    )
  }

  /** True for a title that came onto a list after the last answer, and of which nothing is known. */
  function hasNew({ titles }: Group, askedAt: number): boolean {
    const nowS = Math.floor(clock.wall() / 1000)
    return [...titles.values()].some((show) => {
      if (core.shows.get(show).since <= askedAt) return false
      return (core.schedule.next(show, nowS)?.airingAt ?? 0) <= nowS
    })
  }

  async function run(group: Group) {
    const { id } = group.realm
    running.add(id)
    const nowS = Math.floor(clock.wall() / 1000)
    const age = ageOf(readName(id))
    const isDaily = isDailyDue(group)
    const daysBack = Math.min(mostDaysBack, Math.max(1, age === Infinity ? 1 : age / dayMs + 1))
    const span = {
      after: nowS - Math.ceil((daysBack * dayMs) / 1000),
      before: nowS + (daysAhead * dayMs) / 1000,
    }
    try {
      await ask.run(group, span, isDaily)
      waits.delete(id)
      meta.write(readName(id), String(clock.wall()))
      if (isDaily) meta.write(dailyName(id), String(clock.wall()))
      onLearnt()
      if (isDaily) await onDaily(group)
    } catch (error) {
      fail(group, error)
    } finally {
      running.delete(id)
    }
  }

  function fail({ realm, titles }: Group, error: unknown) {
    if (stopped) return
    const ms = Math.min(longestRetryMs, (waits.get(realm.id)?.ms ?? firstRetryMs / 2) * 2)
    waits.set(realm.id, { ms, until: clock.monotonic() + ms })
    if (toFailure(error).code === 'unexpected' || toFailure(error).code === 'storage')
      onError(error)
    // The built-in services keep times of their own.
    if (!realm.sandbox) workOut([...new Set(titles.values())])
  }

  /** Times out of the bundled broadcasts, where nobody can be asked. */
  function workOut(shows: readonly number[]) {
    const nowS = Math.floor(clock.wall() / 1000)
    for (const show of shows) {
      const [entry] = [...core.followers.of(show)]
      const broadcast = entry && broadcastOf(entry)
      if (!entry || !broadcast) continue
      const span = [nowS - 86_400, nowS + daysAhead * 86_400] as const
      const episodes = weeklyEpisodes(broadcast, entry.total, ...span)
      core.learn({
        asked: core.shows.get(show).asked,
        rank: ranks.broadcast,
        shows: [show],
        fromS: 0,
        untilS: 0,
        episodes: episodes.map((each) => ({ show, ...each })),
      })
    }
    onLearnt()
  }

  function broadcastOf({ world, malId, show }: FollowedEntry) {
    if (world === 'sandbox') return null
    if (malId !== null) return weekly.ofMal(malId)
    const name = core.shows.namesOf(show).find((each) => each.includes(' anilist '))
    return name === undefined ? null : weekly.ofAnilist(Number(name.slice(name.lastIndexOf(' '))))
  }

  return {
    look,
    /** The machine woke up: titles may be other ones, and a day may have gone by. */
    again() {
      readLists()
      look()
    },
    stop() {
      stopped = true
      cancelTimer?.()
    },
  }
}

function readName(realm: number) {
  return `airing:read:${realm}`
}

function dailyName(realm: number) {
  return `airing:daily:${realm}`
}
