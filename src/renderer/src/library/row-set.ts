import type { ListRow } from '../../../shared/entry'
import type { TitleKey } from '../../../shared/media'
import { searchTextOf } from '../../../shared/titles'
import { type Facts, factsOf } from './facts'
import { lettersIn } from './letters'

export type RowSet = ReturnType<typeof createRowSet>

/**
 * All rows of one list in plain arrays, so that 50,000 of them cost nothing to look through. A row
 * keeps its index for good: a removed one is only marked as gone and gets its place back when it
 * returns.
 */
export function createRowSet() {
  const rows: ListRow[] = []
  const texts: string[] = []
  const letters: number[] = []
  const facts: Facts[] = []
  const indexOf = new Map<TitleKey, number>()
  const gone = new Set<number>()
  let renames = 0

  function name(index: number, row: ListRow) {
    const text = searchTextOf(row.media)
    texts[index] = text
    letters[index] = lettersIn(text)
  }

  return {
    rows: rows as readonly ListRow[],
    /** What the filter looks through, by index. */
    texts: texts as readonly string[],
    /** Which letters are in them. */
    letters: letters as readonly number[],
    /** Grows when a row that was there got other names. */
    renames: () => renames,
    /** What decides where a row belongs, by index. */
    facts: facts as readonly Facts[],
    indexOf: (title: TitleKey) => indexOf.get(title),
    isGone: (index: number) => gone.has(index),
    size: () => rows.length - gone.size,

    get(title: TitleKey): ListRow | undefined {
      const index = indexOf.get(title)
      return index === undefined || gone.has(index) ? undefined : rows[index]
    },

    /** Takes a row in, or its newer version; returns the version before. */
    put(row: ListRow): ListRow | undefined {
      const known = indexOf.get(row.title)
      if (known === undefined) {
        indexOf.set(row.title, rows.length)
        rows.push(row)
        facts.push(factsOf(row))
        name(rows.length - 1, row)
        return undefined
      }
      const before = rows[known]
      rows[known] = row
      facts[known] = factsOf(row)
      if (!before || !sameNames(before, row)) {
        name(known, row)
        renames += 1
      }
      return gone.delete(known) ? undefined : before
    },

    /** Returns whether it was there. */
    remove(title: TitleKey): boolean {
      const index = indexOf.get(title)
      if (index === undefined || gone.has(index)) return false
      gone.add(index)
      return true
    },
  }
}

function sameNames(a: ListRow, b: ListRow) {
  const [one, other] = [a.media, b.media]
  return (
    one.titles.romaji === other.titles.romaji &&
    one.titles.english === other.titles.english &&
    one.titles.native === other.titles.native &&
    one.synonyms.length === other.synonyms.length
  )
}
