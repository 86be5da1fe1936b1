import { forEachTicking, type ReadContext } from '../context'
import { isObject, type JsonObject } from '../json'
import type { BackupRow, FileWarning } from '../model'
import { problem } from '../problem'

/**
 * Reads a list of objects, one row each; `null` from `each` leaves a row out. What is no object is
 * reported with its place.
 */
export function readRows(
  entries: readonly unknown[],
  context: ReadContext,
  warnings: FileWarning[],
  each: (entry: JsonObject, number: number) => BackupRow | null,
): BackupRow[] {
  if (entries.length > context.limits.rows) throw problem('too-big', 'It has too many rows.')
  const rows: BackupRow[] = []
  forEachTicking(entries, context, (entry, index) => {
    const row = isObject(entry) ? each(entry, index + 1) : undefined
    if (row === undefined) warnings.push({ code: 'row-not-read', row: index + 1 })
    else if (row !== null) rows.push(row)
  })
  return rows
}
