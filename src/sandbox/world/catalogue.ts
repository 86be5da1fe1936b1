import { createRandom, pick } from '../core/random'
import { createCast, type Cast } from './cast'
import { animeOf, madeUpAnime } from './anime'
import { madeUpManga } from './manga'
import { createTitleMaker } from './made-up-titles'
import type { Broadcast, Series, SeriesType } from './series'
import type { Title } from './titles'

export interface CatalogueOptions {
  /** Real anime; none gives made-up ones only. */
  titles?: readonly Title[]
  /** At least so many of each. */
  anime?: number
  manga?: number
  seed?: number
  /** Unix ms around which series are on air. */
  wall: number
}

/** All titles that the services know. It never changes and may be shared by many sandboxes. */
export interface Catalogue {
  seed: number
  get(id: number): Series | undefined
  byMal(type: SeriesType, idMal: number): Series | undefined
  byAnisearch(type: SeriesType, id: number): Series | undefined
  of(type: SeriesType): readonly Series[]
  /** The place of a title in the list of its type. */
  placeOf(series: Series): number
  /** The people behind the titles, made when first asked for. */
  cast(): Cast
}

const weekSeconds = 7 * 24 * 3600
const onAir = 40
const upcoming = 12

export function createCatalogue(options: CatalogueOptions): Catalogue {
  const seed = options.seed ?? 1
  const makeTitle = createTitleMaker(createRandom(seed))
  const real = (options.titles ?? []).filter((title) => title.anilist > 0)
  const broadcasts = chooseBroadcasts(real, options.wall, seed)
  const anime = real.map((title, at) => animeOf(title, at, seed, broadcasts.get(title.anilist)))
  for (let at = 0; anime.length < (options.anime ?? 0); at++) {
    const slot = real.length === 0 && at < onAir + upcoming
    const made = slot ? madeUpBroadcast(at, options.wall, seed) : undefined
    anime.push(madeUpAnime(at, makeTitle(), seed, made))
  }
  const manga = Array.from({ length: options.manga ?? 0 }, (_, at) =>
    madeUpManga(at, makeTitle(), seed),
  )
  return indexed({ anime, manga }, seed)
}

function indexed(lists: Readonly<Record<SeriesType, Series[]>>, seed: number): Catalogue {
  const all = [...lists.anime, ...lists.manga]
  const byId = new Map(all.map((series) => [series.id, series]))
  const byMal = new Map(all.map((series) => [`${series.type}${series.idMal}`, series]))
  const byAnisearch = new Map(all.map((series) => [`${series.type}${series.idAnisearch}`, series]))
  const places = new Map(
    [lists.anime, lists.manga].flatMap((list) =>
      list.map((series, at): [number, number] => [series.id, at]),
    ),
  )
  let cast: Cast | null = null
  const catalogue: Catalogue = {
    seed,
    get: (id) => byId.get(id),
    byMal: (type, idMal) => byMal.get(`${type}${idMal}`),
    byAnisearch: (type, id) => byAnisearch.get(`${type}${id}`),
    of: (type) => lists[type],
    placeOf: (series) => places.get(series.id) ?? -1,
    cast: () => (cast ??= createCast(catalogue)),
  }
  return catalogue
}

/** Lets the newest real series be on air now or soon, on the weekday and hour they really had. */
function chooseBroadcasts(
  titles: readonly Title[],
  wall: number,
  seed: number,
): Map<number, Broadcast> {
  const newest = titles
    .filter((title) => title.format === 'tv' && title.broadcast)
    .sort((a, b) => b.begin.localeCompare(a.begin))
    .slice(0, onAir + upcoming)
  return new Map(
    newest.map((title, at) => {
      const slot = Math.floor(Date.parse(title.broadcast.split('/')[1] ?? title.begin) / 1000)
      return [title.anilist, broadcastFrom(slot, at, wall, seed)]
    }),
  )
}

function madeUpBroadcast(order: number, wall: number, seed: number): Broadcast {
  const random = createRandom(seed + order)
  return broadcastFrom(Math.floor(random() * 7 * 24) * 3600, order, wall, seed)
}

/** A run on the given weekly slot (Unix s): under way, or for the last ones still to come. */
function broadcastFrom(slot: number, order: number, wall: number, seed: number): Broadcast {
  const random = createRandom(seed * 31 + order)
  const now = Math.floor(wall / 1000)
  const latest = now - mod(now - slot, weekSeconds)
  const weeksAgo = order < onAir ? Math.floor(random() * 10) : -1 - Math.floor(random() * 6)
  return {
    firstAt: latest - weeksAgo * weekSeconds,
    total: pick(random, [12, 12, 13, 24, 25, null]),
  }
}

function mod(value: number, size: number): number {
  return ((value % size) + size) % size
}
