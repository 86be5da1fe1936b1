import type { Account } from '../../../shared/account'
import type { Entry, EntryField } from '../../../shared/entry'
import type { Change } from '../../../shared/history'
import type { Media, TitleKey } from '../../../shared/media'
import type { ExternalIds } from '../model'
import { mostCounted } from '../values/draft'

/** A title on a list, ready to leave. */
export interface ExportRow {
  readonly entry: Entry
  readonly media: Media
  /** Ids at other sites, beyond those that the media itself has. */
  readonly ids?: ExternalIds
}

/** What of an account goes into a file. Writers name each property; nothing else ever leaves. */
export interface ExportAccount {
  readonly account: Pick<Account, 'service' | 'userId' | 'userName' | 'sandbox' | 'options'>
  readonly rows: readonly ExportRow[]
  /** Only when asked for, and only in our own format. */
  readonly history?: readonly Change[]
}

export interface ExportOptions {
  /** Unix ms. */
  readonly madeAt: number
  readonly appVersion: string
  /** Private entries leave in files for others only when this is ticked. */
  readonly includePrivate?: boolean
}

export const lossReasons = [
  'private',
  'no-id',
  'same-id',
  'status',
  'no-place',
  'rounded',
  'characters',
  'too-large',
  'partial-date',
  'too-long',
] as const
export type LossReason = (typeof lossReasons)[number]

/** One thing that a file does not carry. `entry` means the whole title is left out. */
export interface Loss {
  readonly title: TitleKey
  /** To show; the key itself when the title has no name. */
  readonly name: string
  readonly field: EntryField | 'entry'
  readonly reason: LossReason
}

export interface Exported {
  readonly bytes: Uint8Array
  /** Entries in it. */
  readonly count: number
  readonly losses: readonly Loss[]
}

/** The name by which a title is shown in reports and lists. */
export function nameOf({ titles, key }: Media): string {
  return titles.romaji ?? titles.english ?? titles.native ?? key
}

export function lossOf(row: ExportRow, field: Loss['field'], reason: LossReason): Loss {
  return { title: row.entry.title, name: nameOf(row.media), field, reason }
}

/** Splits off the private entries, unless they are ticked. */
export function withoutPrivate(
  rows: readonly ExportRow[],
  { includePrivate }: ExportOptions,
): { rows: readonly ExportRow[]; losses: Loss[] } {
  if (includePrivate === true) return { rows, losses: [] }
  return {
    rows: rows.filter(({ entry }) => !entry.private),
    losses: rows.filter(({ entry }) => entry.private).map((row) => lossOf(row, 'entry', 'private')),
  }
}

/** Counts beyond what readers, ours too, take for sane. */
export function countLosses(row: ExportRow): Loss[] {
  const counts = ['progress', 'progressVolumes', 'repeats', 'priority'] as const
  return counts
    .filter((field) => row.entry[field] > mostCounted)
    .map((field) => lossOf(row, field, 'too-large'))
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
