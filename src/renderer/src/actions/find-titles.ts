import type { ListRow } from '../../../shared/entry'
import { searchTermsOf } from '../../../shared/titles'
import { createSimilarTexts } from '../../../shared/typo/similar-texts'
import { filterIndexes } from '../library/filter'
import type { RowSet } from '../library/row-set'
import { fitOf } from './rank'

const looked = 400

/**
 * Finds titles of a list by name, the best first: names that begin as was typed before others, of
 * equal ones what one watches at the moment. Where nothing matches, the nearest.
 */
export function createTitleFinder() {
  const similarTo = createSimilarTexts()

  return (set: RowSet, typed: string, most: number): readonly ListRow[] => {
    const terms = searchTermsOf(typed)
    if (terms.length === 0) return []
    const all = Uint32Array.from(set.rows.keys()).filter((index) => !set.isGone(index))
    const wanted = terms.join(' ')
    const exact = filterIndexes(all, set, wanted)
    if (exact.length === 0) return rowsAt(set, similarTo(all, set.texts, terms).slice(0, most))

    const ranked = [...exact.slice(0, looked)]
      .map((index) => ({ index, fit: bestFit(set, index, wanted), status: statusAt(set, index) }))
      .toSorted((a, b) => a.fit - b.fit || a.status - b.status)
    return rowsAt(
      set,
      Uint32Array.from(ranked.slice(0, most), ({ index }) => index),
    )
  }
}

function bestFit(set: RowSet, index: number, wanted: string): number {
  const names = (set.texts[index] ?? '').split('\n')
  return Math.min(...names.map((name) => fitOf(name, wanted) ?? 3))
}

/** What one is at comes first. */
function statusAt(set: RowSet, index: number): number {
  const status = set.rows[index]?.entry.status
  return status === 'current' || status === 'repeating' ? 0 : 1
}

function rowsAt(set: RowSet, indexes: Uint32Array): readonly ListRow[] {
  return [...indexes].flatMap((index) => set.rows[index] ?? [])
}
