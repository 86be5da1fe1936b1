import type {
  CastMember,
  Credit,
  ExternalLink,
  Ranking,
  Recommendation,
  Relation,
  SeriesDetails,
  SeriesPage,
  SeriesPeople,
  SeriesTag,
  StudioCredit,
  Trailer,
} from '../../../../shared/community/series'
import type { MediaKind } from '../../../../shared/media'
import type { Gathering } from '../../found'
import { numberOrNull, partsOf, rawScore, textOrNull, totalOrNull, wordOr } from '../../lenient'
import {
  countIn,
  countOrNull,
  flagOrNull,
  linkOrNull,
  needed,
  type Parts,
  someList,
  textIn,
} from '../../reading'
import { linkTypeOf, relationOf, roleOf, sourceOf } from '../community-words'
import { statusOf } from '../words'
import { edgesOf, nodesOf } from './page'
import { smallCharacter, smallStaff, smallStudio } from './people'
import { toReview } from './reviews'
import { wholeTitle } from './titles'

/** All that is told of a title itself. Throws `bad-answer` when none is named. */
export function readSeries(value: unknown, kind: MediaKind, into: Gathering): SeriesDetails {
  const raw = partsOf(value)
  const stats = partsOf(raw['stats'])
  return {
    media: needed(wholeTitle(raw, into, kind), 'Media'),
    description: textOrNull(raw['description']),
    source: wordOr(sourceOf, raw['source'], 'unknown'),
    country: textOrNull(raw['countryOfOrigin']),
    hashtag: textOrNull(raw['hashtag']),
    trailer: trailerOf(raw['trailer']),
    favourite: flagOrNull(raw['isFavourite']),
    favourites: countOrNull(raw['favourites']),
    meanScore: rawScore(numberOrNull(raw['meanScore'])),
    tags: someList(raw['tags'], toTag),
    rankings: someList(raw['rankings'], toRanking),
    links: someList(raw['externalLinks'], toLink),
    scores: someList(stats['scoreDistribution'], (part) => {
      const score = totalOrNull(part['score'])
      return score === null ? null : { score, amount: countIn(part, 'amount') }
    }).toSorted((a, b) => a.score - b.score),
    statuses: someList(stats['statusDistribution'], (part) => {
      const status = wordOr(statusOf, part['status'], null)
      return status === null ? null : { status, amount: countIn(part, 'amount') }
    }),
  }
}

/** A title's page. Throws `bad-answer` when none is named. */
export function readSeriesPage(value: unknown, kind: MediaKind, into: Gathering): SeriesPage {
  const raw = partsOf(value)
  return {
    ...readSeries(raw, kind, into),
    ...readPeople(raw, into),
    relations: edgesOf(raw['relations'], (edge) => toRelation(edge, into)).items,
    studios: edgesOf(raw['allStudios'], toStudioCredit).items,
    reviews: nodesOf(raw['reviews'], (node) => toReview(node, into)).items,
    recommendations: nodesOf(raw['recommendations'], (node) => toRecommendation(node, into)).items,
  }
}

/** Who made it and who is in it; what was not asked for is empty. */
export function readPeople(raw: Parts, into: Gathering): SeriesPeople {
  return {
    cast: edgesOf(raw['characters'], (edge) => toCastMember(edge, into)),
    staff: edgesOf(raw['staff'], (edge) => toCredit(edge, into)),
  }
}

export function toRecommendation(raw: Parts, into: Gathering): Recommendation | null {
  const media = wholeTitle(raw['mediaRecommendation'], into)
  return media && { media, rating: numberOrNull(raw['rating']) ?? 0 }
}

function toRelation(edge: Parts, into: Gathering): Relation | null {
  const media = wholeTitle(edge['node'], into)
  return media && { media, relation: wordOr(relationOf, edge['relationType'], 'unknown') }
}

function toCastMember(edge: Parts, into: Gathering): CastMember | null {
  const character = smallCharacter(edge['node'], into)
  if (character === null) return null
  const actors = someList(edge['voiceActors'], (staff) => smallStaff(staff, into, 'actor'))
  return { character, role: wordOr(roleOf, edge['role'], 'unknown'), actors }
}

function toCredit(edge: Parts, into: Gathering): Credit | null {
  const staff = smallStaff(edge['node'], into, 'staff')
  return staff && { staff, role: textOrNull(edge['role']) }
}

function toStudioCredit(edge: Parts): StudioCredit | null {
  const studio = smallStudio(edge['node'])
  return studio && { studio, isMain: edge['isMain'] === true }
}

function trailerOf(value: unknown): Trailer | null {
  const { id, site } = partsOf(value)
  if (typeof id !== 'string' || !/^[\w-]{1,40}$/.test(id)) return null
  return site === 'youtube' || site === 'dailymotion' ? { site, id } : null
}

function toTag(raw: Parts): SeriesTag | null {
  const name = textOrNull(raw['name'])
  if (name === null) return null
  return {
    name,
    category: textOrNull(raw['category']),
    rank: numberOrNull(raw['rank']),
    spoiler: raw['isMediaSpoiler'] === true || raw['isGeneralSpoiler'] === true,
    adult: raw['isAdult'] === true,
  }
}

function toRanking(raw: Parts): Ranking | null {
  const rank = totalOrNull(raw['rank'])
  if (rank === null) return null
  const types = { RATED: 'rated', POPULAR: 'popular' } as const
  return {
    rank,
    type: wordOr<Ranking['type'], 'unknown'>(types, raw['type'], 'unknown'),
    words: textIn(raw, 'context'),
    year: totalOrNull(raw['year']),
    allTime: raw['allTime'] === true,
  }
}

function toLink(raw: Parts): ExternalLink | null {
  const url = linkOrNull(raw['url'])
  if (url === null || raw['isDisabled'] === true) return null
  return {
    site: textOrNull(raw['site']) ?? new URL(url).hostname,
    url,
    type: wordOr(linkTypeOf, raw['type'], 'unknown'),
    language: textOrNull(raw['language']),
  }
}
