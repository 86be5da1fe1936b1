import type { TitleLanguage } from './account'
import type { Entry } from './entry'
import { episodesBehind } from './episodes-out'
import type { Sort, SortKey } from './library-view'
import { type Media, mediaFormats, seasons } from './media'
import type { TitleChoice } from './title-choice'
import { titleOf, titleSortKey } from './titles'

/** What sorting needs of a row of the library. */
export interface Sortable {
  readonly entry: Entry
  readonly media: Media
}

/** The place of every row in the order of titles, and back. */
export interface TitleRanks {
  /** `rankOf[index of the row]` */
  readonly rankOf: Uint32Array
  /** `indexOf[rank]` */
  readonly indexOf: Uint32Array
}

/**
 * What a row is sorted by, a whole number of at most 32 bits; `null` is not known and comes last
 * whichever way one sorts. Titles have none: they are sorted by their rank.
 * @param nowS Unix s, for what depends on what has aired.
 */
export function sortNumber(row: Sortable, key: SortKey, nowS: number): number | null {
  const { entry, media } = row
  switch (key) {
    case 'title':
      return 0
    case 'score':
      return entry.score === null ? null : Math.round(entry.score * 100)
    case 'progress':
      return entry.progress
    case 'updated':
      return entry.updatedAt
    case 'added':
      return entry.createdAt
    case 'started':
      return entry.startedAt
    case 'finished':
      return entry.completedAt
    case 'season':
      return seasonNumber(media)
    case 'format':
      return media.format === 'unknown' ? null : mediaFormats.indexOf(media.format)
    case 'average':
      return media.averageScore === null ? null : Math.round(media.averageScore * 100)
    case 'popularity':
      return media.popularity
    case 'next-episode':
      return media.nextEpisode?.airingAt ?? null
    case 'behind':
      return episodesBehind(media, entry.progress, nowS)
  }
}

/** Ranks rows by title in one language: folded keys by code units, equal ones by their title key. */
export function rankTitles(
  rows: readonly Sortable[],
  choice: TitleLanguage | TitleChoice,
): TitleRanks {
  const keys = rows.map((row) => titleSortKey(titleOf(row.media, choice)))
  const indexes = Array.from(rows, (_, index) => index).sort((a, b) => {
    const one = keys[a] ?? ''
    const other = keys[b] ?? ''
    if (one !== other) return one < other ? -1 : 1
    return (rows[a]?.media.key ?? '') < (rows[b]?.media.key ?? '') ? -1 : 1
  })
  const indexOf = Uint32Array.from(indexes)
  const rankOf = new Uint32Array(indexOf.length)
  indexOf.forEach((index, rank) => (rankOf[index] = rank))
  return { rankOf, indexOf }
}

const rankBits = 2 ** 20
const last = 2 ** 32

/**
 * The rows' indexes in the order of `sort`; equal ones by title, A first. One typed array of
 * numbers is sorted without a comparing function: value above, rank of the title below.
 * Good for up to 2^20 rows.
 */
export function sortIndexes(
  rows: readonly Sortable[],
  ranks: TitleRanks,
  sort: Sort,
  nowS: number,
): Uint32Array {
  if (sort.key === 'title') return sort.descending ? ranks.indexOf.toReversed() : ranks.indexOf
  // Filled by hand: `from` asks an iterator for each, which takes longer than the sorting.
  const packed = new Float64Array(rows.length)
  rows.forEach((row, index) => {
    const value = sortNumber(row, sort.key, nowS)
    const directed = value === null ? last : sort.descending ? -value : value
    packed[index] = directed * rankBits + (ranks.rankOf[index] ?? 0)
  })
  packed.sort()
  const order = new Uint32Array(packed.length)
  for (let at = 0; at < packed.length; at += 1) {
    const key = packed[at] ?? 0
    order[at] = ranks.indexOf[key - Math.floor(key / rankBits) * rankBits] ?? 0
  }
  return order
}

/** Rows in the order of `sort`, for lists that are sorted once. `nowS` is Unix s. */
export function sortRows<R extends Sortable>(
  rows: readonly R[],
  sort: Sort,
  choice: TitleLanguage | TitleChoice,
  nowS: number,
): readonly R[] {
  const order = sortIndexes(rows, rankTitles(rows, choice), sort, nowS)
  return Array.from(order, (index) => rows[index]).filter((row) => row !== undefined)
}

function seasonNumber(media: Media): number | null {
  const year = media.seasonYear ?? (media.startDate ? Math.floor(media.startDate / 10_000) : 0)
  if (!year) return null
  return year * 10 + (media.season ? seasons.indexOf(media.season) + 1 : 0)
}
