import { between, createRandom, pick, sample } from '../core/random'
import { adultGenre, genres, type Series } from './series'

const sources = ['ORIGINAL', 'MANGA', 'LIGHT_NOVEL', 'VISUAL_NOVEL', 'VIDEO_GAME', 'OTHER', 'NOVEL']

type Facts = Pick<
  Series,
  'genres' | 'tags' | 'score' | 'source' | 'description' | 'cover' | 'updatedAt' | 'adult'
>

/** A generator of its own for each title, so that nothing depends on how many others there are. */
export function randomOf(id: number, seed: number): () => number {
  return createRandom(Math.imul(id, 0x9e3779b1) ^ seed)
}

/** What no source tells us about a title, made up but always the same. */
export function madeUpFacts(id: number, romaji: string, adult: boolean, seed: number): Facts {
  const random = randomOf(id, seed)
  const own = sample(random, genres, between(random, 1, 4)).sort()
  return {
    genres: adult ? [...own, adultGenre].sort() : own,
    tags: sample(random, tagIds, between(random, 0, 5)),
    score: random() < 0.06 ? null : Math.min(94, Math.max(31, Math.round(52 + random() * 38))),
    source: pick(random, sources),
    description: `${romaji}: a story of ${own.join(', ').toLowerCase()}.<br><br>\n(Source: made up for the sandbox)`,
    cover: random() < 0.5,
    updatedAt: 1_700_000_000 + between(random, 0, 50_000_000),
    adult,
  }
}

/** The tags that titles of the sandbox may have. */
export const seriesTags = [
  { id: 29, name: 'Magic', category: 'Theme-Fantasy', isAdult: false },
  { id: 39, name: 'Parody', category: 'Theme-Comedy', isAdult: false },
  { id: 46, name: 'School', category: 'Setting-Scene', isAdult: false },
  { id: 56, name: 'Shounen', category: 'Demographic', isAdult: false },
  { id: 53, name: 'Seinen', category: 'Demographic', isAdult: false },
  { id: 63, name: 'Space', category: 'Setting-Universe', isAdult: false },
  { id: 82, name: 'Male Protagonist', category: 'Cast-Main Cast', isAdult: false },
  { id: 98, name: 'Female Protagonist', category: 'Cast-Main Cast', isAdult: false },
  { id: 96, name: 'Time Manipulation', category: 'Theme-Sci-Fi', isAdult: false },
  { id: 142, name: 'Food', category: 'Theme-Slice of Life', isAdult: false },
  { id: 198, name: 'Foreign', category: 'Setting-Scene', isAdult: false },
  { id: 244, name: 'Isekai', category: 'Theme-Fantasy', isAdult: false },
  { id: 322, name: 'Assassins', category: 'Cast-Traits', isAdult: false },
  { id: 100, name: 'Nudity', category: 'Sexual Content', isAdult: true },
] as const

const tagIds = seriesTags.filter((tag) => !tag.isAdult).map((tag) => tag.id)
