import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import { createFinder } from '../../src/renderer/src/finding/finder'
import { createRowSet } from '../../src/renderer/src/library/row-set'
import type { ListRow } from '../../src/shared/entry'
import { fold } from '../../src/shared/titles'
import { type Report, spread } from '../figure'
import { keystrokes } from './keystrokes'

/** Finds the rows for a text; the number of them. */
type Search = (text: string) => number

/** The same keystrokes over the same names by our filter and by two that others wrote. */
export function measureSearch(rows: readonly ListRow[], report: Report): void {
  const n = rows.length
  const makers = {
    'library.search': searchOurs,
    'library.peer.fuse': searchFuse,
    'library.peer.minisearch': searchMinisearch,
  }
  for (const [figure, make] of Object.entries(makers)) {
    const search = make(rows)
    const texts = [...keystrokes()]
    for (const text of texts.slice(0, 10)) search(text)
    const times = texts.map((text) => {
      const started = performance.now()
      search(text)
      return performance.now() - started
    })
    report({ figure, n, unit: 'ms', ...spread(times) })
  }
}

function searchOurs(rows: readonly ListRow[]): Search {
  const set = createRowSet()
  for (const row of rows) set.put(row)
  const all = Uint32Array.from(rows.keys())
  const find = createFinder()
  const context = {
    nowS: 1_768_000_000,
    zone: 'UTC',
    scoreFormat: 'point-10-decimal',
    scoreTable: 'anilist',
  } as const
  return (text) => find(set, all, text, context).indexes.length
}

function namesOf({ media: { titles, synonyms } }: ListRow): readonly string[] {
  return [titles.romaji, titles.english, titles.native, ...synonyms].flatMap((name) =>
    name === null ? [] : [fold(name)],
  )
}

function searchFuse(rows: readonly ListRow[]): Search {
  const documents = rows.map((row) => ({ names: namesOf(row) }))
  // No slips allowed and any place in a name: as close to ours, and as fast, as it goes.
  const fuse = new Fuse(documents, { keys: ['names'], threshold: 0, ignoreLocation: true })
  return (text) => (text === '' ? documents.length : fuse.search(fold(text)).length)
}

function searchMinisearch(rows: readonly ListRow[]): Search {
  const index = new MiniSearch<{ id: number; names: string }>({ fields: ['names'] })
  index.addAll(rows.map((row, id) => ({ id, names: namesOf(row).join('\n') })))
  const options = { prefix: true, combineWith: 'AND' } as const
  return (text) => (text === '' ? rows.length : index.search(fold(text), options).length)
}
