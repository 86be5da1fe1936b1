import { searchTermsOf } from '../../../shared/titles'
import { isOneLetter, lettersIn } from './letters'
import { type Indexes, pick } from './pick'
import type { RowSet } from './row-set'

/** What the filter looks through, by index. */
export type Names = Pick<RowSet, 'texts' | 'letters' | 'renames'>

/** The indexes whose row has every typed term in one of its names; the order stays. */
export function filterIndexes(indexes: Indexes, names: Names, typed: string): Indexes {
  const { texts, letters } = names
  const terms = searchTermsOf(typed)
  if (terms.length === 0) return indexes
  const wanted = lettersIn(terms.join(''))
  const parts = terms.filter((term) => !isOneLetter(term))
  return pick(indexes, (index) => {
    if (((letters[index] ?? 0) & wanted) !== wanted) return false
    return parts.length === 0 || hasAll(texts[index] ?? '', parts)
  })
}

function hasAll(text: string, parts: readonly string[]) {
  for (const part of parts) if (!text.includes(part)) return false
  return true
}

interface Answer {
  readonly typed: string
  readonly found: Indexes
}

/**
 * Filters, and remembers the answers on the way: who types on looks only through what is left, who
 * takes letters back looks at nothing.
 */
export function createFilter() {
  let from: Indexes | undefined
  let names: Names | undefined
  let renames = 0
  const answers: Answer[] = []

  return (indexes: Indexes, among: Names, typed: string): Indexes => {
    if (from !== indexes || names !== among || renames !== among.renames()) answers.length = 0
    from = indexes
    names = among
    renames = among.renames()
    while (answers.length > 0 && !typed.startsWith(answers.at(-1)?.typed ?? '')) answers.pop()
    const last = answers.at(-1)
    if (last?.typed === typed) return last.found
    const found = filterIndexes(last?.found ?? indexes, among, typed)
    answers.push({ typed, found })
    return found
  }
}
