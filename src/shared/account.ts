import type { EntryField } from './entry'
import type { MediaKind } from './media'
import type { ScoreFormat, ScoreTable } from './score'
import type { ServiceId } from './service'
import type { Status } from './status'

export const titleLanguages = ['romaji', 'english', 'native'] as const
export type TitleLanguage = (typeof titleLanguages)[number]

/** What a service can do, said once by its provider. Nobody asks for the service's name instead. */
export interface Capabilities {
  /** Fields that the service stores when we write them; others are kept here only. */
  readonly writable: readonly EntryField[]
  /** Fields that the service shows us but will not take from us. */
  readonly readable: readonly EntryField[]
  readonly statuses: readonly Status[]
  /** Dates with unknown parts can be stored. */
  readonly partialDates: boolean
  /** Most characters of a note; `null` when not known. */
  readonly notesLength: number | null
  /** Fewest characters of a review; `null` where there are none. */
  readonly reviewLength: number | null
  readonly priorityMax: number
  readonly repeatsMax: number | null
  /** Edits may show up on a public feed that one can switch off at the service. */
  readonly postsToFeed: boolean
  /** Entries that one request can write. */
  readonly batchSize: number
  /** Names of custom lists can be added and removed from here. */
  readonly createsCustomLists: boolean
  readonly searchesMedia: boolean
  readonly airing: boolean
  readonly community: boolean
}

/** Settings of the user at the service that shape the list. */
export interface AccountOptions {
  readonly scoreFormat: ScoreFormat
  readonly scoreTable: ScoreTable
  readonly titleLanguage: TitleLanguage
  readonly adult: boolean
  readonly customLists: Readonly<Record<MediaKind, readonly string[]>>
  /** Names of the advanced scores, in the service's order; empty when switched off. */
  readonly advancedScores: Readonly<Record<MediaKind, readonly string[]>>
}

/** One login at one service: an own list and an own queue. Never holds a token. */
export interface Account {
  readonly id: number
  readonly service: ServiceId
  readonly userId: number
  readonly userName: string
  readonly sandbox: boolean
  readonly options: AccountOptions
  readonly capabilities: Capabilities
  readonly signedIn: boolean
  /** Unix ms; `null` when the sign-in has no known end. */
  readonly signInEndsAt: number | null
  /** That end moves on as long as the account is used. */
  readonly signInRenews: boolean
  /** Unix ms of the last whole list; `null` before the first. */
  readonly syncedAt: number | null
}
