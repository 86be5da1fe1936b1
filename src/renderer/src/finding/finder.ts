import { matcherOf, type QueryContext } from '../../../shared/query/matches'
import type { Problem } from '../../../shared/query/problem'
import { type Query, readQuery } from '../../../shared/query/query'
import { createSimilarTexts } from '../../../shared/typo/similar-texts'
import { createFilter } from '../library/filter'
import { type Indexes, pick } from '../library/pick'
import type { RowSet } from '../library/row-set'
import { columnsOf } from './columns-of'

export interface Found {
  readonly indexes: Indexes
  /** Nothing matches exactly: these are the nearest titles, the nearest first. */
  readonly similar: boolean
  readonly problems: readonly Problem[]
}

interface Asked {
  readonly set: RowSet
  readonly indexes: Indexes
  readonly key: string
  readonly met: Indexes
}

/**
 * Finds the rows that a query asks for, out of some indexes of a list, in their order. Remembers its
 * last answer: who types on in plain words looks only through what is left.
 */
export function createFinder() {
  const filter = createFilter()
  const similarTo = createSimilarTexts()
  let last: Asked | null = null

  /** The rows that meet the conditions, plain words aside. */
  function meeting(set: RowSet, indexes: Indexes, query: Query, context: QueryContext): Indexes {
    if (query.conditions.length === 0) return indexes
    const key = JSON.stringify([query.asked, context])
    if (last?.set === set && last.indexes === indexes && last.key === key) return last.met
    const isMet = matcherOf(query.conditions, columnsOf(set), context)
    const met = pick(indexes, isMet)
    last = { set, indexes, key, met }
    return met
  }

  return (set: RowSet, indexes: Indexes, typed: string, context: QueryContext): Found => {
    const query = readQuery(typed)
    const met = meeting(set, indexes, query, context)
    const exact = filter(met, set, query.terms.join(' '))
    const { problems } = query
    if (exact.length > 0 || query.terms.length === 0 || met.length === 0) {
      return { indexes: exact, similar: false, problems }
    }
    const near = similarTo(met, set.texts, query.terms)
    return { indexes: near, similar: near.length > 0, problems }
  }
}
