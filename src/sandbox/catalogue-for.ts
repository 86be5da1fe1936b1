import { z } from 'zod'
import type { FullOptions } from './options'
import { createCatalogue, type Catalogue } from './world/catalogue'

const birth = z.object({ wall: z.number() })

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
      wall: birthOf(options, wall),
    })
  )
}

/** When the lists were made up: the broadcasts go on from there, also after a restart. */
function birthOf({ kept, onChange }: FullOptions, wall: number): number {
  const known = birth.safeParse(kept('anilist', 'birth')?.[0])
  if (known.success) return known.data.wall
  onChange('anilist', 'birth', '1', { wall })
  return wall
}

function more(count: number): number {
  return Math.ceil(count * 1.1) + 100
}
