import type { Share, SmallUser, User, UserStatistics } from '../../../../shared/community/user'
import type { Gathering } from '../../found'
import { numberOrNull, partsOf, textOrNull, totalOrNull, wordOr } from '../../lenient'
import { pictureUrl } from '../../pictures'
import { countIn, countOrNull, flagOrNull, idIn, needed, type Parts, someList } from '../../reading'
import { listSortOf } from '../community-words'
import { languageOf } from '../viewer'
import { formatOf, scoreFormatOf, statusOf } from '../words'

/** Somebody as they are named beside what they wrote; `null` for users that are no more. */
export function smallUser(value: unknown, into: Gathering): SmallUser | null {
  const raw = partsOf(value)
  const id = idIn(raw)
  const name = textOrNull(raw['name'])
  if (id === null || name === null) return null
  const avatar = partsOf(raw['avatar'])
  const hasPicture = into.picture({
    key: `user-${id}`,
    url: pictureUrl(avatar['medium']),
    urlLarge: pictureUrl(avatar['large']),
    bannerUrl: pictureUrl(raw['bannerImage']),
  })
  return { id, name, hasPicture }
}

/** A user with settings and figures. Throws `bad-answer` when nobody is named. */
export function readUser(value: unknown, into: Gathering): User {
  const raw = partsOf(value)
  const lists = partsOf(raw['mediaListOptions'])
  const options = partsOf(raw['options'])
  const language = textOrNull(options['titleLanguage'])
  const figures = partsOf(raw['statistics'])
  const statistics =
    'anime' in figures
      ? { anime: statisticsOf(figures['anime']), manga: statisticsOf(figures['manga']) }
      : null
  return {
    ...needed(smallUser(raw, into), 'User'),
    hasBanner: pictureUrl(raw['bannerImage']) !== null,
    about: textOrNull(raw['about']),
    following: flagOrNull(raw['isFollowing']),
    followsMe: flagOrNull(raw['isFollower']),
    listSort: wordOr(listSortOf, lists['rowOrder'], null),
    scoreFormat: wordOr(scoreFormatOf, lists['scoreFormat'], null),
    titleLanguage: language === null ? null : languageOf(language),
    adult: flagOrNull(options['displayAdultContent']),
    minutesWatched: statistics?.anime.minutesWatched ?? null,
    chaptersRead: statistics?.manga.chaptersRead ?? null,
    statistics,
    unread: countOrNull(raw['unreadNotificationCount']),
    createdAt: totalOrNull(raw['createdAt']),
  }
}

function statisticsOf(value: unknown): UserStatistics {
  const raw = partsOf(value)
  return {
    count: countIn(raw, 'count'),
    meanScore: numberOrNull(raw['meanScore']) ?? 0,
    standardDeviation: numberOrNull(raw['standardDeviation']) ?? 0,
    minutesWatched: countIn(raw, 'minutesWatched'),
    episodesWatched: countIn(raw, 'episodesWatched'),
    chaptersRead: countIn(raw, 'chaptersRead'),
    volumesRead: countIn(raw, 'volumesRead'),
    formats: shares(raw['formats'], (part) => wordOr(formatOf, part['format'], 'unknown')),
    statuses: shares(raw['statuses'], (part) => wordOr(statusOf, part['status'], null)),
    scores: shares(raw['scores'], (part) => totalOrNull(part['score'])),
    releaseYears: shares(raw['releaseYears'], (part) => totalOrNull(part['releaseYear'])),
    genres: shares(raw['genres'], (part) => textOrNull(part['genre'])),
  }
}

function shares<T>(value: unknown, kindOf: (part: Parts) => T | null): readonly Share<T>[] {
  return someList(value, (part) => {
    const of = kindOf(part)
    if (of === null) return null
    return {
      of,
      count: countIn(part, 'count'),
      meanScore: numberOrNull(part['meanScore']) ?? 0,
      minutesWatched: countIn(part, 'minutesWatched'),
      chaptersRead: countIn(part, 'chaptersRead'),
    }
  })
}
