import type { FavouriteType, Likeable, ToggleTarget } from '../../../../shared/community/favourites'
import type { ToggleCalls } from '../../community'
import { partsOf } from '../../lenient'
import type { ServiceCall } from '../../provider'
import { flagOrNull, needed, type Parts } from '../../reading'
import type { MakeCall } from '../call'
import { likeableWords } from '../community-words'
import {
  isCharacterFavouriteDocument,
  isMediaFavouriteDocument,
  isStaffFavouriteDocument,
  isStudioFavouriteDocument,
  toggleFavouriteDocument,
} from '../documents/favourites'
import { threadSubscriptionDocument } from '../documents/forum'
import {
  isActivityLikedDocument,
  isCommentLikedDocument,
  isReplyLikedDocument,
  threadStateDocument,
  toggleLikeDocument,
} from '../documents/likes'
import { isFollowingDocument, toggleFollowDocument } from '../documents/users'

/** Where a state is read: the way to the thing in the answer, and the document. */
type Reading = readonly [path: string, document: string]

const media: Reading = ['Media', isMediaFavouriteDocument]
const staff: Reading = ['Staff', isStaffFavouriteDocument]
const favourites: Readonly<Record<FavouriteType, Reading>> = {
  anime: media,
  manga: media,
  character: ['Character', isCharacterFavouriteDocument],
  staff,
  actor: staff,
  studio: ['Studio', isStudioFavouriteDocument],
}

const likes: Readonly<Record<Likeable, Reading>> = {
  activity: ['Activity', isActivityLikedDocument],
  reply: ['Page.activityReplies', isReplyLikedDocument],
  thread: ['Thread', threadStateDocument],
  comment: ['ThreadComment', isCommentLikedDocument],
}

/** What is on or off. Only the subscription of a thread is told what it shall be. */
export function createToggleCalls(call: MakeCall): ToggleCalls {
  function state([name, document]: Reading, id: number, flag: string): ServiceCall<boolean> {
    return call({
      name,
      effect: 'read',
      document,
      variables: { id },
      needsUser: true,
      read: (data) => needed(flagOrNull(thingIn(data, name)[flag]), `${name}.${flag}`),
    })
  }

  function turn(name: string, document: string, variables: Parts, flag: string | null) {
    return call({
      name: name === 'ToggleLikeV2' ? 'ToggleLike' : name,
      effect: 'write',
      document,
      variables,
      read: (data) => (flag === null ? null : flagOrNull(partsOf(data[name])[flag])),
    })
  }

  function toggleState(target: ToggleTarget): ServiceCall<boolean> {
    switch (target.type) {
      case 'favourite':
        return state(favourites[target.of], target.id, 'isFavourite')
      case 'like':
        return state(likes[target.of], target.id, 'isLiked')
      case 'follow':
        return state(['User', isFollowingDocument], target.id, 'isFollowing')
      case 'subscription':
        return state(['Thread', threadStateDocument], target.id, 'isSubscribed')
    }
  }

  function toggle(target: ToggleTarget, wanted: boolean): ServiceCall<boolean | null> {
    const { id } = target
    switch (target.type) {
      case 'favourite': {
        const word = target.of === 'actor' ? 'staff' : target.of
        return turn('ToggleFavourite', toggleFavouriteDocument, { [`${word}Id`]: id }, null)
      }
      case 'like': {
        const type = likeableWords[target.of]
        return turn('ToggleLikeV2', toggleLikeDocument, { id, type }, 'isLiked')
      }
      case 'follow':
        return turn('ToggleFollow', toggleFollowDocument, { userId: id }, 'isFollowing')
      case 'subscription': {
        const variables = { threadId: id, subscribe: wanted }
        const name = 'ToggleThreadSubscription'
        return turn(name, threadSubscriptionDocument, variables, 'isSubscribed')
      }
    }
  }

  return { canToggle: () => true, toggleState, toggle }
}

/** The one thing that was asked for: a field, the first of a list, or the first on a page. */
function thingIn(data: Parts, path: string): Parts {
  const value = path.split('.').reduce<unknown>((of, key) => partsOf(of)[key], data)
  return partsOf(Array.isArray(value) ? value[0] : value)
}
