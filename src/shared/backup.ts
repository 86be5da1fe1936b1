import type { EntryField, EntryFields } from './entry'
import type { Failure } from './failure'
import type { MediaKind, TitleKey } from './media'
import type { ScoreFormat } from './score'
import type { Status } from './status'

/** The files that we write. */
export const exportFormats = [
  'tsuzuki',
  'mal-xml',
  'csv',
  'anilist-json',
  'text',
  'markdown',
] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Whose ids a file may use, where it does not say it. */
export const backupSites = [
  'anilist',
  'mal',
  'anisearch',
  'kitsu',
  'simkl',
  'anidb',
  'mangaupdates',
  'bangumi',
] as const
export type BackupSite = (typeof backupSites)[number]

/** `fill-gaps` never takes anything away; `equal` makes the list say what the file says. */
export const importModes = ['fill-gaps', 'equal'] as const
export type ImportMode = (typeof importModes)[number]

/** What becomes of the tags of a file. */
export const tagUses = ['leave', 'notes', 'custom-lists'] as const
export type TagUse = (typeof tagUses)[number]

export const rowClasses = ['new', 'changed', 'same', 'doubtful', 'unmatched', 'refused'] as const
export type RowClass = (typeof rowClasses)[number]

export interface ExportRequest {
  readonly format: ExportFormat
  /** `null` is all accounts, where the format can hold more than one. */
  readonly accountId: number | null
  /** For the format that holds one kind only. */
  readonly kind: MediaKind
  readonly includePrivate: boolean
  readonly history: boolean
  /** Words of the reader's language, for the lists to read. */
  readonly words: {
    readonly kinds: Readonly<Record<MediaKind, string>>
    readonly statuses: Readonly<Record<Status, string>>
  }
}

/** One thing that a file does not carry, or a service does not take. */
export interface BackupLoss {
  readonly title: TitleKey
  readonly name: string
  readonly field: EntryField | 'entry'
  readonly reason: string
}

export interface ExportAnswer {
  /** Where it was saved; `null` when the user thought better of it. */
  readonly path: string | null
  readonly count: number
  /** The first ones; `lossCount` tells how many there are. */
  readonly losses: readonly BackupLoss[]
  readonly lossCount: number
}

export interface PreviewChange {
  readonly field: EntryField
  readonly from: EntryFields[EntryField] | null
  readonly to: EntryFields[EntryField]
  readonly picked: boolean
  /** Why the service cannot hold it, so that it stays with us. */
  readonly loss: string | null
  readonly assumed: boolean
}

export interface PreviewCandidate {
  readonly title: TitleKey
  readonly name: string
  /** What tells it apart: format and year, as far as known. */
  readonly year: number | null
  readonly format: string | null
  readonly units: number | null
  /** 0–1. */
  readonly confidence: number
  readonly evidence: readonly string[]
}

/** One row of a file beside what it would change. */
export interface PreviewRow {
  readonly row: number
  readonly kind: MediaKind
  readonly name: string
  readonly title: TitleKey | null
  readonly class: RowClass
  readonly picked: boolean
  readonly changes: readonly PreviewChange[]
  readonly candidates: readonly PreviewCandidate[]
  readonly refused: string | null
  readonly duplicateOf: number | null
  readonly titles: readonly string[]
  readonly year: number | null
  readonly units: number | null
  readonly warnings: readonly { readonly code: string; readonly value?: string }[]
}

/** What applying a file would do, as it is chosen now. */
export interface ImportPreview {
  readonly file: string
  readonly format: string
  /** What programs and people call the format: a proper name, the same in every language. */
  readonly formatName: string
  readonly kinds: readonly MediaKind[]
  readonly accountId: number
  readonly rows: number
  readonly byClass: Readonly<Record<RowClass, number>>
  readonly byField: Readonly<Partial<Record<EntryField, number>>>
  readonly planned: { readonly add: number; readonly change: number; readonly remove: number }
  /** Titles on the list that the file does not have. */
  readonly missing: number
  readonly requests: number
  /** ms at the service's limits. */
  readonly estimateMs: number
  /** Posts that may appear on a public feed. */
  readonly feedPosts: number
  /** Custom lists that the account does not have: left out unless they are made first. */
  readonly missingLists: Readonly<Record<MediaKind, readonly string[]>>
  /** The service lets us make them, and the user agreed to it. */
  readonly createsLists: boolean
  readonly createLists: boolean
  /** Rows that may be found by asking the service, and what that takes; `null` for nothing to ask. */
  readonly askable: {
    readonly rows: number
    readonly requests: number
    readonly estimateMs: number
  } | null
  readonly warnings: readonly {
    readonly code: string
    readonly count?: number
    readonly value?: string
  }[]
  readonly owners: readonly {
    readonly file: string
    readonly account: string
    readonly certain: boolean
  }[]
  readonly withTags: number
  readonly mode: ImportMode
  readonly tags: TagUse
  readonly removeMissing: boolean
  readonly fieldsOff: readonly EntryField[]
  readonly kindsOff: readonly MediaKind[]
}

/** What only the user can know of a file. */
export interface ImportAnswers {
  readonly scoreFormat?: ScoreFormat
  readonly idsAre?: BackupSite
}

/** One turn of a choice in the preview. */
export type PreviewChoice =
  | { readonly type: 'mode'; readonly mode: ImportMode; readonly removeMissing: boolean }
  | { readonly type: 'tags'; readonly tags: TagUse }
  | { readonly type: 'lists'; readonly create: boolean }
  | { readonly type: 'row'; readonly row: number; readonly on: boolean }
  | { readonly type: 'field'; readonly field: EntryField; readonly on: boolean }
  | { readonly type: 'kind'; readonly kind: MediaKind; readonly on: boolean }
  | {
      readonly type: 'cell'
      readonly row: number
      readonly field: EntryField
      readonly on: boolean
    }

export const jobStates = [
  'preparing',
  'applying',
  'paused',
  'applied',
  'cancelled',
  'failed',
  'undoing',
  'undone',
] as const
export type JobState = (typeof jobStates)[number]

/** An import that was started. */
export interface BackupJob {
  readonly id: number
  readonly accountId: number
  readonly file: string
  readonly state: JobState
  /** Unix ms. */
  readonly madeAt: number
  readonly planned: number
  /** Rows that stand in the list and wait for the service, or are there. */
  readonly done: number
  readonly refused: number
  /** The backup that was made before. */
  readonly snapshot: string | null
  /** Where the report at the end was saved. */
  readonly report: string | null
  readonly failure: Failure | null
}

export interface BackupProgress {
  readonly step: 'receive' | 'read' | 'match' | 'compare' | 'ask'
  readonly done: number
  readonly total: number
}

/** Backups that were made by themselves, and where they lie. */
export interface AutoBackups {
  readonly folder: string
  /** The folder is not the usual one. */
  readonly chosen: boolean
  readonly files: readonly AutoBackup[]
}

/** Why a backup was made: by the clock these rotate, the others stay until there are 20 of them. */
export const autoReasons = [
  'auto',
  'before-import',
  'before-sign-out',
  'before-update',
  'by-hand',
] as const
export type AutoReason = (typeof autoReasons)[number]

/** A backup that was made by itself. */
export interface AutoBackup {
  readonly name: string
  readonly reason: AutoReason
  /** Unix ms. */
  readonly madeAt: number
  readonly bytes: number
}
