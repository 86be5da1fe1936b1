import type { FullOptions } from './options'
import { createCatalogue, type Catalogue } from './world/catalogue'

/** The given catalogue, or one with some more titles than are on the lists. `wall` in Unix ms. */
export function catalogueFor(options: FullOptions, wall: number): Catalogue {
  const { catalogue, titles, entries, seed } = options
  return (
    catalogue ??
    createCatalogue({
      titles,
      anime: more(entries.anime),
      manga: more(entries.manga),
      seed,
      wall,
    })
  )
}

function more(count: number): number {
  return Math.ceil(count * 1.1) + 100
}
