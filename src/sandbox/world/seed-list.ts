import { between, createRandom, pickWeighted, sample, shuffled } from '../core/random'
import { nextAiring, statusAt } from './airing'
import type { Catalogue } from './catalogue'
import { entryStatuses, type EntryChange, type EntryStatus } from './entry'
import type { Lists } from './lists'
import { seedEntry } from './seed-entry'
import type { Series, SeriesType } from './series'
import type { SandboxUser } from './user'

const shares: Readonly<Record<EntryStatus, number>> = {
  CURRENT: 8,
  PLANNING: 24,
  COMPLETED: 50,
  DROPPED: 6,
  PAUSED: 7,
  REPEATING: 2,
  NOT_INTERESTED: 3,
}

/** Lists so short that looking for special titles is not worth it. */
const few = 15

export interface SeedListOptions {
  user: SandboxUser
  type: SeriesType
  count: number
  /** Statuses that the service can hold. */
  statuses: readonly EntryStatus[]
  /** Unix s. */
  now: number
  seed: number
}

/** Fills a user's list: known titles first, some on air, some with very long names, some adult. */
export function seedList(lists: Lists, catalogue: Catalogue, options: SeedListOptions): void {
  const { user, type, count, statuses, now, seed } = options
  const random = createRandom(seed)
  const weights = { ...shares }
  for (const status of entryStatuses) if (!statuses.includes(status)) weights[status] = 0
  const all = catalogue.of(type)
  const chosen = count <= few ? sample(random, all, count) : chooseSeries(all, count, now, random)
  const twoYears = 2 * 365 * 24 * 3600
  const spacing = Math.max(1, Math.floor(twoYears / Math.max(1, count)))
  chosen.forEach((series, at) => {
    const status = statusFor(series, now, random) ?? pickWeighted(random, weights)
    const shown = statuses.includes(status) ? status : 'PLANNING'
    const updatedAt = now - 600 - at * spacing - between(random, 0, spacing - 1)
    const created = { userId: user.id, mediaId: series.id, type }
    const change: EntryChange = seedEntry(series, shown, user, random, updatedAt)
    const entry = lists.add(created, change, updatedAt)
    lists.put({ ...entry, createdAt: updatedAt - between(random, 0, 20_000_000) })
  })
}

/** What is on air is mostly being watched, what has not begun is planned. */
function statusFor(series: Series, now: number, random: () => number): EntryStatus | undefined {
  const status = statusAt(series, now)
  if (status === 'NOT_YET_RELEASED') return 'PLANNING'
  if (nextAiring(series, now)) return random() < 0.8 ? 'CURRENT' : 'PAUSED'
  return undefined
}

function chooseSeries(
  all: readonly Series[],
  count: number,
  now: number,
  random: () => number,
): Series[] {
  const rank = new Map(all.map((series) => [series, series.popularity * (0.3 + random())]))
  const best = [...all].sort((a, b) => (rank.get(b) ?? 0) - (rank.get(a) ?? 0))
  const special = (share: number, fits: (series: Series) => boolean): Series[] =>
    best.filter(fits).slice(0, Math.ceil(count * share))
  const chosen = new Set([
    ...special(
      0.06,
      (series) => statusAt(series, now) === 'RELEASING' && series.broadcast !== null,
    ),
    ...special(0.01, (series) => statusAt(series, now) === 'NOT_YET_RELEASED'),
    ...special(0.02, (series) => (series.native ?? '').length > 40),
    ...special(0.02, (series) => series.romaji === series.native),
    ...special(0.01, (series) => series.adult),
    ...special(0.03, (series) => series.episodes === null && series.chapters === null),
    ...best,
  ])
  return shuffled(random, [...chosen].slice(0, count))
}
