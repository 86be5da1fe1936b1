import type { NextEpisode, TitleKey } from '../../../shared/media'

interface Listed {
  readonly realm: number
  readonly title: TitleKey
  /** As the list told it. */
  readonly nextEpisode: NextEpisode | null
}

/**
 * Tells which next episodes of lists are news. What is known of a title may have been written down
 * long ago; only when it changes it has surely just been read.
 */
export function createNextNews() {
  const seen = new Map<string, string>()

  return {
    /** Puts apart those that have changed since they were looked at last. */
    sort<E extends Listed>(entries: readonly E[]) {
      const fresh: E[] = []
      const old: E[] = []
      for (const entry of entries) {
        const name = `${entry.realm} ${entry.title}`
        const before = seen.get(name)
        const now = JSON.stringify(entry.nextEpisode)
        seen.set(name, now)
        if (entry.nextEpisode === null) continue
        const isFresh = before !== undefined && before !== now
        ;(isFresh ? fresh : old).push(entry)
      }
      return { fresh, old }
    },
  }
}
