import type { Airing } from '../community/airing'
import type { Page } from '../community/paging'
import type {
  ExternalLink,
  Recommendation,
  SeriesDetails,
  SeriesPage,
  SeriesPart,
  SeriesPeople,
} from '../community/series'
import type { Look, Looked } from '../looked-up'
import type { TitleKey } from '../media'

/** A link without its address: main opens it by its place. */
export type ShownLink = Omit<ExternalLink, 'url'>

type Shown<T> = Omit<T, 'links'> & { readonly links: readonly ShownLink[] }
export type ShownDetails = Shown<SeriesDetails>
export type ShownSeries = Shown<SeriesPage>

export interface SeriesCalls {
  /** A title's page; the people on it are the first of them. */
  'series:page': (look: Look, title: TitleKey) => Looked<ShownSeries>
  /** What is told of the title itself. */
  'series:details': (look: Look, title: TitleKey) => Looked<ShownDetails>
  'series:people': (
    look: Look,
    title: TitleKey,
    part: SeriesPart,
    page: number,
  ) => Looked<SeriesPeople>
  'series:recommendations': (
    look: Look,
    title: TitleKey,
    page: number,
  ) => Looked<Page<Recommendation>>
  /** All known episodes of an anime. */
  'series:airings': (look: Look, title: TitleKey) => Looked<readonly Airing[]>
  /** Opens the trailer, or a link by its place, in the browser; answers whether it was opened. */
  'series:open': (accountId: number, title: TitleKey, what: 'trailer' | number) => boolean
}

export const seriesCallNames: Record<keyof SeriesCalls, true> = {
  'series:page': true,
  'series:details': true,
  'series:people': true,
  'series:recommendations': true,
  'series:airings': true,
  'series:open': true,
}
