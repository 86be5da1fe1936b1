import { z } from 'zod'
import { type MediaKind, titleKey } from '../../../shared/media'
import { numberOrNull, partsOf, rawScore, textOrNull, textsOf, totalOrNull } from '../lenient'
import { pictureUrl } from '../pictures'
import type { MediaRecord } from '../provider'
import { fuzzyOf, seasonOf, unixSeconds } from './times'
import { formatOf, mediaStatusOf } from './words'

/** A series by its id, small or full; all else is read leniently. */
export const seriesSchema = z.looseObject({ id: z.number().int() })
export type RawSeries = z.infer<typeof seriesSchema>

/** A title in our words. v1 fills missing titles with the romaji one, so an equal title is none. */
export function toMedia(raw: RawSeries, kind: MediaKind): MediaRecord {
  const romaji = textOrNull(raw['title_romaji'])
  const startDate = fuzzyOf(raw['start_date_fuzzy'])
  const coverUrl = pictureUrl(raw['image_url_med']) ?? pictureUrl(raw['image_url_lge'])
  return {
    key: titleKey(kind, raw.id),
    malId: null,
    titles: {
      romaji,
      english: unless(romaji, textOrNull(raw['title_english'])),
      native: unless(romaji, textOrNull(raw['title_japanese'])),
    },
    synonyms: textsOf(raw['synonyms']),
    format: formatOf(textOrNull(raw['type'])),
    status: mediaStatusOf(
      textOrNull(raw[kind === 'anime' ? 'airing_status' : 'publishing_status']),
    ),
    ...seasonOf(raw['season'], startDate),
    startDate,
    endDate: fuzzyOf(raw['end_date_fuzzy']),
    episodes: totalOrNull(raw['total_episodes']),
    chapters: totalOrNull(raw['total_chapters']),
    volumes: totalOrNull(raw['total_volumes']),
    durationMinutes: totalOrNull(raw['duration']),
    genres: textsOf(raw['genres']).filter((genre) => genre !== ''),
    tags: [],
    studios: [],
    averageScore: rawScore(numberOrNull(raw['average_score'])),
    popularity: numberOrNull(raw['popularity']),
    adult: raw['adult'] === true || raw['adult'] === 1,
    hasCover: coverUrl !== null,
    coverColor: null,
    nextEpisode: nextEpisodeOf(raw['airing']),
    coverUrl,
    coverUrlLarge: pictureUrl(raw['image_url_lge']),
    bannerUrl: pictureUrl(raw['image_url_banner']),
    mediaUpdatedAt: numberOrNull(raw['updated_at']),
  }
}

function unless(romaji: string | null, title: string | null) {
  return title === romaji ? null : title
}

function nextEpisodeOf(value: unknown) {
  const airing = partsOf(value)
  const airingAt = unixSeconds(textOrNull(airing['time']))
  const episode = totalOrNull(airing['next_episode'])
  return airingAt === null || episode === null ? null : { episode, airingAt }
}
