import type { AiringNotice, ShownTitle } from '../../../shared/airing'
import type { Status } from '../../../shared/status'

/** What was told together in one digest. */
export interface Away {
  /** Unix ms; names the digest. */
  readonly saidAt: number
  readonly episodes: number
  /** What is being watched comes first, then whatever has most episodes. */
  readonly titles: readonly AwayTitle[]
}

export interface AwayTitle {
  readonly title: ShownTitle
  /** Ascending. */
  readonly episodes: readonly number[]
}

const ranks: Partial<Record<Status, number>> = { current: 0, repeating: 1 }

/**
 * The latest digest, if it was told after `seenAt` (Unix ms) and is about more than one episode;
 * one that was said by itself needs no card.
 */
export function awayOf(notices: readonly AiringNotice[], seenAt: number): Away | null {
  const digests = notices.filter(
    ({ kind, way, saidAt }) => kind === 'episode' && way === 'digest' && saidAt !== null,
  )
  const saidAt = Math.max(...digests.map((notice) => notice.saidAt ?? 0))
  if (digests.length === 0 || saidAt <= seenAt) return null
  const titles = new Map<string, { title: ShownTitle; episodes: number[] }>()
  for (const { title, episode, ...notice } of digests) {
    if (notice.saidAt !== saidAt || !title) continue
    const name = `${title.ref.accountId} ${title.ref.title}`
    const known = titles.get(name) ?? { title, episodes: [] }
    known.episodes.push(episode)
    titles.set(name, known)
  }
  const all = [...titles.values()].map(({ title, episodes }) => ({
    title,
    episodes: episodes.sort((a, b) => a - b),
  }))
  const episodes = all.reduce((sum, each) => sum + each.episodes.length, 0)
  return episodes > 1 ? { saidAt, episodes, titles: all.sort(byInterest) } : null
}

function byInterest(a: AwayTitle, b: AwayTitle): number {
  return rankOf(a) - rankOf(b) || b.episodes.length - a.episodes.length
}

function rankOf({ title: { status } }: AwayTitle): number {
  return (status && ranks[status]) ?? 2
}
