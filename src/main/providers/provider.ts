import type { AccountOptions, Capabilities } from '../../shared/account'
import type { Entry, EntryFields, EntryPatch } from '../../shared/entry'
import type { Failure } from '../../shared/failure'
import type { Media, MediaKind, TitleKey } from '../../shared/media'
import type { ServiceId } from '../../shared/service'
import type { Status } from '../../shared/status'
import type { HttpAnswer, HttpMethod } from '../http/transport'

/**
 * One request of a service as data: how to send it and how to read the answer. Providers only
 * make these; the gate decides when one leaves, `queue/execute.ts` sends it.
 */
export interface ServiceCall<T> {
  /** The service's own name of the call: `SaveMediaListEntry`, `PUT animelist`. */
  readonly name: string
  /** Which limit it counts against: a key of the provider's `buckets`. */
  readonly bucket: string
  /** A lost `read` may be asked again; a lost `write` has an unknown outcome. */
  readonly effect: 'read' | 'write'
  readonly method: HttpMethod
  /** Relative to the service's base address, with its query; or a whole address, which gets no token unless of the same origin. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Sent without a token even where there is one. */
  readonly anonymous?: boolean
  /** Of no use without somebody signed in: a client's own token, or none, would be refused. */
  readonly needsUser?: true
  /** What the token must have been granted, at services that have scopes. */
  readonly scope?: string
  /** What an answer of this call means where the provider's `failureOf` does not fit. */
  readonly failureOf?: (answer: HttpAnswer, grant?: Grant) => Failure | null
  /** Not open to every grant: `parse` also reads the refusal of a token that is alive. */
  readonly mayBeClosed?: true
  /** Reads an answer. Throws `AppError` with the failure codes of the service's own errors. */
  readonly parse: (answer: HttpAnswer) => T
}

/** A rolling window: at most `max` requests in any `ms`. */
export interface RollingWindow {
  readonly max: number
  readonly ms: number
}

export interface BucketLimits {
  readonly windows: readonly RollingWindow[]
  /** ms between two starts. */
  readonly spacingMs: number
  readonly inFlight: number
}

/** The scope that a call needed and those that its token has, to tell the two meanings of 403 apart. */
export interface Grant {
  readonly needed: string
  readonly granted: readonly string[]
}

/** What an answer's headers tell about a limit. */
export interface LimitNews {
  readonly limit: number
  readonly remaining: number | null
}

/** A title with what only main may know of it. */
export interface MediaRecord extends Media {
  readonly coverUrl: string | null
  readonly coverUrlLarge: string | null
  readonly bannerUrl: string | null
  /** Unix s; `null` where the service does not tell. */
  readonly mediaUpdatedAt: number | null
}

/** Whose picture it is; covers of titles stand in their records. */
export type PictureKey = `${'user' | 'character' | 'staff'}-${number}`

/** Addresses of a picture, which the page never sees. */
export interface Picture {
  readonly key: PictureKey
  readonly url: string | null
  readonly urlLarge: string | null
  readonly bannerUrl: string | null
}

export interface FetchedEntry {
  readonly entry: Entry
  /** `null` where the service sends none. */
  readonly media: MediaRecord | null
  /** The title's MyAnimeList id, where the entry tells it and `media` is null. */
  readonly malId?: number | null
}

export interface ListPage {
  readonly items: readonly FetchedEntry[]
  readonly hasNext: boolean
}

/** Whose list it is. */
export interface ListOwner {
  readonly userId: number
  readonly userName: string
  readonly options: AccountOptions
}

export interface Viewer extends ListOwner {
  /** Unix ms; `null` when the sign-in has no known end. */
  readonly signInEndsAt: number | null
}

/** One entry to be written. */
export interface EntryWrite {
  readonly title: TitleKey
  readonly entryId: number | null
  /** Only the fields that the user changed. */
  readonly patch: EntryPatch
  /** The whole entry as it shall be: for services that take complete entries only. */
  readonly full: EntryFields
  /** The service is known to have the entry already. */
  readonly exists: boolean
  /** A correction that the user did not make: the entry's time of change shall stay as it is. */
  readonly silent?: true
}

/** For a service whose documents leave open how something is written. */
export interface WriteProof {
  /** This write is to be read again: whether it sticks is not known yet. */
  wants(title: TitleKey, full: EntryFields): boolean
  /** What was read after it. Answers what is to be written once more in other words, or `null`. */
  heard(wrote: EntryFields, read: EntryFields): EntryPatch | null
}

/** The entries as the service has them after a write, in the order asked; `null` where it does not tell. */
export type Written = readonly (Entry | null)[]

/** Turns one service's words into ours. Pure: makes calls, sends nothing, keeps nothing. */
export interface Provider {
  readonly id: ServiceId
  /** Where the real service lives; ends with a slash. */
  readonly defaultBaseUrl: string
  readonly capabilities: Capabilities
  /** A cleared date can only be left out of a write, and nobody knows what becomes of it then. */
  readonly omitsClearedDates?: true
  /** Refuses requests that do not name the page they come from. */
  readonly wantsReferer?: true
  readonly buckets: Readonly<Record<string, BucketLimits>>
  /** Failure of an answer that is none of a call's own: status codes, bodies of errors; `null` if it is fine. */
  failureOf(answer: HttpAnswer, grant?: Grant): Failure | null
  limitNews(answer: HttpAnswer): LimitNews | null

  /** A sign-in that renews itself ends so long after the last renewal, in ms; absent where that is not known. */
  readonly signInLastsMs?: number
  viewer(): ServiceCall<Viewer>
  /** The list of one kind, page by page from 1; `status` asks for a part of it. */
  listPage(
    owner: ListOwner,
    kind: MediaKind,
    page: number,
    status: Status | null,
  ): ServiceCall<ListPage>
  /** Most entries that `listPage` can reach in all; `null` for no cap. */
  readonly listCap: number | null
  /** Newest change first, page by page from 1; `null` where the service has no such order. */
  readonly recentPage:
    ((owner: ListOwner, kind: MediaKind, page: number) => ServiceCall<ListPage>) | null
  /** Up to `size` entries of one kind; a title that is absent from the answer is not on the list. */
  readonly someEntries: {
    readonly size: number
    call(owner: ListOwner, titles: readonly TitleKey[]): ServiceCall<ListPage>
  } | null

  /** At most `capabilities.batchSize` writes, all of which take effect, or the call fails. */
  save(owner: ListOwner, writes: readonly EntryWrite[]): ServiceCall<Written>
  /** The same values for many entries at once; `null` where there is no such call. */
  readonly saveEqual:
    ((owner: ListOwner, writes: readonly EntryWrite[]) => ServiceCall<Written>) | null
  remove(owner: ListOwner, title: TitleKey, entryId: number | null): ServiceCall<void>

  /** One entry by itself, where `someEntries` is too dear; `null` when it is not on the list. */
  readonly oneEntry?: (owner: ListOwner, title: TitleKey) => ServiceCall<FetchedEntry | null>
  /** The list without its titles, for one whose titles are known. */
  readonly bareList?: (owner: ListOwner, kind: MediaKind) => ServiceCall<ListPage>
  readonly proof?: WriteProof
  /** Titles by their MyAnimeList ids, at most 50 of one kind, for lists of services that send ids only. */
  readonly mediaByMalId?: (
    kind: MediaKind,
    malIds: readonly number[],
  ) => ServiceCall<ReadonlyMap<number, MediaRecord>>
  /** All its anime at once, by its own ids; each is to be asked for once a day at most. */
  readonly database?: {
    titles(): ServiceCall<ReadonlyMap<number, readonly string[]>>
  }
  /** Writes an entry whose title is known by its MyAnimeList id only. */
  readonly saveByMalId?: (kind: MediaKind, malId: number, full: EntryFields) => ServiceCall<Written>
  /** Titles of one kind by their MyAnimeList ids, many in one request. */
  readonly titlesByMalId?: {
    readonly size: number
    call(kind: MediaKind, malIds: readonly number[]): ServiceCall<readonly MediaRecord[]>
  }
  /** The likeliest titles of names, many names in one request. */
  readonly titlesByName?: {
    readonly size: number
    /** Only of these; of both when absent. */
    readonly kinds?: readonly MediaKind[]
    call(kind: MediaKind, names: readonly string[]): ServiceCall<readonly MediaRecord[]>
  }
}
