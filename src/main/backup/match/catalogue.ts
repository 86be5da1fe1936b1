import type { Media, MediaFormat, MediaKind, TitleKey } from '../../../shared/media'
import { kindOf } from '../../../shared/media'
import { foldTitle, looseTitle, titleWords } from './fold'
import { createNames, type Names } from './names'

/** What matching needs to know of a title that the service has. */
export interface CatalogueTitle {
  readonly key: TitleKey
  readonly malId: number | null
  /** Every name it goes by. */
  readonly names: readonly string[]
  readonly format: MediaFormat | null
  readonly year: number | null
  readonly episodes: number | null
  readonly chapters: number | null
  readonly volumes: number | null
  /** It goes by other names too, which are not known here: another name says nothing. */
  readonly fewNames?: true
}

/** A title of the database in the shape in which it is matched. */
export function catalogueTitle(media: Media): CatalogueTitle {
  const { romaji, english, native } = media.titles
  return {
    key: media.key,
    malId: media.malId,
    names: [romaji, english, native, ...media.synonyms].filter((name) => name !== null),
    format: media.format === 'unknown' ? null : media.format,
    year: media.seasonYear ?? (Math.floor((media.startDate ?? 0) / 10_000) || null),
    episodes: media.episodes,
    chapters: media.chapters,
    volumes: media.volumes,
  }
}

export interface Catalogue {
  has(key: TitleKey): boolean
  get(key: TitleKey): CatalogueTitle | null
  /** The names of a title, prepared once. */
  namesOf(title: CatalogueTitle): Names
  byMalId(kind: MediaKind, id: number): readonly CatalogueTitle[]
  /** Titles one of whose names folds to the same. */
  sameName(kind: MediaKind, name: string): readonly CatalogueTitle[]
  /** Titles that differ only in how they write their season. */
  looseName(kind: MediaKind, name: string): readonly CatalogueTitle[]
  /** Up to `most` titles that share the rarest words with a name. */
  nearNames(kind: MediaKind, name: string, most: number): readonly CatalogueTitle[]
}

/** A word that more titles than this have says nothing. */
const commonWord = 500
/** The rarest words of a name are enough to find what is like it, and so is a handful of titles. */
const mostWords = 6
const enoughTitles = 300

/**
 * Indexes titles for matching; each index is made only when something asks for it. With `one`, which
 * knows the same titles by key, they are not even gone through while all rows have their ids.
 */
export function createCatalogue(
  titles: Iterable<CatalogueTitle>,
  one: ((key: TitleKey) => CatalogueTitle | null) | null = null,
): Catalogue {
  const all = lazily(() => {
    const byKey = new Map<TitleKey, CatalogueTitle>()
    for (const title of titles) if (!byKey.has(title.key)) byKey.set(title.key, title)
    return byKey
  })
  // Only as long as somebody has the title.
  const names = new WeakMap<CatalogueTitle, Names>()
  const byMal = lazily(() => indexMalIds(all().values()))
  const byName = lazily(() => index(all().values(), (name) => [foldTitle(name)]))
  const byLoose = lazily(() => index(all().values(), (name) => [looseTitle(name)]))
  const byWord = lazily(() => index(all().values(), titleWords))
  const get = one === null ? (key: TitleKey) => all().get(key) ?? null : rememberingLast(one)

  return {
    has: (key) => get(key) !== null,
    get,
    namesOf(title) {
      const known = names.get(title)
      if (known !== undefined) return known
      const made = createNames(title.names)
      names.set(title, made)
      return made
    },
    byMalId: (kind, id) => byMal().get(`${kind}:${id}`) ?? [],
    sameName: (kind, name) => byName().get(`${kind}:${foldTitle(name)}`) ?? [],
    looseName: (kind, name) => byLoose().get(`${kind}:${looseTitle(name)}`) ?? [],
    nearNames(kind, name, most) {
      const rarest = [...new Set(titleWords(name))]
        .map((word) => byWord().get(`${kind}:${word}`) ?? [])
        .filter((titles) => titles.length > 0 && titles.length <= commonWord)
        .sort((a, b) => a.length - b.length)
        .slice(0, mostWords)
      const weights = new Map<CatalogueTitle, number>()
      for (const titles of rarest) {
        if (weights.size > enoughTitles) break
        const weight = 1 / (1 + Math.log2(titles.length))
        for (const title of titles) weights.set(title, (weights.get(title) ?? 0) + weight)
      }
      return heaviest(weights, most)
    },
  }
}

function heaviest(weights: ReadonlyMap<CatalogueTitle, number>, most: number): CatalogueTitle[] {
  const best: [title: CatalogueTitle, weight: number][] = []
  for (const pair of weights) {
    if (best.length === most && pair[1] <= (best.at(-1)?.[1] ?? 0)) continue
    best.push(pair)
    best.sort(([, a], [, b]) => b - a)
    best.length = Math.min(best.length, most)
  }
  return best.map(([title]) => title)
}

type Index = Map<string, CatalogueTitle[]>

function index(
  titles: Iterable<CatalogueTitle>,
  keysOf: (name: string) => readonly string[],
): Index {
  const found: Index = new Map()
  for (const title of titles) {
    const kind = kindOf(title.key)
    for (const name of title.names) {
      for (const key of keysOf(name)) add(found, `${kind}:${key}`, title)
    }
  }
  return found
}

function indexMalIds(titles: Iterable<CatalogueTitle>): Index {
  const found: Index = new Map()
  for (const title of titles) {
    if (title.malId !== null) add(found, `${kindOf(title.key)}:${title.malId}`, title)
  }
  return found
}

/** Titles come one after the other, so a title that was just added is the last. */
function add(index: Index, key: string, title: CatalogueTitle): void {
  const titles = index.get(key)
  if (titles === undefined) index.set(key, [title])
  else if (titles.at(-1) !== title) titles.push(title)
}

/** A row asks for its title more than once, one row after the other. */
function rememberingLast(one: (key: TitleKey) => CatalogueTitle | null) {
  let last: { key: TitleKey; title: CatalogueTitle | null } | null = null
  return (key: TitleKey) => {
    if (last?.key !== key) last = { key, title: one(key) }
    return last.title
  }
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}
