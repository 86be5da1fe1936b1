import { fuzzyDate, type FuzzyDate } from '../../shared/fuzzy-date'
import { between, pick } from '../core/random'
import type { Broadcast, Series, SeriesFormat, SeriesStatus } from './series'
import { madeUpFacts, randomOf } from './series-facts'
import { romajiOf } from './romaji'
import type { Title } from './titles'

const formats: Readonly<Record<string, SeriesFormat>> = {
  tv: 'TV',
  movie: 'MOVIE',
  ova: 'OVA',
  web: 'ONA',
}
const weekMs = 7 * 24 * 3600 * 1000

/** A real title with what is known of it; the rest is made up, and the same each time. */
export function animeOf(title: Title, order: number, seed: number, broadcast?: Broadcast): Series {
  const random = randomOf(title.anilist, seed)
  const format = formats[title.format] ?? 'TV'
  const begin = Date.parse(title.begin)
  const end = Date.parse(title.end)
  const romaji = romajiOf(title.native) ?? (title.english || title.native)
  return {
    ...madeUpFacts(title.anilist, romaji, false, seed),
    id: title.anilist,
    idMal: title.mal || null,
    idAnisearch: title.anisearch || 2000 + order,
    type: 'anime',
    format,
    romaji,
    english: title.english || null,
    native: title.native,
    synonyms: random() < 0.2 ? [`${romaji} (${new Date(begin).getUTCFullYear()})`] : [],
    start: dayOf(broadcast ? broadcast.firstAt * 1000 : begin),
    end: broadcast ? lastDay(broadcast) : dayOf(end),
    status: statusOf(title, broadcast),
    broadcast: broadcast ?? null,
    episodes: broadcast ? broadcast.total : episodesOf(format, begin, end, random),
    duration: format === 'MOVIE' ? between(random, 45, 130) : pick(random, [24, 24, 24, 23, 12, 5]),
    chapters: null,
    volumes: null,
    popularity: title.sites ** 3 * 25 + between(random, 10, 900),
    country: 'JP',
  }
}

/** An anime that does not exist, above the number of real ones. */
export function madeUpAnime(
  order: number,
  names: { romaji: string; native: string },
  seed: number,
  broadcast?: Broadcast,
): Series {
  const id = 700_001 + order
  const random = randomOf(id, seed)
  const adult = random() < 0.04
  const year = between(random, 1985, 2024)
  const format = pick(random, [
    'TV',
    'TV',
    'TV',
    'TV_SHORT',
    'OVA',
    'ONA',
    'SPECIAL',
    'MUSIC',
  ] as const)
  const start = broadcast
    ? dayOf(broadcast.firstAt * 1000)
    : fuzzyDate({ year, month: between(random, 0, 12), day: 0 })
  return {
    ...madeUpFacts(id, names.romaji, adult, seed),
    id,
    idMal: random() < 0.05 ? null : 800_001 + order,
    idAnisearch: 20_001 + order,
    type: 'anime',
    format: broadcast ? 'TV' : format,
    ...names,
    english: null,
    synonyms: [],
    start,
    end: broadcast ? lastDay(broadcast) : fuzzyDate({ year: year + 1, month: 0, day: 0 }),
    status: broadcast ? 'RELEASING' : 'FINISHED',
    broadcast: broadcast ?? null,
    episodes: broadcast ? broadcast.total : pick(random, [1, 6, 12, 12, 13, 24, 26, 51]),
    duration: pick(random, [24, 23, 12, 5]),
    chapters: null,
    volumes: null,
    popularity: between(random, 5, 20_000),
    country: 'JP',
  }
}

function statusOf(title: Title, broadcast: Broadcast | undefined): SeriesStatus {
  return broadcast || (!title.end && title.broadcast) ? 'RELEASING' : 'FINISHED'
}

function episodesOf(
  format: SeriesFormat,
  begin: number,
  end: number,
  random: () => number,
): number | null {
  if (format === 'MOVIE') return 1
  const weeks = Math.round((end - begin) / weekMs) + 1
  if (weeks > 1 && weeks < 1500) return weeks
  if (random() < 0.05) return null
  return format === 'TV' ? pick(random, [12, 12, 13, 24]) : between(random, 1, 6)
}

function lastDay({ firstAt, total }: Broadcast): FuzzyDate | null {
  return total === null ? null : dayOf(firstAt * 1000 + (total - 1) * weekMs)
}

/** The day in Japan of a time in Unix ms; null for no time. */
function dayOf(ms: number): FuzzyDate | null {
  if (Number.isNaN(ms)) return null
  const date = new Date(ms + 9 * 3600 * 1000)
  return fuzzyDate({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  })
}
