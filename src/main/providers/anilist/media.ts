import { z } from 'zod'
import { fuzzyDate } from '../../../shared/fuzzy-date'
import { type MediaKind, titleKey } from '../../../shared/media'
import {
  rawScore,
  someFlag,
  someNumber,
  someText,
  someTexts,
  textOrNull,
  totalOrNull,
  wordOr,
} from '../lenient'
import { pictureUrl } from '../pictures'
import type { MediaRecord } from '../provider'
import { formatOf, mediaStatusOf, seasonOf } from './words'

const dateSchema = z
  .object({ year: someNumber, month: someNumber, day: someNumber })
  .nullish()
  .catch(null)

export const mediaSchema = z.object({
  id: z.number().int(),
  idMal: someNumber,
  title: z.object({ romaji: someText, english: someText, native: someText }).nullish().catch(null),
  synonyms: someTexts,
  format: someText,
  status: someText,
  season: someText,
  seasonYear: someNumber,
  startDate: dateSchema,
  endDate: dateSchema,
  episodes: someNumber,
  chapters: someNumber,
  volumes: someNumber,
  duration: someNumber,
  genres: someTexts,
  tags: z
    .array(
      z.object({
        name: z.string(),
        rank: someNumber,
        isMediaSpoiler: someFlag,
        isGeneralSpoiler: someFlag,
      }),
    )
    .nullish()
    .catch(null),
  studios: z
    .object({ nodes: z.array(z.object({ name: z.string() }).nullable()).nullish() })
    .nullish()
    .catch(null),
  averageScore: someNumber,
  popularity: someNumber,
  isAdult: someFlag,
  coverImage: z
    .object({ medium: someText, large: someText, color: someText })
    .nullish()
    .catch(null),
  bannerImage: someText,
  nextAiringEpisode: z.object({ episode: z.number(), airingAt: z.number() }).nullish().catch(null),
  updatedAt: someNumber,
})
export type RawMedia = z.infer<typeof mediaSchema>

/** A tag says something about a title from this rank on: AniList's own default for filters. */
const leastRank = 18
const mostTags = 12

/** A title in our words. Unknown words of AniList become `unknown`, totals of 0 `null`. */
export function toMedia(raw: RawMedia, kind: MediaKind): MediaRecord {
  const coverUrl = pictureUrl(raw.coverImage?.medium ?? raw.coverImage?.large)
  const coverUrlLarge = pictureUrl(raw.coverImage?.large)
  return {
    key: titleKey(kind, raw.id),
    malId: totalOrNull(raw.idMal),
    titles: titlesOf(raw.title),
    synonyms: raw.synonyms,
    format: wordOr(formatOf, raw.format, 'unknown'),
    status: wordOr(mediaStatusOf, raw.status, 'unknown'),
    season: wordOr(seasonOf, raw.season, null),
    seasonYear: totalOrNull(raw.seasonYear),
    startDate: toDate(raw.startDate),
    endDate: toDate(raw.endDate),
    episodes: totalOrNull(raw.episodes),
    chapters: totalOrNull(raw.chapters),
    volumes: totalOrNull(raw.volumes),
    durationMinutes: totalOrNull(raw.duration),
    genres: raw.genres,
    tags: tagsOf(raw),
    studios: studiosOf(raw.studios),
    averageScore: rawScore(raw.averageScore),
    popularity: raw.popularity ?? null,
    adult: raw.isAdult ?? false,
    hasCover: coverUrl !== null,
    coverColor: colorOf(raw.coverImage?.color),
    nextEpisode: raw.nextAiringEpisode ?? null,
    coverUrl,
    coverUrlLarge,
    bannerUrl: pictureUrl(raw.bannerImage),
    mediaUpdatedAt: raw.updatedAt ?? null,
  }
}

function titlesOf(title: RawMedia['title']) {
  return {
    romaji: textOrNull(title?.romaji),
    english: textOrNull(title?.english),
    native: textOrNull(title?.native),
  }
}

function studiosOf(studios: RawMedia['studios']) {
  return (studios?.nodes ?? []).flatMap((studio) => (studio ? [studio.name] : []))
}

function colorOf(color: string | null | undefined) {
  return color && /^#[0-9a-f]{6}$/i.test(color) ? color : null
}

function tagsOf(raw: RawMedia) {
  return (raw.tags ?? [])
    .filter((tag) => !tag.isMediaSpoiler && !tag.isGeneralSpoiler && (tag.rank ?? 0) >= leastRank)
    .slice(0, mostTags)
    .map((tag) => tag.name)
}

function toDate(raw: z.infer<typeof dateSchema>) {
  if (!raw) return null
  return fuzzyDate({ year: raw.year ?? null, month: raw.month ?? null, day: raw.day ?? null })
}
