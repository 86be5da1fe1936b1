import type { AiringState, ReadyTitle, UpcomingEpisode } from '../../../shared/airing'
import type { NextEpisode } from '../../../shared/media'
import type { PackedKey } from '../../db/keys'
import type { AiringCore } from './core'
import type { Present } from './present'
import { follows } from './rules'
import type { FollowedEntry } from './tracking'

/** Rows of the menu: five, as many as one takes in at a glance. */
const shownTitles = 5

interface Options {
  core: AiringCore<FollowedEntry>
  present: Present
  nowS: () => number
}

export type StateOf = ReturnType<typeof createStateOf>

/** What is ready and what comes next, each show once. */
export function createStateOf({ core, present, nowS }: Options) {
  /** Episodes of an entry that are out and not yet seen. */
  function readyOf(entry: FollowedEntry, at: number): number {
    if (entry.status === 'planned') return 0
    const out = outOf(entry, at)
    return Math.max(0, Math.min(out, entry.total ?? out) - entry.progress)
  }

  /** Episodes that have aired, as far as is known; of what is over no schedule tells any more. */
  function outOf({ show, mediaStatus, total }: FollowedEntry, at: number): number {
    const next = core.schedule.next(show, at)
    if (next && next.airingAt > at) return next.episode - 1
    const known = next?.episode ?? 0
    return mediaStatus === 'finished' ? Math.max(known, total ?? 0) : known
  }

  /** What comes next of an entry; `null` for nothing that anybody waits for. */
  function comingOf({ show, status, total }: FollowedEntry, at: number): NextEpisode | null {
    const next = core.schedule.next(show, at)
    if (!next || next.airingAt <= at || (total !== null && next.episode > total)) return null
    return status === 'planned' && next.episode > 1 ? null : next
  }

  function eachShow(): FollowedEntry[] {
    return [...core.followers.shows()].flatMap((show) => {
      const entry = present.best(core.followers.of(show))
      return entry && follows(entry) ? [entry] : []
    })
  }

  function toReady(entry: FollowedEntry, ready: number): ReadyTitle {
    const ref = { accountId: entry.account, title: entry.title }
    return {
      ref,
      name: present.nameOf({ ref, titles: entry.titles }),
      ready,
      next: entry.progress + 1,
    }
  }

  function toUpcoming(entry: FollowedEntry, { episode, airingAt }: NextEpisode): UpcomingEpisode {
    const ref = { accountId: entry.account, title: entry.title }
    return { ref, name: present.nameOf({ ref, titles: entry.titles }), episode, airingAt }
  }

  return {
    state(): AiringState {
      const at = nowS()
      const entries = eachShow()
      const ready = entries
        .map((entry) => ({ entry, count: readyOf(entry, at) }))
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count || a.entry.key - b.entry.key)
      const upcoming = entries
        .flatMap((entry) => {
          const next = comingOf(entry, at)
          return next ? [{ entry, next }] : []
        })
        .sort((a, b) => a.next.airingAt - b.next.airingAt || a.entry.key - b.entry.key)
      return {
        ready: ready.reduce((sum, { count }) => sum + count, 0),
        titles: ready.slice(0, shownTitles).map(({ entry, count }) => toReady(entry, count)),
        upcoming: upcoming.slice(0, shownTitles).map(({ entry, next }) => toUpcoming(entry, next)),
        pausedUntil: core.pausedUntil(),
      }
    },
    /** The next episode of every entry that is followed, for lists that show it. */
    nexts(): ReadonlyMap<PackedKey, NextEpisode> {
      const at = nowS()
      const nexts = new Map<PackedKey, NextEpisode>()
      for (const { key, show } of core.followers.all()) {
        const next = core.schedule.next(show, at)
        if (next) nexts.set(key, next)
      }
      return nexts
    },
  }
}
