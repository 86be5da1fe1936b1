import type { EntryPatch } from '../../shared/entry'
import type { Media, MediaFormat, MediaKind, TitleKey } from '../../shared/media'
import type { ScoreFormat } from '../../shared/score'

/** The kinds of files that can be read, in the order in which they are looked for. */
export const formatIds = [
  'tsuzuki',
  'mal-xml',
  'anilist-gdpr',
  'automail',
  'anilist-api',
  'anime-planet',
  'anisearch',
  'kitsu',
  'shikimori',
  'simkl',
  'simkl-csv',
  'yamtrack',
  'tsuzuki-csv',
  'shukofukurou',
  'notify-moe',
  'taiga',
  'mihon',
] as const
export type FormatId = (typeof formatIds)[number]

/** Sites that number titles. Shikimori has none of its own: it uses those of MyAnimeList. */
export const idSites = [
  'anilist',
  'mal',
  'anisearch',
  'kitsu',
  'simkl',
  'anidb',
  'mangaupdates',
  'bangumi',
] as const
export type IdSite = (typeof idSites)[number]
export type ExternalIds = { readonly [S in IdSite]?: number }

/** What a file says about a title, to find it by; `null` where it is silent. */
export interface RowHints {
  readonly format: MediaFormat | null
  readonly year: number | null
  readonly episodes: number | null
  readonly chapters: number | null
  readonly volumes: number | null
}

export const rowWarningCodes = [
  'repaired-text',
  'broken-markup',
  'no-title',
  'no-status',
  'unknown-status',
  'unknown-value',
  'out-of-range',
  'above-total',
  'junk-repeats',
  'lists-unclear',
  'merged',
  'duplicate',
  'no-tracker',
] as const
export type RowWarningCode = (typeof rowWarningCodes)[number]

export interface RowWarning {
  readonly code: RowWarningCode
  /** The file's own name of what is meant. */
  readonly field?: string
  /** What stood there, cut to 200 characters. */
  readonly value?: string
}

export const fileWarningCodes = [
  'repaired-text',
  'damaged-archive',
  'cut-short',
  'counts-differ',
  'export-type-differs',
  'wrong-kind',
  'row-not-read',
  'crooked-rows',
  'skipped',
  'unknown-elements',
  'score-scale-assumed',
  'kind-assumed',
  'progress-assumed',
  'ids-unclear',
] as const
export type FileWarningCode = (typeof fileWarningCodes)[number]

export interface FileWarning {
  readonly code: FileWarningCode
  /** How many rows or places are meant. */
  readonly count?: number
  /** The row that is meant, where it is one. */
  readonly row?: number
  readonly value?: string
}

/** Who a title is, as our own format tells it: enough to show it without asking a service. */
export type BackupMedia = Pick<
  Media,
  | 'malId'
  | 'titles'
  | 'synonyms'
  | 'format'
  | 'season'
  | 'seasonYear'
  | 'startDate'
  | 'episodes'
  | 'chapters'
  | 'volumes'
>

/** One entry of a list as the file tells it. */
export interface BackupRow {
  /** Its place in the file, from 1. */
  readonly number: number
  /** Whose list: an index into the file's `owners`. */
  readonly owner: number
  readonly kind: MediaKind
  /** Every text by which the file names the title; the first is the one to show. */
  readonly titles: readonly string[]
  readonly ids: ExternalIds
  readonly hints: RowHints
  /** Only what the file really says. */
  readonly fields: EntryPatch
  /** MyAnimeList's tags; what becomes of them is asked. */
  readonly tags: readonly string[]
  /** Unix s. */
  readonly createdAt: number | null
  readonly updatedAt: number | null
  /** The service's own id of the entry: own format only. */
  readonly entryId: number | null
  /** Own format only. */
  readonly media: BackupMedia | null
  /** What we have no place for, word for word. */
  readonly kept: Readonly<Record<string, unknown>>
  readonly warnings: readonly RowWarning[]
}

/** One change of the history that came along in our own format. */
export interface BackupChange {
  readonly title: TitleKey
  /** Unix ms. */
  readonly at: number
  readonly source: string
  readonly before: EntryPatch | null
  readonly after: EntryPatch | null
  readonly group: number
  readonly undone: boolean
}

export type NamesByKind = Readonly<Record<MediaKind, readonly string[]>>

/** Whose list a file holds, as far as it tells. */
export interface BackupOwner {
  /** The site whose user this is. */
  readonly site: IdSite | null
  readonly userId: number | null
  readonly name: string | null
  /** Comes from the built-in services: its ids mean nothing elsewhere. */
  readonly sandbox: boolean
  readonly scoreFormat: ScoreFormat | null
  readonly customLists: NamesByKind
  readonly advancedScores: NamesByKind
  readonly history: readonly BackupChange[]
}

/** What a file said, whatever wrote it. */
export interface BackupFile {
  readonly source: { readonly format: FormatId; readonly version: string | null }
  /** Unix ms. */
  readonly madeAt: number | null
  readonly kinds: readonly MediaKind[]
  /** At least one. */
  readonly owners: readonly BackupOwner[]
  /** Scores in this file are exact to so many raw points: 10 where it knows whole tenths only. */
  readonly scoreStep: number
  readonly rows: readonly BackupRow[]
  readonly warnings: readonly FileWarning[]
}

export const noHints: RowHints = {
  format: null,
  year: null,
  episodes: null,
  chapters: null,
  volumes: null,
}

export const unknownOwner: BackupOwner = {
  site: null,
  userId: null,
  name: null,
  sandbox: false,
  scoreFormat: null,
  customLists: { anime: [], manga: [] },
  advancedScores: { anime: [], manga: [] },
  history: [],
}
