import type { SeasonTitle } from '../../../shared/airing-season'
import { type MediaFormat, mediaFormats } from '../../../shared/media'

/** What of a season is shown; several hold together. */
export const seasonWishes = ['new', 'missing', 'sequels'] as const
export type SeasonWish = (typeof seasonWishes)[number]

export interface FormatGroup {
  readonly format: MediaFormat
  readonly titles: readonly SeasonTitle[]
}

const fits: Readonly<Record<SeasonWish, (title: SeasonTitle) => boolean>> = {
  new: ({ isNew }) => isNew === true,
  missing: ({ entry }) => entry === null,
  sequels: ({ isSequelOfMine }) => isSequelOfMine,
}

/** The titles for which all wishes hold, by format, in each the most popular first. */
export function seasonGroups(
  titles: readonly SeasonTitle[],
  wishes: readonly SeasonWish[],
): readonly FormatGroup[] {
  const found = titles.filter((title) => wishes.every((wish) => fits[wish](title)))
  return mediaFormats.flatMap((format) => {
    const group = found.filter((title) => title.format === format)
    return group.length > 0 ? [{ format, titles: group.sort(byPopularity) }] : []
  })
}

/** For how many titles each wish holds by itself; `null` where the service does not tell. */
export function wishCounts(
  titles: readonly SeasonTitle[],
): Readonly<Record<SeasonWish, number | null>> {
  const count = (wish: SeasonWish) => titles.filter(fits[wish]).length
  const isTold = titles.some(({ isNew }) => isNew !== null)
  return {
    new: isTold ? count('new') : null,
    missing: count('missing'),
    sequels: isTold ? count('sequels') : null,
  }
}

function byPopularity(a: SeasonTitle, b: SeasonTitle): number {
  return (b.popularity ?? -1) - (a.popularity ?? -1)
}
