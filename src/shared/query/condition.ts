import type { Bounds } from './bounds'
import type { FieldName } from './fields'
import type { Times } from './when'

/** What a field is asked for. */
export type Wanted =
  | { readonly type: 'none' | 'any' }
  | { readonly type: 'numbers'; readonly bounds: Bounds }
  /** One of some values of a choice. */
  | { readonly type: 'choices'; readonly values: readonly string[] }
  | { readonly type: 'flag'; readonly on: boolean }
  /** One of some names; whole ones in quotes, else the begin of a word is enough. */
  | {
      readonly type: 'names'
      readonly names: readonly { readonly text: string; readonly whole: boolean }[]
    }
  | { readonly type: 'times'; readonly times: Times }
  /** A part of a text, folded. */
  | { readonly type: 'text'; readonly texts: readonly string[] }

/** One thing that a row must be, or must not. */
export interface Condition {
  readonly field: FieldName
  readonly negated: boolean
  readonly wanted: Wanted
}
