import type { TitleKey } from '../../../shared/media'
import type { BackupRow } from '../model'
import type { Catalogue, CatalogueTitle } from './catalogue'
import { type Evidence, rate } from './confidence'
import { createNames } from './names'

export interface Candidate {
  readonly title: TitleKey
  /** 0–1. */
  readonly confidence: number
  readonly evidence: readonly Evidence[]
}

/** From here on a title is taken without asking. */
export const sureEnough = 0.85

/** A second one this close makes the first a guess. */
const margin = 0.06

/** Below this a title is not even worth asking about. */
const worthAsking = 0.5

const mostCandidates = 3
const nearNames = 8

/**
 * Titles that a row may mean by its name, the likeliest first: at most three, and `isSure` only if
 * the first is sure enough and no other is close.
 */
export function findByTitle(
  row: BackupRow,
  catalogue: Catalogue,
): { candidates: readonly Candidate[]; isSure: boolean } {
  const found = new Set<CatalogueTitle>()
  const take = (titles: readonly CatalogueTitle[]) => {
    for (const title of titles) if (!contradicts(row, title)) found.add(title)
  }
  for (const name of row.titles) take(catalogue.sameName(row.kind, name))
  if (found.size === 0) for (const name of row.titles) take(catalogue.looseName(row.kind, name))
  if (found.size === 0) {
    const [name] = row.titles
    if (name !== undefined) take(catalogue.nearNames(row.kind, name, nearNames))
  }
  const ours = createNames(row.titles)
  const candidates = [...found]
    .map((title) => {
      const theirs = catalogue.namesOf(title)
      return { title: title.key, ...rate(row, title, { ours, theirs }) }
    })
    .filter(({ confidence }) => confidence >= worthAsking)
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, mostCandidates)
  const [first, second] = candidates
  const isSure =
    first !== undefined &&
    first.confidence >= sureEnough &&
    first.confidence - (second?.confidence ?? 0) >= margin
  return { candidates, isSure }
}

/** Two different ids of MyAnimeList are two titles, whatever their names. */
function contradicts(row: BackupRow, title: CatalogueTitle): boolean {
  return row.ids.mal !== undefined && title.malId !== null && row.ids.mal !== title.malId
}
