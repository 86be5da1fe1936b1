import type { ScheduledEpisode } from '../../../shared/airing'
import type { AiringCore } from './core'
import { shown } from './present'
import { ranks } from './schedule'
import type { FollowedEntry } from './tracking'

/** Episodes of what an account follows, from one moment up to another (Unix s), soonest first. */
export function weekOf(
  core: AiringCore<FollowedEntry>,
  account: number,
  fromS: number,
  untilS: number,
): ScheduledEpisode[] {
  const found: ScheduledEpisode[] = []
  for (const entry of core.followers.all()) {
    if (entry.account !== account) continue
    for (const { episode, airingAt, wasAt, rank } of core.schedule.of(entry.show)) {
      const at = airingAt ?? wasAt
      if (at === null || at < fromS || at >= untilS || isAfterFinale(entry, episode)) continue
      found.push({
        ...shown(account, entry),
        episode,
        total: entry.total,
        airingAt,
        wasAt,
        estimated: rank === ranks.broadcast,
        durationMinutes: entry.durationMinutes,
        muted: core.shows.get(entry.show).muted,
      })
    }
  }
  return found.sort(bySoonest)
}

export function bySoonest(a: ScheduledEpisode, b: ScheduledEpisode): number {
  return (a.airingAt ?? a.wasAt ?? 0) - (b.airingAt ?? b.wasAt ?? 0) || a.episode - b.episode
}

function isAfterFinale({ total }: FollowedEntry, episode: number) {
  return total !== null && episode > total
}
