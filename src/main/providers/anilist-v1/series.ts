import { z } from 'zod'
import { type MediaKind, titleKey } from '../../../shared/media'
import {
  numberOrNull,
  rawScore,
  someNumber,
  someText,
  someTexts,
  textOrNull,
  totalOrNull,
} from '../lenient'
import { pictureUrl } from '../pictures'
import type { MediaRecord } from '../provider'
import { fuzzyOf, seasonOf, unixSeconds } from './times'
import { formatOf, mediaStatusOf } from './words'

const loose = z.unknown().optional()

/** A series, small or full; what the small one lacks is optional. */
export const seriesSchema = z.object({
  id: z.number().int(),
  title_romaji: someText,
  title_english: someText,
  title_japanese: someText,
  type: someText,
  start_date_fuzzy: loose,
  end_date_fuzzy: loose,
  season: loose,
  synonyms: someTexts,
  genres: someTexts,
  adult: loose,
  average_score: loose,
  popularity: someNumber,
  image_url_sml: someText,
  image_url_med: someText,
  image_url_lge: someText,
  image_url_banner: someText,
  updated_at: someNumber,
  total_episodes: loose,
  total_chapters: loose,
  total_volumes: loose,
  duration: loose,
  airing_status: someText,
  publishing_status: someText,
  airing: z.object({ time: someText, next_episode: someNumber }).nullish().catch(null),
})
export type RawSeries = z.infer<typeof seriesSchema>

/** A title in our words. v1 fills missing titles with the romaji one, so an equal title is none. */
export function toMedia(raw: RawSeries, kind: MediaKind): MediaRecord {
  const romaji = textOrNull(raw.title_romaji)
  const startDate = fuzzyOf(raw.start_date_fuzzy)
  const coverUrl = pictureUrl(raw.image_url_med ?? raw.image_url_lge)
  return {
    key: titleKey(kind, raw.id),
    malId: null,
    titles: {
      romaji,
      english: unless(romaji, textOrNull(raw.title_english)),
      native: unless(romaji, textOrNull(raw.title_japanese)),
    },
    synonyms: raw.synonyms,
    format: formatOf(raw.type),
    status: mediaStatusOf(kind === 'anime' ? raw.airing_status : raw.publishing_status),
    ...seasonOf(raw.season, startDate),
    startDate,
    endDate: fuzzyOf(raw.end_date_fuzzy),
    episodes: totalOrNull(raw.total_episodes),
    chapters: totalOrNull(raw.total_chapters),
    volumes: totalOrNull(raw.total_volumes),
    durationMinutes: totalOrNull(raw.duration),
    genres: raw.genres.filter((genre) => genre !== ''),
    tags: [],
    studios: [],
    averageScore: rawScore(numberOrNull(raw.average_score)),
    popularity: raw.popularity ?? null,
    adult: raw.adult === true || raw.adult === 1,
    hasCover: coverUrl !== null,
    coverColor: null,
    nextEpisode: nextEpisodeOf(raw.airing),
    coverUrl,
    coverUrlLarge: pictureUrl(raw.image_url_lge),
    bannerUrl: pictureUrl(raw.image_url_banner),
    mediaUpdatedAt: raw.updated_at ?? null,
  }
}

function unless(romaji: string | null, title: string | null) {
  return title === romaji ? null : title
}

function nextEpisodeOf(airing: RawSeries['airing']) {
  const airingAt = unixSeconds(airing?.time)
  const episode = totalOrNull(airing?.next_episode)
  return airingAt === null || episode === null ? null : { episode, airingAt }
}
