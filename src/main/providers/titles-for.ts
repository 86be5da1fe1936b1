import { type TitleKey, unknownMedia } from '../../shared/media'
import type { MediaRecord } from './provider'

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
