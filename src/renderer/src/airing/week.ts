import type { ScheduledEpisode } from '../../../shared/airing'
import type { FuzzyDate } from '../../../shared/fuzzy-date'
import { addDays, localTime, wallMsOf } from '../../../shared/zoned-time'

/** One day of the user's zone; it has 23 or 25 hours when the clocks are changed. */
export interface WeekDay {
  readonly day: FuzzyDate
  /** Unix s; the end is the beginning of the next day. */
  readonly fromS: number
  readonly untilS: number
}

export interface WeekColumn extends WeekDay {
  readonly episodes: readonly PlacedEpisode[]
}

/** An episode at its place in the week. */
export interface PlacedEpisode {
  readonly episode: ScheduledEpisode
  /** Unix s: when it airs, or was to air if it was put off. */
  readonly at: number
  /** So early that most would call it the night of the day before. */
  readonly isLateNight: boolean
}

const days = 7
/** Television counts its nights up to this hour, in minutes after midnight. */
const nightEnds = 5 * 60

/** Seven days from the one in which `nowMs` (Unix ms) lies, by the clock of a zone. */
export function weekDays(nowMs: number, zone: string): readonly WeekDay[] {
  const today = localTime(nowMs, zone).day
  const startOf = (nth: number) => wallMsOf({ day: addDays(today, nth), minutes: 0 }, zone) / 1000
  return Array.from({ length: days }, (_, nth) => ({
    day: addDays(today, nth),
    fromS: startOf(nth),
    untilS: startOf(nth + 1),
  }))
}

/** Puts episodes, soonest first, into the days that they belong to. */
export function weekColumns(
  week: readonly WeekDay[],
  episodes: readonly ScheduledEpisode[],
  zone: string,
): readonly WeekColumn[] {
  const placed = episodes.flatMap((episode): PlacedEpisode[] => {
    const at = episode.airingAt ?? episode.wasAt
    if (at === null) return []
    return [{ episode, at, isLateNight: localTime(at * 1000, zone).minutes < nightEnds }]
  })
  return week.map((day) => ({
    ...day,
    episodes: placed.filter(({ at }) => at >= day.fromS && at < day.untilS),
  }))
}

/** Where in its column the line of the present goes: before how many episodes; `null` in other days. */
export function nowPlace({ fromS, untilS, episodes }: WeekColumn, nowS: number): number | null {
  if (nowS < fromS || nowS >= untilS) return null
  return episodes.filter(({ at }) => at <= nowS).length
}

/** Less is a correction, not a move. */
const leastMoveS = 5 * 60

export type Stand =
  | { readonly type: 'airs' | 'aired' }
  | { readonly type: 'put-off' }
  | { readonly type: 'moved'; readonly wasAt: number }

/** How an episode stands to its plan. @param nowS Unix s */
export function standOf({ airingAt, wasAt }: ScheduledEpisode, nowS: number): Stand {
  if (airingAt === null) return { type: 'put-off' }
  if (airingAt <= nowS) return { type: 'aired' }
  const isMoved = wasAt !== null && Math.abs(airingAt - wasAt) >= leastMoveS
  return isMoved ? { type: 'moved', wasAt } : { type: 'airs' }
}
