import type { EntryState, ListRow } from '../../../shared/entry'
import type { MediaFormat } from '../../../shared/media'

/** The words that rows share, looked up once and not for each row. */
export interface RowWords {
  readonly format: Readonly<Record<MediaFormat, string>>
  readonly state: Readonly<Record<EntryState, string>>
  readonly private: string
  readonly hasNotes: string
  readonly score: string
  /** What comes next of a title. @param nowS Unix s */
  readonly next: (row: ListRow, nowS: number) => string
  /** When its next or latest episode airs or aired, here and in Japan; `undefined` when not known. */
  readonly airs: (row: ListRow) => string | undefined
}
