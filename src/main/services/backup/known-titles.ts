import { type Media, type MediaKind, type TitleKey, titleKey } from '../../../shared/media'
import { type CatalogueTitle, catalogueTitle } from '../../backup/match/catalogue'
import type { IdSite } from '../../backup/model'
import { siteOfService } from '../../backup/sites'
import type { Account } from '../../../shared/account'
import { bundledMedia, type BundledTitle, readBundledTitles } from '../bundled-titles'

export interface KnownTitles {
  readonly titles: Iterable<CatalogueTitle>
  titleOf(title: TitleKey): CatalogueTitle | null
  /** Its names, format and dates; `null` for others. */
  mediaOf(title: TitleKey): Media | null
  /** The title that an id of another site means; `null` when nobody told. */
  lookUp(kind: MediaKind, site: IdSite, id: number): TitleKey | null
}

/**
 * Anime that everybody knows (bangumi-data), as titles of one service: they are found though they
 * were never on a list of here. Only AniList's ids stand in it beside MyAnimeList's.
 */
export function knownTitles(file: string, service: Account['service']): KnownTitles {
  if (siteOfService(service) !== 'anilist') {
    return { titles: [], titleOf: () => null, mediaOf: () => null, lookUp: () => null }
  }
  const byMal = new Map<number, TitleKey>()
  const own = new Map<TitleKey, BundledTitle>()
  for (const title of readBundledTitles(file)) {
    if (title.anilist === null) continue
    const key = titleKey('anime', title.anilist)
    if (!own.has(key)) own.set(key, title)
    if (title.mal !== null && !byMal.has(title.mal)) byMal.set(title.mal, key)
  }
  // The index has no romanised names, by which most files go.
  const toTitle = (key: TitleKey, title: BundledTitle): CatalogueTitle => ({
    ...catalogueTitle(bundledMedia(key, title)),
    fewNames: true,
  })

  return {
    titles: {
      *[Symbol.iterator]() {
        for (const [key, title] of own) yield toTitle(key, title)
      },
    },
    titleOf(key) {
      const title = own.get(key)
      return title === undefined ? null : toTitle(key, title)
    },
    mediaOf(key) {
      const title = own.get(key)
      return title === undefined ? null : bundledMedia(key, title)
    },
    lookUp(kind, site, id) {
      if (kind !== 'anime') return null
      if (site === 'mal') return byMal.get(id) ?? null
      const key = titleKey(kind, id)
      return site === 'anilist' && own.has(key) ? key : null
    },
  }
}
