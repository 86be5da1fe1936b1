import type { SmallUser, User } from '../../../../shared/community/user'
import type { SortKey } from '../../../../shared/library-view'
import type { Gathering } from '../../found'
import { numberOrNull, partsOf, textOrNull } from '../../lenient'
import { pictureUrl } from '../../pictures'
import { countOrNull, flagOrNull, idIn, needed } from '../../reading'
import { languageOf } from '../viewer'
import { scoreFormats } from '../words'

/** Somebody in the small user model; `null` for users that are no more. */
export function smallUser(value: unknown, into: Gathering): SmallUser | null {
  const raw = partsOf(value)
  const id = idIn(raw)
  const name = textOrNull(raw['display_name'])
  if (id === null || name === null) return null
  const hasPicture = into.picture({
    key: `user-${id}`,
    url: pictureUrl(raw['image_url_med']),
    urlLarge: pictureUrl(raw['image_url_lge']),
    bannerUrl: pictureUrl(raw['image_url_banner']),
  })
  return { id, name, hasPicture }
}

/** `list_order`, by its number in the document. */
const listSorts: readonly SortKey[] = ['score', 'title']

/** The user model. Throws `bad-answer` when nobody is named. */
export function readUser(value: unknown, into: Gathering): User {
  const raw = partsOf(value)
  const language = textOrNull(raw['title_language'])
  return {
    ...needed(smallUser(raw, into), 'user'),
    hasBanner: pictureUrl(raw['image_url_banner']) !== null,
    about: textOrNull(raw['about']),
    following: flagOrNull(raw['following']),
    followsMe: null,
    listSort: listSorts[numberOrNull(raw['list_order']) ?? -1] ?? null,
    scoreFormat: scoreFormats[numberOrNull(raw['score_type']) ?? -1] ?? null,
    titleLanguage: language === null ? null : languageOf(language),
    adult: flagOrNull(raw['adult_content']),
    minutesWatched: countOrNull(raw['anime_time']),
    chaptersRead: countOrNull(raw['manga_chap']),
    statistics: null,
    unread: countOrNull(raw['notifications']),
    createdAt: null,
  }
}
