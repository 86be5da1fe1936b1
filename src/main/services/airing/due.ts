import type { AiringSettings } from '../../../shared/airing-settings'
import { dueAtMs, wants } from './rules'
import type { Follower, Followers } from './followers'
import type { Schedule } from './schedule'
import type { Shows } from './shows'

/** An episode that is to be announced at some time. */
export interface DueEpisode {
  readonly show: number
  readonly episode: number
  /** Unix ms. */
  readonly dueAt: number
}

interface Options {
  shows: Shows
  schedule: Schedule
  followers: Followers
  /** The episode was spoken of, or passed over, before. */
  isDone: (show: number, episode: number) => boolean
  settings: () => AiringSettings
}

export type Due = ReturnType<typeof createDue>

/** Which episodes are due when, soonest first. Worked out anew when something changed. */
export function createDue({ shows, schedule, followers, isDone, settings }: Options) {
  let queue: DueEpisode[] | null = null

  function all(): DueEpisode[] {
    queue ??= [...followers.shows()].flatMap(ofShow).sort((a, b) => b.dueAt - a.dueAt)
    return queue
  }

  function ofShow(show: number): DueEpisode[] {
    const { followed, since, delay } = shows.get(show)
    if (!followed) return []
    return [...schedule.of(show)].flatMap(({ episode, airingAt }) => {
      if (airingAt === null || isDone(show, episode)) return []
      const dueAt = dueAtMs(airingAt, delay, settings())
      return dueAt > since ? [{ show, episode, dueAt }] : []
    })
  }

  return {
    /** Schedule, lists, settings or what was said have changed. */
    changed: () => void (queue = null),
    /** Unix ms of the next one; `null` for none. */
    nextAt: (): number | null => all().at(-1)?.dueAt ?? null,
    /** Hands out what is due at `nowMs`, each once. */
    take(nowMs: number): DueEpisode[] {
      const taken: DueEpisode[] = []
      for (let last = all().at(-1); last && last.dueAt <= nowMs; last = all().at(-1)) {
        taken.push(last)
        all().pop()
      }
      return taken
    },
    /** When the episode is due by what is known now; `null`: not at all. */
    dueAt(show: number, episode: number): number | null {
      const airingAt = schedule.get(show, episode)?.airingAt ?? null
      return airingAt === null ? null : dueAtMs(airingAt, shows.get(show).delay, settings())
    },
    /** The entries by which somebody wants to hear of it now. */
    wantedBy(show: number, episode: number): Follower[] {
      if (shows.get(show).muted) return []
      return [...followers.of(show)].filter((entry) => wants(entry, episode, settings()))
    },
  }
}
