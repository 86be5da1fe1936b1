import type { Account } from '../../../shared/account'
import type { Failure } from '../../../shared/failure'
import type { ReadOptions } from '../context'
import type { DifferenceOptions } from '../difference'
import type { OwnerWarning } from '../difference/owners'
import type { DifferenceStatistics, FileStatistics } from '../difference/statistics'
import type { DiffRow, PlanRow, RowClass } from '../difference/types'
import type { RememberedChoice } from '../match'
import type { Candidate } from '../match/by-title'
import type { CatalogueTitle } from '../match/catalogue'
import type { BackupFile, BackupOwner, BackupRow } from '../model'
import type { WriteJob } from '../write'
import type { Exported, ExportOptions } from '../writers/export'
import type { NewTitle } from './new-titles'
import type { Wanted } from './wanted'

export type ReadSettings = Pick<ReadOptions, 'limits' | 'expects' | 'scoreFormat' | 'idsAre'>
export type CompareSettings = Pick<DifferenceOptions, 'mode' | 'picks' | 'tags' | 'removeMissing'>
export type ImportAccount = Pick<
  Account,
  'id' | 'service' | 'userId' | 'userName' | 'sandbox' | 'capabilities' | 'options'
>

/** What a file is, without its rows. */
export interface ReadSummary extends Omit<BackupFile, 'rows' | 'owners'> {
  readonly owners: readonly (Omit<BackupOwner, 'history'> & { readonly changes: number })[]
  readonly statistics: FileStatistics
}

export interface MatchSummary {
  readonly matched: number
  readonly doubtful: number
  readonly unmatched: number
  /** Rows whose id leads to another name; see `Matches`. */
  readonly disagreeing: number
  readonly owners: readonly OwnerWarning[]
}

export interface Compared {
  readonly statistics: DifferenceStatistics
  /** Titles that applying would touch. */
  readonly planned: number
  readonly missing: number
}

export interface RowsRange {
  readonly classes: readonly RowClass[]
  readonly offset: number
  readonly limit: number
}

export interface PlanPart {
  readonly offset: number
  readonly limit: number
}

/** A row of the preview with what the file said of its title. */
export interface ShownRow extends Omit<DiffRow, 'candidates'> {
  /** Each with what it was found by: many are in no table of the database. */
  readonly candidates: readonly (Candidate & { readonly known: CatalogueTitle | null })[]
  readonly titles: readonly string[]
  readonly hints: BackupRow['hints'] | null
  readonly warnings: BackupRow['warnings']
  /** Names of what is kept although nobody knows it. */
  readonly kept: readonly string[]
}

/** What the thread can be asked: one function a question, as if it were called. */
export interface BackupCalls<Source> {
  /**
   * Reads a file; without bytes the last one again, with other settings. The bytes are handed over to
   * the thread, so that there is one copy of them.
   */
  read: (bytes: Uint8Array | null, settings: ReadSettings) => ReadSummary
  match: (
    source: Source,
    account: ImportAccount,
    choices: readonly (readonly [string, RememberedChoice])[],
  ) => MatchSummary
  choose: (row: number, choice: RememberedChoice) => { key: string; summary: MatchSummary }
  compare: (settings: CompareSettings) => Compared
  rows: (range: RowsRange) => { rows: readonly ShownRow[]; total: number }
  /** A part of the plan: the whole of a big one would hold up whoever takes it. */
  plan: (part?: PlanPart) => readonly PlanRow[]
  /** Titles that the same part brings and the database does not know. */
  newTitles: (part?: PlanPart) => readonly NewTitle[]
  wanted: () => Wanted
  /** `LeftOut` as JSON in UTF-8: main only saves it. */
  leftOut: () => Uint8Array
  write: (source: Source, job: WriteJob, options: ExportOptions) => Exported
}

export type BackupCallName = keyof BackupCalls<unknown>

export interface ToThread {
  readonly id: number
  readonly name: BackupCallName
  readonly args: readonly unknown[]
}

export type Step = 'read' | 'match' | 'compare'

export type FromThread =
  | { readonly kind: 'progress'; id: number; step: Step; done: number; total: number }
  | { readonly kind: 'done'; id: number; value: unknown }
  | { readonly kind: 'failed'; id: number; failure: Failure }

/** Handed to the worker at its start. */
export interface ThreadData {
  /** One 32-bit number: the id of the call that nobody wants any more. */
  readonly cancelled: SharedArrayBuffer
}
