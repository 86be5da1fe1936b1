import { z } from 'zod'
import { type FuzzyDate, fuzzyDate } from '../../../shared/fuzzy-date'
import { type MediaKind, titleKey } from '../../../shared/media'
import {
  numberOrNull,
  partsOf,
  rawScore,
  textOrNull,
  textsOf,
  totalOrNull,
  wordOr,
} from '../lenient'
import { pictureUrl } from '../pictures'
import type { MediaRecord } from '../provider'
import { formatOf, mediaStatusOf, seasonOf } from './words'

/** A title by its id; all else is read leniently. */
export const mediaSchema = z.custom<RawMedia>(isMedia)
export type RawMedia = Readonly<Record<string, unknown>> & { readonly id: number }

function isMedia(value: unknown): value is RawMedia {
  return Number.isInteger(partsOf(value)['id'])
}

/** A tag says something about a title from this rank on: AniList's own default for filters. */
const leastRank = 18
const mostTags = 12

/** A title in our words. Unknown words of AniList become `unknown`, totals of 0 `null`. */
export function toMedia(raw: RawMedia, kind: MediaKind): MediaRecord {
  const cover = partsOf(raw['coverImage'])
  const coverUrlLarge = pictureUrl(cover['large'])
  const coverUrl = pictureUrl(cover['medium']) ?? coverUrlLarge
  return {
    key: titleKey(kind, raw.id),
    malId: totalOrNull(raw['idMal']),
    titles: titlesOf(raw['title']),
    synonyms: textsOf(raw['synonyms']),
    format: wordOr(formatOf, raw['format'], 'unknown'),
    status: wordOr(mediaStatusOf, raw['status'], 'unknown'),
    season: wordOr(seasonOf, raw['season'], null),
    seasonYear: totalOrNull(raw['seasonYear']),
    startDate: dateOf(raw['startDate']),
    endDate: dateOf(raw['endDate']),
    episodes: totalOrNull(raw['episodes']),
    chapters: totalOrNull(raw['chapters']),
    volumes: totalOrNull(raw['volumes']),
    durationMinutes: totalOrNull(raw['duration']),
    genres: textsOf(raw['genres']),
    tags: tagsOf(raw['tags']),
    studios: namesOf(partsOf(raw['studios'])['nodes']),
    averageScore: rawScore(numberOrNull(raw['averageScore'])),
    popularity: numberOrNull(raw['popularity']),
    adult: raw['isAdult'] === true,
    hasCover: coverUrl !== null,
    coverColor: colorOf(cover['color']),
    nextEpisode: nextEpisodeOf(raw['nextAiringEpisode']),
    coverUrl,
    coverUrlLarge,
    bannerUrl: pictureUrl(raw['bannerImage']),
    mediaUpdatedAt: numberOrNull(raw['updatedAt']),
  }
}

function titlesOf(value: unknown) {
  const title = partsOf(value)
  return {
    romaji: textOrNull(title['romaji']),
    english: textOrNull(title['english']),
    native: textOrNull(title['native']),
  }
}

/** A date from year, month and day, each of which may be null. */
export function dateOf(value: unknown): FuzzyDate | null {
  const { year, month, day } = partsOf(value)
  return fuzzyDate({
    year: numberOrNull(year),
    month: numberOrNull(month),
    day: numberOrNull(day),
  })
}

function namesOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? textsOf(value.map((item) => partsOf(item)['name'])) : []
}

function tagsOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return []
  const tags = value.map(partsOf).filter(fits).slice(0, mostTags)
  return textsOf(tags.map((tag) => tag['name']))
}

function fits(tag: Readonly<Record<string, unknown>>) {
  const spoils = tag['isMediaSpoiler'] === true || tag['isGeneralSpoiler'] === true
  return !spoils && (numberOrNull(tag['rank']) ?? 0) >= leastRank
}

function colorOf(value: unknown) {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value : null
}

function nextEpisodeOf(value: unknown) {
  const { episode, airingAt } = partsOf(value)
  const number = totalOrNull(episode)
  const at = totalOrNull(airingAt)
  return number === null || at === null ? null : { episode: number, airingAt: at }
}
