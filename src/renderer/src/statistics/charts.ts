import { type FuzzyDate, toIsoDay } from '../../../shared/fuzzy-date'
import { type MediaFormat, mediaFormats, type Season, seasons } from '../../../shared/media'
import { quoteValue } from '../../../shared/query/clause'
import type { ScoreFormat } from '../../../shared/score'
import { type Status, statuses } from '../../../shared/status'
import { type ScoreBin, scoreBins } from './score-bins'
import { type Group, meanOf, type Tally } from './tally'

/** One bar: what it stands for, how long it is, and the list behind it. */
export interface Bar<K = string> {
  readonly key: K
  readonly count: number
  /** Mean score as the account shows it; `null` when none has one, or where it says nothing. */
  readonly mean: number | null
  readonly minutes: number
  readonly query: string
}

export function statusBars(tally: Tally): readonly Bar<Status>[] {
  return statuses.flatMap((status) => {
    const count = tally.status.get(status) ?? 0
    return count === 0
      ? []
      : [{ key: status, count, mean: null, minutes: 0, query: `status:${status}` }]
  })
}

/** From the lowest score to the highest; the one below all others only where somebody gave it. */
export function scoreBars(tally: Tally, format: ScoreFormat): readonly Bar<ScoreBin>[] {
  return scoreBins(format).flatMap((bin, at) => {
    const count = tally.bins[at] ?? 0
    const isNeeded = bin.from > 0 || count > 0
    return isNeeded ? [{ key: bin, count, mean: null, minutes: 0, query: bin.query }] : []
  })
}

export function formatBars(tally: Tally): readonly Bar<MediaFormat>[] {
  return mediaFormats
    .flatMap((format) => barOf(format, tally.formats.get(format), `format:${format}`))
    .toSorted((a, b) => b.count - a.count)
}

export function seasonBars(tally: Tally): readonly Bar<Season>[] {
  return seasons.flatMap((season) => barOf(season, tally.seasons.get(season), `season:${season}`))
}

/** Every year from the first to the last, empty ones too. */
export function yearBars(tally: Tally): readonly Bar<number>[] {
  const known = [...tally.years.keys()]
  if (known.length === 0) return []
  const first = Math.min(...known)
  const years = Array.from({ length: Math.max(...known) - first + 1 }, (_, at) => first + at)
  return years.map((year) => {
    const [bar] = barOf(year, tally.years.get(year), `year:${year}`)
    return bar ?? { key: year, count: 0, mean: null, minutes: 0, query: `year:${year}` }
  })
}

/** By what names are put in order: how many titles, how well liked, how much time. */
export const nameOrders = ['count', 'mean', 'minutes'] as const
export type NameOrder = (typeof nameOrders)[number]

/** A mean of one or two scores says nothing. */
const enoughScores = 3

/** The first names of genres or tags in an order. */
export function nameBars(
  tally: Tally,
  field: 'genre' | 'tag',
  order: NameOrder,
  most: number,
): readonly Bar[] {
  const groups = field === 'genre' ? tally.genres : tally.tags()
  const bars = [...groups].flatMap(([name, group]) => {
    const isLiked = order === 'mean' && group.scored < enoughScores
    return isLiked ? [] : barOf(name, group, `${field}:"${name.replaceAll('"', '')}"`)
  })
  const by = (bar: Bar) => (order === 'mean' ? (bar.mean ?? 0) : bar[order])
  return bars.toSorted((a, b) => by(b) - by(a) || b.count - a.count).slice(0, most)
}

export const funnelSteps = ['listed', 'begun', 'finished', 'rated', 'again'] as const
export type FunnelStep = (typeof funnelSteps)[number]

const funnelQueries: Readonly<Record<FunnelStep, string>> = {
  listed: '',
  begun: '-status:planned,not-interested',
  finished: 'status:completed,repeating',
  rated: 'status:completed,repeating score:any',
  again: 'status:completed,repeating repeats>0',
}

/** From what is on the list to what was seen again; each step is a part of the one before but one. */
export function funnelBars(tally: Tally): readonly Bar<FunnelStep>[] {
  const counts = { listed: tally.all.titles, ...tally.funnel }
  return funnelSteps.map((step) => ({
    key: step,
    count: counts[step],
    mean: null,
    minutes: 0,
    query: funnelQueries[step],
  }))
}

/** The query for the titles that a day counts. */
export function dayQuery(day: FuzzyDate): string {
  return `active:${toIsoDay(day) ?? quoteValue(String(day))}`
}

function barOf<K>(key: K, group: Group | undefined, query: string): readonly Bar<K>[] {
  if (!group) return []
  return [{ key, count: group.titles, mean: meanOf(group), minutes: group.minutes, query }]
}
