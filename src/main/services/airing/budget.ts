import type { Clock } from '../../../shared/clock'
import type { MetaTable } from '../../db/meta'

const dayMs = 24 * 3600_000
/** Requests about broadcasts at one service within any 24 hours. */
export const mostADay = 4

export type Budget = ReturnType<typeof createBudget>

/** How often a service may still be asked about broadcasts; kept over restarts. */
export function createBudget({ meta, clock }: { meta: MetaTable; clock: Pick<Clock, 'wall'> }) {
  /** Unix ms of the requests of the last 24 hours. What lies ahead was noted by a clock that was wrong. */
  function recent(realm: number): readonly number[] {
    const now = clock.wall()
    const times = (meta.read(nameOf(realm)) ?? '').split(' ').filter(Boolean).map(Number)
    return times.filter((at) => at <= now && now - at < dayMs)
  }

  return {
    left: (realm: number): number => Math.max(0, mostADay - recent(realm).length),
    spend(realm: number) {
      meta.write(nameOf(realm), [...recent(realm), clock.wall()].join(' '))
    },
  }
}

function nameOf(realm: number) {
  return `airing:asks:${realm}`
}
