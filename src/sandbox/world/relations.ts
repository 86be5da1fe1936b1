import type { Catalogue } from './catalogue'
import type { Series } from './series'

export type Relation = 'SEQUEL' | 'PREQUEL' | 'ADAPTATION' | 'SOURCE' | 'SIDE_STORY' | 'PARENT'

export interface Related {
  id: number
  series: Series
  relation: Relation
}

/**
 * Titles that belong together: some follow one another in the catalogue, some share their place
 * in it between anime and manga. Each relation is seen from both ends.
 */
export function relationsOf(series: Series, catalogue: Catalogue): Related[] {
  const own = catalogue.of(series.type)
  const other = catalogue.of(series.type === 'anime' ? 'manga' : 'anime')
  const at = catalogue.placeOf(series)
  const found: Omit<Related, 'id'>[] = []
  const add = (related: Series | undefined, relation: Relation): void => {
    if (related) found.push({ series: related, relation })
  }
  if (at % 4 === 0) add(own[at + 1], 'SEQUEL')
  if (at % 4 === 1) add(own[at - 1], 'PREQUEL')
  if (at % 4 === 2) add(own[at + 1], 'SIDE_STORY')
  if (at % 4 === 3) add(own[at - 1], 'PARENT')
  if (at % 5 === 0) add(other[at], series.type === 'anime' ? 'SOURCE' : 'ADAPTATION')
  return found.map((related, place) => ({ ...related, id: series.id * 10 + place }))
}
