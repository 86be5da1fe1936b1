/** A part of something longer. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly hasNext: boolean
  /** How many there are in all; `null` where the service does not tell, or not rightly. */
  readonly total: number | null
}

/** All that there is, of something that comes without pages. */
export function wholePage<T>(items: readonly T[]): Page<T> {
  return { items, hasNext: false, total: items.length }
}
