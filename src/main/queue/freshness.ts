import type { MediaKind } from '../../shared/media'
import { kindOf } from '../../shared/media'
import { unpackKey, type PackedKey } from '../db/keys'

/** How long what was read from a service may be taken for what it has, in ms. */
export const freshForMs = 5 * 60_000

export type Freshness = ReturnType<typeof createFreshness>

/**
 * When each title was last read from or written to its service, in monotonic ms of this run: after
 * a restart nothing counts as fresh. A read also must not overwrite what was written after it was
 * asked for, which is why the time of asking counts.
 */
export function createFreshness() {
  const whole = new Map<string, number>()
  const single = new Map<PackedKey, number>()
  const doubted = new Map<PackedKey, number>()

  function readAt(key: PackedKey) {
    const { owner, title } = unpackKey(key)
    const list = whole.get(`${owner} ${kindOf(title)}`) ?? -Infinity
    return Math.max(list, single.get(key) ?? -Infinity)
  }

  return {
    isFresh(key: PackedKey, now: number): boolean {
      const at = readAt(key)
      return at > (doubted.get(key) ?? -Infinity) && now - at < freshForMs
    },
    /** True when something was heard of the title, or got lost, after `askedAt`: an answer asked for then is old news. */
    isNewerThan: (key: PackedKey, askedAt: number) =>
      Math.max(readAt(key), doubted.get(key) ?? -Infinity) > askedAt,
    heard(key: PackedKey, askedAt: number) {
      single.set(key, Math.max(askedAt, single.get(key) ?? -Infinity))
      if (askedAt > (doubted.get(key) ?? -Infinity)) doubted.delete(key)
    },
    heardWhole(account: number, kind: MediaKind, askedAt: number) {
      const list = `${account} ${kind}`
      whole.set(list, Math.max(askedAt, whole.get(list) ?? -Infinity))
      for (const [key, at] of single) {
        const { owner, title } = unpackKey(key)
        if (owner === account && kindOf(title) === kind && at <= askedAt) single.delete(key)
      }
    },
    /** Something may have arrived that was not answered for: read before writing again. */
    doubt: (key: PackedKey, now: number) => void doubted.set(key, now),
  }
}
