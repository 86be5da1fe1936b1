import type { AiringSettings } from '../../../shared/airing-settings'
import { nextAt } from '../../../shared/zoned-time'
import type { NoticeRow } from '../../db/airing-notices'
import type { Due } from './due'
import type { Said } from './said'

interface Options {
  said: Said
  due: Due
  settings: () => AiringSettings
  zone: () => string
  /** Until when nothing may be shown at that moment, both in Unix ms; `null`: it may. */
  holdUntil: (nowMs: number) => number | null
}

interface Review {
  readonly ripe: readonly NoticeRow[]
  /** Unix ms at which the first of the others is due again; `null` for none. */
  readonly othersAt: number | null
}

export type Digest = ReturnType<typeof createDigest>

/** What waits to be told together, and when that may be. */
export function createDigest({ said, due, settings, zone, holdUntil }: Options) {
  /**
   * Puts apart what is not due any more, because it was moved or the clock was set back. It gets a
   * new chance to come by itself, unless it may have been shown already.
   */
  function review(nowMs: number): Review {
    const ripe: NoticeRow[] = []
    const later: number[] = []
    for (const row of said.waiting()) {
      const dueAt = row.kind === 'episode' ? due.dueAt(row.show, row.episode) : row.dueAt
      if (dueAt !== null && dueAt <= nowMs) ripe.push(row)
      else if (row.way === 'toast') later.push(dueAt ?? Infinity)
      else {
        said.forget(row)
        due.changed()
      }
    }
    const othersAt = Math.min(...later)
    return { ripe, othersAt: othersAt < Infinity ? othersAt : null }
  }

  /** Unix ms from which on what waits since `sinceMs` may be told. */
  function allowedAt(sinceMs: number, nowMs: number): number {
    const { dailyDigest, dailyDigestAt } = settings()
    const at = dailyDigest ? Math.max(nowMs, nextAt(sinceMs - 1, dailyDigestAt, zone())) : nowMs
    return holdUntil(at) ?? at
  }

  return {
    /** Unix ms at which there is something to do; `null` for never. */
    time(nowMs: number): number | null {
      const { ripe, othersAt } = review(nowMs)
      const sinceMs = Math.min(...ripe.map(({ dueAt }) => dueAt))
      const times = ripe.length > 0 ? [allowedAt(sinceMs, nowMs)] : []
      if (othersAt !== null) times.push(othersAt)
      return times.length > 0 ? Math.min(...times) : null
    },
    /** What is to be told now. What was seen or muted since it was put aside is not. */
    take(nowMs: number): readonly NoticeRow[] {
      return review(nowMs).ripe.filter((row) => {
        if (row.kind !== 'episode' || due.wantedBy(row.show, row.episode).length > 0) return true
        said.passBy(row)
        return false
      })
    },
  }
}
