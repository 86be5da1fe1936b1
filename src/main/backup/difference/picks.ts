import type { EntryField } from '../../../shared/entry'
import type { MediaKind } from '../../../shared/media'

/** What the user unticked; everything else is taken. */
export interface Picks {
  /** By row number. */
  readonly rowsOff: ReadonlySet<number>
  readonly fieldsOff: ReadonlySet<EntryField>
  readonly kindsOff: ReadonlySet<MediaKind>
  /** Single fields of single rows, by `cellKey`. */
  readonly cellsOff: ReadonlySet<string>
}

export const allPicked: Picks = {
  rowsOff: new Set(),
  fieldsOff: new Set(),
  kindsOff: new Set(),
  cellsOff: new Set(),
}

export function cellKey(row: number, field: EntryField): string {
  return `${row}:${field}`
}

export function isRowPicked(picks: Picks, row: number, kind: MediaKind): boolean {
  return !picks.rowsOff.has(row) && !picks.kindsOff.has(kind)
}

export function isFieldPicked(picks: Picks, row: number, field: EntryField): boolean {
  return !picks.fieldsOff.has(field) && !picks.cellsOff.has(cellKey(row, field))
}
