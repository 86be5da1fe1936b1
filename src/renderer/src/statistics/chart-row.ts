/** One bar in words. */
export interface ChartRow {
  readonly name: string
  readonly value: number
  /** How many, as it is written. */
  readonly count: string
  /** Mean score as it is written; `–` for none. */
  readonly mean: string
  /** Minutes as they are written. */
  readonly time: string
  /** The address of the list behind it. */
  readonly to: string | null
}
