import { expect } from 'vitest'
import type { BackupRow } from '../../../../../src/main/backup/model'
import type { ExportRow, Loss } from '../../../../../src/main/backup/writers/export'
import {
  emptyFields,
  type EntryFields,
  entryFields,
  sameValue,
} from '../../../../../src/shared/entry'

/** What a list would hold after the row was read into it. */
export function restored(row: BackupRow): EntryFields {
  return { ...emptyFields, ...row.fields }
}

/** The fields that came back different. */
export function differing(before: EntryFields, after: EntryFields): string[] {
  return entryFields.filter((field) => !sameValue(field, before[field], after[field] as never))
}

/**
 * Expects that what came back differs in exactly what the losses name: neither more, which would be
 * silent, nor less, which would be a false alarm.
 */
export function expectExactLosses(
  rows: readonly ExportRow[],
  losses: readonly Loss[],
  read: readonly BackupRow[],
): void {
  const leftOut = new Set(losses.filter(({ field }) => field === 'entry').map(({ title }) => title))
  const written = rows.filter(({ entry }) => !leftOut.has(entry.title))
  expect(read).toHaveLength(written.length)
  for (const [index, { entry }] of written.entries()) {
    const named = losses.filter(({ title }) => title === entry.title).map(({ field }) => field)
    const row = read[index]
    if (row === undefined) throw new Error(`Row ${index + 1} is missing.`)
    expect(differing(entry, restored(row)).sort()).toEqual([...new Set(named)].sort())
  }
}
