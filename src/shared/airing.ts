import type { EntryRef } from './entry'
import type { Titles } from './media'
import type { Status } from './status'

/** What can be said of a title, each once: an episode is out, a sequel is coming, a time changed. */
export const noticeKinds = ['episode', 'sequel', 'moved'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** How it was said: by itself, as a line of a digest, or in the list only. */
export type NoticeWay = 'toast' | 'digest' | 'list'

/** What a list shows of a title without its entry being at hand. */
export interface ShownTitle {
  readonly ref: EntryRef
  readonly titles: Titles
  readonly hasCover: boolean
  readonly adult: boolean
  /** `null`: not on the list of this account. */
  readonly status: Status | null
  readonly progress: number
}

/** One episode in the week. */
export interface ScheduledEpisode extends ShownTitle {
  readonly episode: number
  /** In all; `null` when unknown. */
  readonly total: number | null
  /** Unix s; `null`: put off, and no new time is known. */
  readonly airingAt: number | null
  /** Unix s of the time that held before, when it was moved. */
  readonly wasAt: number | null
  /** Worked out from the weekly time, not told by a service. */
  readonly estimated: boolean
  readonly durationMinutes: number | null
  readonly muted: boolean
}

/** A past notification, or one that waits for the next digest. */
export interface AiringNotice {
  readonly id: number
  readonly kind: NoticeKind
  /** What it is about; `null` when no account knows the title any more. */
  readonly title: ShownTitle | null
  readonly episode: number
  /** Unix ms. */
  readonly dueAt: number
  /** Unix ms; equal for the lines of one digest; `null` while it waits. */
  readonly saidAt: number | null
  readonly way: NoticeWay | null
  readonly muted: boolean
  /** Of a moved episode: its new time in Unix s, `null` when none is known. */
  readonly airingAt: number | null
}

/** What the user chose for one title. */
export interface TitleAiring {
  readonly muted: boolean
  /** Minutes after the broadcast; `null`: as for all. */
  readonly delay: number | null
}

/** A title with episodes that are out and not yet seen. */
export interface ReadyTitle {
  readonly ref: EntryRef
  readonly name: string
  readonly ready: number
  /** The episode that +1 stands for. */
  readonly next: number
}

export interface UpcomingEpisode {
  readonly ref: EntryRef
  readonly name: string
  readonly episode: number
  /** Unix s. */
  readonly airingAt: number
}

/** How things stand, for the tray and the window. */
export interface AiringState {
  /** Episodes that are ready, over all accounts, each title once. */
  readonly ready: number
  /** The five with most of them. */
  readonly titles: readonly ReadyTitle[]
  /** The next five, soonest first. */
  readonly upcoming: readonly UpcomingEpisode[]
  /** Unix ms; `null` when notifications are not paused. */
  readonly pausedUntil: number | null
}

export interface DigestLine {
  readonly kind: NoticeKind
  readonly name: string
  /** Ascending; empty where the kind is not about any. */
  readonly episodes: readonly number[]
}

/** One notification of the desktop. */
export type Toast =
  | {
      readonly kind: 'episode'
      /** Names it for `TsuzukiApp.airing.act`. */
      readonly ref: EntryRef
      readonly name: string
      readonly episode: number
    }
  | { readonly kind: 'sequel'; readonly ref: EntryRef; readonly name: string }
  | { readonly kind: 'digest'; readonly lines: readonly DigestLine[] }
