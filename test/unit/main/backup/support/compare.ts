import {
  compare,
  type ComparedLibrary,
  type DifferenceOptions,
} from '../../../../../src/main/backup/difference'
import { allPicked, type Picks } from '../../../../../src/main/backup/difference/picks'
import type { RowMatch } from '../../../../../src/main/backup/match'
import { type BackupFile, type BackupRow, unknownOwner } from '../../../../../src/main/backup/model'
import { emptyFields, type EntryFields } from '../../../../../src/shared/entry'
import type { TitleKey } from '../../../../../src/shared/media'
import { backupRow } from './catalogue'
import { account } from './library'

/** A list by title, each entry by what is not empty in it. */
export type List = Readonly<Record<TitleKey, Partial<EntryFields>>>

export function file(
  rows: readonly Partial<BackupRow>[],
  change: Partial<BackupFile> = {},
): BackupFile {
  const all = rows.map((row, index) => backupRow({ number: index + 1, titles: ['A'], ...row }))
  return {
    source: { format: 'mal-xml', version: null },
    madeAt: null,
    kinds: [...new Set(all.map(({ kind }) => kind))],
    owners: [unknownOwner],
    scoreStep: 1,
    rows: all,
    warnings: [],
    ...change,
  }
}

function matched(title: TitleKey): RowMatch {
  return { type: 'matched', title, basis: 'mal-id', confidence: 1 }
}

function library(list: List, totals: Readonly<Record<string, number>> = {}): ComparedLibrary {
  const entries = new Map(
    Object.entries(list).map(([title, fields]) => [title, { ...emptyFields, ...fields }]),
  )
  return {
    entry: (title) => entries.get(title) ?? null,
    total: (title) => totals[title] ?? null,
    titles: () => entries.keys() as Iterable<TitleKey>,
  }
}

/** Compares a file whose rows have these titles with a list. */
export function run(
  backup: BackupFile,
  titles: readonly (TitleKey | RowMatch)[],
  list: List,
  options: Partial<DifferenceOptions> & { totals?: Readonly<Record<string, number>> } = {},
) {
  const matches = titles.map((title) => (typeof title === 'string' ? matched(title) : title))
  return compare(backup, matches, library(list, options.totals), {
    account,
    mode: 'fill-gaps',
    ...options,
  })
}

export function picks(change: Partial<Picks>): Picks {
  return { ...allPicked, ...change }
}
