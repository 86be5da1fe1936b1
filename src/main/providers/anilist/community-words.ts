import type { BrowseSort } from '../../../shared/community/browse'
import type { Likeable } from '../../../shared/community/favourites'
import type { NotificationType } from '../../../shared/community/notification'
import type { CharacterRole } from '../../../shared/community/people'
import type { ReviewVote } from '../../../shared/community/review'
import type { ExternalLink, MediaRelation, MediaSource } from '../../../shared/community/series'
import type { SortKey } from '../../../shared/library-view'

// AniList's words for what is not part of a list. A word that is not here reads as `unknown`.

export const sourceOf: Readonly<Record<string, MediaSource>> = {
  ORIGINAL: 'original',
  MANGA: 'manga',
  LIGHT_NOVEL: 'light-novel',
  VISUAL_NOVEL: 'visual-novel',
  VIDEO_GAME: 'video-game',
  OTHER: 'other',
  NOVEL: 'novel',
  DOUJINSHI: 'doujinshi',
  ANIME: 'anime',
  WEB_NOVEL: 'web-novel',
  LIVE_ACTION: 'live-action',
  GAME: 'game',
  COMIC: 'comic',
  MULTIMEDIA_PROJECT: 'multimedia-project',
  PICTURE_BOOK: 'picture-book',
}

export const relationOf: Readonly<Record<string, MediaRelation>> = {
  ADAPTATION: 'adaptation',
  PREQUEL: 'prequel',
  SEQUEL: 'sequel',
  PARENT: 'parent',
  SIDE_STORY: 'side-story',
  CHARACTER: 'character',
  SUMMARY: 'summary',
  ALTERNATIVE: 'alternative',
  SPIN_OFF: 'spin-off',
  OTHER: 'other',
  SOURCE: 'source',
  COMPILATION: 'compilation',
  CONTAINS: 'contains',
  SAME_UNIVERSE: 'same-universe',
}

export const roleOf: Readonly<Record<string, CharacterRole>> = {
  MAIN: 'main',
  SUPPORTING: 'supporting',
  BACKGROUND: 'background',
}

export const linkTypeOf: Readonly<Record<string, ExternalLink['type']>> = {
  INFO: 'info',
  STREAMING: 'streaming',
  SOCIAL: 'social',
}

export const voteOf: Readonly<Record<string, ReviewVote>> = {
  NO_VOTE: 'none',
  UP_VOTE: 'up',
  DOWN_VOTE: 'down',
}

export const voteWords: Readonly<Record<ReviewVote, string>> = {
  none: 'NO_VOTE',
  up: 'UP_VOTE',
  down: 'DOWN_VOTE',
}

export const likeableWords: Readonly<Record<Likeable, string>> = {
  activity: 'ACTIVITY',
  reply: 'ACTIVITY_REPLY',
  thread: 'THREAD',
  comment: 'THREAD_COMMENT',
}

export const notificationTypeOf: Readonly<Record<string, NotificationType>> = {
  AIRING: 'airing',
  FOLLOWING: 'following',
  ACTIVITY_MESSAGE: 'message',
  ACTIVITY_MENTION: 'activity-mention',
  ACTIVITY_REPLY: 'activity-reply',
  ACTIVITY_REPLY_SUBSCRIBED: 'activity-reply-subscribed',
  ACTIVITY_LIKE: 'activity-like',
  ACTIVITY_REPLY_LIKE: 'activity-reply-like',
  THREAD_COMMENT_MENTION: 'comment-mention',
  THREAD_COMMENT_REPLY: 'comment-reply',
  THREAD_SUBSCRIBED: 'comment-subscribed',
  THREAD_COMMENT_LIKE: 'comment-like',
  THREAD_LIKE: 'thread-like',
  RELATED_MEDIA_ADDITION: 'media-added',
  MEDIA_DATA_CHANGE: 'media-changed',
  MEDIA_MERGE: 'media-merged',
  MEDIA_DELETION: 'media-deleted',
  MEDIA_SUBMISSION_UPDATE: 'media-submission',
  STAFF_SUBMISSION_UPDATE: 'staff-submission',
  CHARACTER_SUBMISSION_UPDATE: 'character-submission',
}

/** `rowOrder` of an account, as a key of our own sorting. */
export const listSortOf: Readonly<Record<string, SortKey>> = {
  score: 'score',
  title: 'title',
  updatedAt: 'updated',
  id: 'added',
}

export const rowOrders: Readonly<Partial<Record<SortKey, string>>> = {
  score: 'score',
  title: 'title',
  updated: 'updatedAt',
  added: 'id',
}

export const sortWords: Readonly<Record<BrowseSort, string>> = {
  popularity: 'POPULARITY',
  score: 'SCORE',
  trending: 'TRENDING',
  favourites: 'FAVOURITES',
  'start-date': 'START_DATE',
  'end-date': 'END_DATE',
  title: 'TITLE_ROMAJI',
  updated: 'UPDATED_AT',
  episodes: 'EPISODES',
  duration: 'DURATION',
  chapters: 'CHAPTERS',
  volumes: 'VOLUMES',
  match: 'SEARCH_MATCH',
  id: 'ID',
}
