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
  const single = new Map<PackedKey, Heard>()
  const doubted = new Map<PackedKey, number>()
  const missed = new Map<PackedKey, number>()

  function wholeAt(key: PackedKey) {
    const { owner, title } = unpackKey(key)
    return whole.get(`${owner} ${kindOf(title)}`) ?? -Infinity
  }

  const doubtedAt = (key: PackedKey) => doubted.get(key) ?? -Infinity
  const singlyAt = (key: PackedKey) => Math.max(single.get(key)?.until ?? -Infinity, doubtedAt(key))

  return {
    isFresh(key: PackedKey, now: number): boolean {
      const at = Math.max(wholeAt(key), single.get(key)?.askedAt ?? -Infinity)
      const lost = Math.max(doubtedAt(key), missed.get(key) ?? -Infinity)
      return at > lost && now - at < freshForMs
    },
    /** True when something was heard of the title, or got lost, after `askedAt`: an answer asked for then is old news. */
    isNewerThan(key: PackedKey, askedAt: number): boolean {
      return Math.max(wholeAt(key), singlyAt(key)) > askedAt
    },
    /** True when it was asked for while a write was under way: it may or may not show that one. */
    crossed(key: PackedKey, askedAt: number): boolean {
      const heard = single.get(key)
      return heard !== undefined && heard.askedAt < askedAt && askedAt < heard.until
    },
    /** The same as `isNewerThan` without lists in which the title was not met: those do not speak for it. */
    wasMetAfter: (key: PackedKey, askedAt: number) => singlyAt(key) > askedAt,
    /**
     * The service told of the title when asked at `askedAt`. What it told of a write counts
     * `until` the answer came: what was asked for in between may or may not show it.
     */
    heard(key: PackedKey, askedAt: number, until = askedAt) {
      const old = single.get(key)
      single.set(key, {
        askedAt: Math.max(askedAt, old?.askedAt ?? -Infinity),
        until: Math.max(until, old?.until ?? -Infinity),
      })
      if (askedAt > doubtedAt(key)) doubted.delete(key)
      if (askedAt > (missed.get(key) ?? Infinity)) missed.delete(key)
    },
    heardWhole(account: number, kind: MediaKind, askedAt: number) {
      const list = `${account} ${kind}`
      whole.set(list, Math.max(askedAt, whole.get(list) ?? -Infinity))
      for (const [key, { until }] of single) {
        const { owner, title } = unpackKey(key)
        if (owner === account && kindOf(title) === kind && until < askedAt) single.delete(key)
      }
    },
    /** A list asked for at `askedAt` did not show a title that was known: it is read before it is written. */
    missed: (key: PackedKey, askedAt: number) => void missed.set(key, askedAt),
    /** Something may have arrived that was not answered for: read before writing again. */
    doubt: (key: PackedKey, now: number) => void doubted.set(key, now),
  }
}

/** Monotonic ms. */
interface Heard {
  readonly askedAt: number
  readonly until: number
}
