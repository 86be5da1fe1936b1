import type { ListRow } from '../entry'
import type { FuzzyDate } from '../fuzzy-date'
import type { Names, Vocabulary } from './vocabulary'

/** What a field holds, and with it how it can be asked for. */
export type FieldKind =
  | { readonly type: 'number'; readonly read: (row: ListRow, nowS: number) => number | null }
  /** Raw 0–100, asked for in the format of the account. */
  | { readonly type: 'score'; readonly read: (row: ListRow) => number | null }
  | {
      readonly type: 'choice'
      readonly vocabulary: Vocabulary
      readonly read: (row: ListRow) => string | null
    }
  | { readonly type: 'flag'; readonly read: (row: ListRow) => boolean }
  /** Names of which a title has several; each function gives some of them. */
  | {
      readonly type: 'names'
      readonly read: readonly ((row: ListRow) => readonly string[])[]
    }
  | { readonly type: 'text'; readonly read: (row: ListRow) => string }
  /** The text that plain words are looked for in. */
  | { readonly type: 'title' }
  | { readonly type: 'date'; readonly read: (row: ListRow) => FuzzyDate | null }
  /** Any of some other fields, all of them times. */
  | { readonly type: 'days'; readonly of: readonly ('updated' | 'started' | 'finished')[] }
  /** Unix s; `future` counts `7d` from now on, `past` back from now. */
  | {
      readonly type: 'time'
      readonly way: 'past' | 'future'
      readonly read: (row: ListRow) => number | null
    }

/** Something that a query can ask a row for. */
export interface QueryField {
  readonly names: Names
  readonly kind: FieldKind
}
