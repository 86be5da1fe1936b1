import type { Result } from './failure'
import {
  type AccountCalls,
  type AccountEvents,
  accountCallNames,
  accountEventNames,
} from './ipc/accounts'
import {
  type AiringCalls,
  type AiringEvents,
  airingCallNames,
  airingEventNames,
} from './ipc/airing'
import {
  type BackupCalls,
  type BackupEvents,
  backupCallNames,
  backupEventNames,
} from './ipc/backup'
import { type AppCalls, type AppEvents, appCallNames, appEventNames } from './ipc/app'
import { type ForumCalls, forumCallNames } from './ipc/forum'
import { type PostCalls, type PostEvents, postCallNames, postEventNames } from './ipc/posts'
import { type ReviewCalls, reviewCallNames } from './ipc/reviews'
import {
  type SocialCalls,
  type SocialEvents,
  socialCallNames,
  socialEventNames,
} from './ipc/social'
import { type DiscoverCalls, discoverCallNames } from './ipc/discover'
import { type ForeignCalls, foreignCallNames } from './ipc/foreign'
import {
  type HistoryCalls,
  type HistoryEvents,
  historyCallNames,
  historyEventNames,
} from './ipc/history'
import {
  type LibraryCalls,
  type LibraryEvents,
  libraryCallNames,
  libraryEventNames,
} from './ipc/library'
import { type LookCalls, lookCallNames } from './ipc/looks'
import { type PeopleCalls, peopleCallNames } from './ipc/people'
import { type QueueCalls, type QueueEvents, queueCallNames, queueEventNames } from './ipc/queue'
import { type SeriesCalls, seriesCallNames } from './ipc/series'
import { type SyncCalls, type SyncEvents, syncCallNames, syncEventNames } from './ipc/sync'

/** Questions the window may ask main: THE contract, one interface a topic. */
export interface Calls
  extends
    AppCalls,
    AccountCalls,
    LibraryCalls,
    QueueCalls,
    HistoryCalls,
    SyncCalls,
    BackupCalls,
    AiringCalls,
    ForeignCalls,
    LookCalls,
    PostCalls,
    SocialCalls,
    ReviewCalls,
    ForumCalls,
    DiscoverCalls,
    SeriesCalls,
    PeopleCalls {}

/** News that main may push to the window. */
export interface Events
  extends
    AppEvents,
    AccountEvents,
    LibraryEvents,
    QueueEvents,
    HistoryEvents,
    SyncEvents,
    BackupEvents,
    AiringEvents,
    PostEvents,
    SocialEvents {}

export type CallName = keyof Calls
export type EventName = keyof Events
export type Answer<C extends CallName> = ReturnType<Calls[C]>

/** What main must implement, for the calls of one topic: one function per call, no more, no fewer. */
export type HandlersOf<T> = {
  [C in keyof T]: T[C] extends (...args: infer A) => infer R
    ? (...args: A) => R | Promise<R>
    : never
}
export type Handlers = HandlersOf<Calls>

/** Tells the window something. */
export type Push = <E extends EventName>(name: E, payload: Events[E]) => void

/** What the preload script puts on `window`. */
export interface Bridge {
  call<C extends CallName>(name: C, ...args: Parameters<Calls[C]>): Promise<Result<Answer<C>>>
  /** Returns the function that stops listening. */
  on<E extends EventName>(name: E, listener: (payload: Events[E]) => void): () => void
}

// The allowlists that the preload checks at run time. The compiler keeps them complete.
export const callNames: Record<CallName, true> = {
  ...appCallNames,
  ...accountCallNames,
  ...libraryCallNames,
  ...queueCallNames,
  ...historyCallNames,
  ...syncCallNames,
  ...backupCallNames,
  ...airingCallNames,
  ...foreignCallNames,
  ...postCallNames,
  ...socialCallNames,
  ...reviewCallNames,
  ...forumCallNames,
  ...lookCallNames,
  ...discoverCallNames,
  ...seriesCallNames,
  ...peopleCallNames,
}
export const eventNames: Record<EventName, true> = {
  ...appEventNames,
  ...accountEventNames,
  ...libraryEventNames,
  ...queueEventNames,
  ...historyEventNames,
  ...syncEventNames,
  ...backupEventNames,
  ...airingEventNames,
  ...postEventNames,
  ...socialEventNames,
}
