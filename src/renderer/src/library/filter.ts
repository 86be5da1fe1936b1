import { searchTermsOf } from '../../../shared/titles'
import type { RowSet } from './row-set'

/** Indexes of rows in the order in which they are shown. */
export type Indexes = Uint32Array

/** The indexes whose row has every typed term in one of its names; the order stays. */
export function filterIndexes(indexes: Indexes, texts: RowSet['texts'], typed: string): Indexes {
  const terms = searchTermsOf(typed)
  if (terms.length === 0) return indexes
  const [first = '', ...others] = terms
  return indexes.filter((index) => {
    const text = texts[index]
    return text?.includes(first) && others.every((term) => text.includes(term))
  })
}

/**
 * Filters, and remembers the last answer: who types on looks only through what is left.
 */
export function createFilter() {
  let last: { from: Indexes; texts: RowSet['texts']; typed: string; found: Indexes } | undefined

  return (indexes: Indexes, texts: RowSet['texts'], typed: string): Indexes => {
    const narrows =
      last?.from === indexes && last.texts === texts && last.typed && typed.startsWith(last.typed)
    const found = filterIndexes(narrows && last ? last.found : indexes, texts, typed)
    last = { from: indexes, texts, typed, found }
    return found
  }
}
