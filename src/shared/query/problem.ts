export type ProblemReason =
  /** Looks like a field and is none; taken as plain text. */
  | 'unknown-field'
  | 'unknown-value'
  | 'value-missing'
  | 'not-a-number'
  | 'not-a-time'
  /** More or less of something that only is or is not. */
  | 'no-comparison'
  | 'open-quote'

/** What is wrong with a part of a query, and what may have been meant. */
export interface Problem {
  readonly reason: ProblemReason
  /** UTF-16 units from the start of the query, `to` behind the last one. */
  readonly from: number
  readonly to: number
  /** What stands there. */
  readonly text: string
  /** The field as it was typed; empty for plain text. */
  readonly field: string
  /** What could stand there instead. */
  readonly suggestion: string | null
}
