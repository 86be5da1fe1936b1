import { kindOf, type MediaKind, type TitleKey, unknownMedia } from '../../shared/media'
import type { FetchedEntry, MediaRecord } from './provider'

/** What somebody else knows of a title, by its MyAnimeList id; `null` for nothing. */
export type FindTitle = (title: TitleKey, malId: number) => MediaRecord | null

/**
 * Entries that came without their title, with the title that `finders` know by its MyAnimeList id,
 * the first that knows it. It is told under the entry's own key, for the numbers of one service mean
 * other titles at another (docs/services.md, "aniSearch: database").
 */
export function withTitles(
  items: readonly FetchedEntry[],
  finders: readonly FindTitle[],
): readonly FetchedEntry[] {
  return items.map((item) => {
    const { entry, media, malId } = item
    if (media !== null || !malId) return item
    for (const find of finders) {
      const found = find(entry.title, malId)
      if (found !== null) return { ...item, media: { ...found, key: entry.title, malId } }
    }
    return item
  })
}

/** The MyAnimeList ids of entries whose title is still unknown, in portions of one kind. */
export function malIdsWanted(
  items: readonly FetchedEntry[],
  portion: number,
): readonly { readonly kind: MediaKind; readonly malIds: readonly number[] }[] {
  return (['anime', 'manga'] as const).flatMap((kind) => {
    const ids = items.flatMap(({ entry, media, malId }) =>
      media === null && malId && kindOf(entry.title) === kind ? [malId] : [],
    )
    const unique = [...new Set(ids)]
    return Array.from({ length: Math.ceil(unique.length / portion) }, (_, at) => ({
      kind,
      malIds: unique.slice(at * portion, (at + 1) * portion),
    }))
  })
}

/** A title of which only its names are known. */
export function namedRecord(title: TitleKey, names: readonly string[]): MediaRecord | null {
  const [main, ...synonyms] = names
  if (main === undefined) return null
  return {
    ...unknownMedia(title),
    titles: { romaji: main, english: null, native: null },
    synonyms,
    coverUrl: null,
    coverUrlLarge: null,
    bannerUrl: null,
    mediaUpdatedAt: null,
  }
}
