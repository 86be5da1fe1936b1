import type { Page } from '../../../../shared/community/paging'
import { wholePage } from '../../../../shared/community/paging'
import {
  type CastMember,
  type Credit,
  type ExternalLink,
  type MediaRelation,
  mediaRelations,
  type MediaSource,
  mediaSources,
  type Relation,
  type SeriesDetails,
  type SeriesPage,
  type SeriesPeople,
  type StudioCredit,
} from '../../../../shared/community/series'
import type { MediaKind } from '../../../../shared/media'
import type { Gathering } from '../../found'
import { numberOrNull, partsOf, rawScore, textOrNull, totalOrNull } from '../../lenient'
import { countOrNull, flagOrNull, linkOrNull, needed, type Parts } from '../../reading'
import { itemsOf } from '../loose'
import { letters, statusOf } from '../words'
import { roleOf, smallCharacter, smallStaff, toStudio } from './people'
import { toReview } from './reviews'
import { someRows } from './rows'
import { fullSeries, smallSeries } from './titles'

const sourceByLetters = new Map<string, MediaSource>(
  mediaSources.map((source) => [letters(source), source]),
)
const relationByLetters = new Map<string, MediaRelation>(
  mediaRelations.map((relation) => [letters(relation), relation]),
)

/** The series model. Throws `bad-answer` when no title is named. */
export function readSeries(value: unknown, kind: MediaKind, into: Gathering): SeriesDetails {
  const raw = partsOf(value)
  const media = needed(fullSeries(raw, into, kind), kind)
  const youtube = textOrNull(raw['youtube_id'])?.trim() ?? ''
  return {
    media,
    description: textOrNull(raw['description']),
    source: sourceByLetters.get(letters(textOrNull(raw['source']))) ?? 'unknown',
    country: null,
    hashtag: textOrNull(raw['hashtag']),
    trailer: /^[\w-]{1,40}$/.test(youtube) ? { site: 'youtube', id: youtube } : null,
    favourite: flagOrNull(raw['favourite']),
    favourites: null,
    meanScore: rawScore(numberOrNull(raw['average_score'])),
    tags: [],
    rankings: [],
    links: someRows(raw['external_links'], toLink),
    scores: figures(raw['score_distribution'], (key, amount) => {
      const score = totalOrNull(key)
      return score === null ? null : { score, amount }
    }).toSorted((a, b) => a.score - b.score),
    statuses: figures(raw['list_stats'], (key, amount) => {
      const status = statusOf(key)
      return status === null ? null : { status, amount }
    }),
  }
}

/** A title's page. Throws `bad-answer` when none is named. */
export function readSeriesPage(value: unknown, kind: MediaKind, into: Gathering): SeriesPage {
  const raw = partsOf(value)
  const relations = (key: string, of: MediaKind) =>
    someRows(raw[key], (row) => toRelation(row, of, into))
  return {
    ...readSeries(raw, kind, into),
    ...readPeople(raw, into),
    relations: [
      ...relations('relations', kind),
      ...relations('relations_anime', 'anime'),
      ...relations('relations_manga', 'manga'),
    ],
    studios: someRows(raw['studio'], toStudioCredit),
    reviews: someRows(raw['reviews'], (row) => toReview(row, into, kind)),
    recommendations: [],
  }
}

/** The characters with their actors, and the staff. */
export function readPeople(raw: Parts, into: Gathering): SeriesPeople {
  const cast: Page<CastMember> = wholePage(
    someRows(raw['characters'], (row) => toCastMember(row, into)),
  )
  const staff: Page<Credit> = wholePage(someRows(raw['staff'], (row) => toCredit(row, into)))
  return { cast, staff }
}

function toCastMember(raw: Parts, into: Gathering): CastMember | null {
  const character = smallCharacter(raw, into)
  if (character === null) return null
  const actors = someRows(raw['actor'] ?? raw['actors'], (row) => smallStaff(row, into, 'actor'))
  return { character, role: roleOf(raw['role']), actors }
}

function toCredit(raw: Parts, into: Gathering): Credit | null {
  const staff = smallStaff(raw, into, 'staff')
  return staff && { staff, role: textOrNull(raw['role']) }
}

function toRelation(raw: Parts, kind: MediaKind, into: Gathering): Relation | null {
  const media = smallSeries(raw, into, kind)
  const word = letters(textOrNull(raw['relation_type']))
  return media && { media, relation: relationByLetters.get(word) ?? 'unknown' }
}

function toStudioCredit(raw: Parts): StudioCredit | null {
  const studio = toStudio(raw)
  if (studio === null) return null
  return {
    studio: { id: studio.id, name: studio.name },
    isMain: flagOrNull(raw['main_studio']) ?? false,
  }
}

function toLink(raw: Parts): ExternalLink | null {
  const url = linkOrNull(raw['url'])
  if (url === null) return null
  const site = textOrNull(raw['site']) ?? new URL(url).hostname
  return { site, url, type: 'unknown', language: null }
}

/** An object of numbers; `[]` is an empty one. */
function figures<T>(value: unknown, read: (key: string, amount: number) => T | null): readonly T[] {
  return itemsOf(value).flatMap(([key, amount]) => {
    const count = countOrNull(amount)
    const thing = count === null ? null : read(key, count)
    return thing === null ? [] : [thing]
  })
}
