import type { EntryField } from '../../../shared/entry'
import type { TitleKey } from '../../../shared/media'
import type { BackupFile, RowWarning } from '../model'
import type { LossReason } from '../writers/export'
import type { Difference } from '../difference'

/** What an import does not bring to the service, row by row: for the report at its end. */
export interface LeftOut {
  /** Rows that change nothing, though they say something. */
  readonly rows: readonly {
    readonly row: number
    readonly name: string
    readonly why: string
  }[]
  /** Values of rows that could not be taken as they stood. */
  readonly warnings: readonly ({ readonly row: number; readonly name: string } & RowWarning)[]
  /** Fields that the service cannot hold: they stay here. */
  readonly keptHere: readonly {
    readonly row: number
    readonly title: TitleKey
    readonly fields: Readonly<Partial<Record<EntryField, LossReason>>>
  }[]
}

/** Gathers it from what was read and compared; what is the same on both sides is not missing. */
export function leftOut(file: Pick<BackupFile, 'rows'>, { rows }: Difference): LeftOut {
  return {
    rows: rows.flatMap(({ row, name, class: group, refused, picked }) => {
      if (group === 'same') return []
      if (group === 'new' || group === 'changed')
        return picked ? [] : [{ row, name, why: 'not-picked' }]
      return [{ row, name, why: refused ?? group }]
    }),
    warnings: file.rows.flatMap(({ number, titles, warnings }) =>
      warnings.map((warning) => ({ row: number, name: titles[0] ?? '', ...warning })),
    ),
    keptHere: rows.flatMap(({ row, title, changes, picked }) => {
      const lost = changes.flatMap(({ field, loss, picked: isOn }) =>
        picked && isOn && loss !== null ? [[field, loss] as const] : [],
      )
      if (title === null || lost.length === 0) return []
      return [{ row, title, fields: Object.fromEntries(lost) }]
    }),
  }
}
