import type { AiringNotice, AiringState, ScheduledEpisode, TitleAiring } from '../airing'
import type { SeasonOfYear, SeasonPart } from '../airing-season'
import type { EntryRef } from '../entry'

/** Where the week lies as a calendar file; `null` for nowhere. */
export interface CalendarState {
  readonly folder: string | null
}

export interface AiringCalls {
  'airing:state': () => AiringState
  /**
   * Episodes from one moment up to another (Unix s, at most 32 days apart), soonest first: of what
   * this account follows, or of all of the season.
   */
  'airing:between': (
    accountId: number,
    fromS: number,
    untilS: number,
    whose: 'mine' | 'season',
  ) => readonly ScheduledEpisode[]
  /** A season, part by part from offset 0. */
  'airing:season': (accountId: number, of: SeasonOfYear, offset: number) => SeasonPart
  /** Past notifications, newest first, at most 100; `before` is the id of the last one seen. */
  'airing:notices': (before: number | null) => readonly AiringNotice[]
  'airing:title': (ref: EntryRef) => TitleAiring
  'airing:set-title': (ref: EntryRef, change: Partial<TitleAiring>) => TitleAiring
  /** Holds notifications back for so many minutes; 0 lets them go on. */
  'airing:pause': (minutes: number) => AiringState
  /** The zone that the system has now, an IANA name; the window notices when it changes. */
  'airing:zone': (zone: string) => void
  /** Saves the coming weeks as a calendar file; where to is asked. Answers the path, `null` when nothing was saved. */
  'airing:export': () => string | null
  'airing:calendar': () => CalendarState
  /** Asks for a folder in which the calendar file is kept up to date. */
  'airing:choose-calendar': () => CalendarState
  'airing:stop-calendar': () => CalendarState
}

export interface AiringEvents {
  'airing:changed': AiringState
  /** Something was said, or waits to be. */
  'airing:said': null
}

export const airingCallNames: Record<keyof AiringCalls, true> = {
  'airing:state': true,
  'airing:between': true,
  'airing:season': true,
  'airing:notices': true,
  'airing:title': true,
  'airing:set-title': true,
  'airing:pause': true,
  'airing:zone': true,
  'airing:export': true,
  'airing:calendar': true,
  'airing:choose-calendar': true,
  'airing:stop-calendar': true,
}

export const airingEventNames: Record<keyof AiringEvents, true> = {
  'airing:changed': true,
  'airing:said': true,
}
