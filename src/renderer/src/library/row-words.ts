import type { EntryState, ListRow } from '../../../shared/entry'
import type { ColumnId } from './columns'
import type { ListLook } from './look'

/** The words that rows share, looked up once and not for each row. */
export interface RowWords {
  readonly state: Readonly<Record<EntryState, string>>
  readonly private: string
  readonly hasNotes: string
  readonly score: string
  /** When its next or latest episode airs or aired, here and in Japan; `undefined` when not known. */
  readonly airs: (row: ListRow) => string | undefined
  readonly select: string
  readonly hidden: string
  /** What a row shows in each column. */
  readonly cells: Readonly<Record<ColumnId, (row: ListRow, look: ListLook) => string>>
}
