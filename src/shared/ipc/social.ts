import type { Activity } from '../community/activity'
import type { Favourites } from '../community/favourites'
import type { Notification } from '../community/notification'
import type { Page } from '../community/paging'
import type { SmallUser, User } from '../community/user'
import type { Look, Looked } from '../looked-up'

/** What a service has of all that people do there. */
export interface SocialAbilities {
  /** Things can be liked. */
  readonly likes: boolean
  /** An activity can be opened by its number. */
  readonly activities: boolean
  /** There is a list of the latest reviews of all titles. */
  readonly recentReviews: boolean
}

/** People of the service and what they do. Pages begin at 1. Failures: all codes of services. */
export interface SocialCalls {
  'social:abilities': (accountId: number) => SocialAbilities | null
  /** By number or by name. */
  'social:user': (look: Look, who: number | string) => Looked<User>
  'social:following': (look: Look, userId: number, page: number) => Looked<Page<SmallUser>>
  'social:followers': (look: Look, userId: number, page: number) => Looked<Page<SmallUser>>
  'social:favourites': (look: Look, userId: number, page: number) => Looked<Favourites>
  /** What the signed-in user and those they follow did. */
  'social:feed': (look: Look, page: number) => Looked<Page<Activity>>
  'social:activities': (look: Look, userId: number, page: number) => Looked<Page<Activity>>
  'social:activity': (look: Look, id: number) => Looked<Activity>
  /** Sets the number of unread ones to 0: only what the user opens may ask for it. */
  'social:notifications': (look: Look, page: number) => Looked<Page<Notification>>
  /** How many are unread; `null` where the service does not tell. */
  'social:unread': (look: Look) => Looked<number | null>
}

export interface SocialEvents {
  'social:unread-changed': { readonly accountId: number; readonly unread: number | null }
}

export const socialCallNames: Record<keyof SocialCalls, true> = {
  'social:abilities': true,
  'social:user': true,
  'social:following': true,
  'social:followers': true,
  'social:favourites': true,
  'social:feed': true,
  'social:activities': true,
  'social:activity': true,
  'social:notifications': true,
  'social:unread': true,
}

export const socialEventNames: Record<keyof SocialEvents, true> = { 'social:unread-changed': true }
