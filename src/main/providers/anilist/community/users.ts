import type { Favourites } from '../../../../shared/community/favourites'
import type { SocialCalls } from '../../community'
import type { Gathering } from '../../found'
import { partsOf } from '../../lenient'
import {
  favouritesDocument,
  followersDocument,
  followingDocument,
  ownProfileDocument,
  userDocument,
  userSearchDocument,
} from '../documents/users'
import { nodesOf } from '../read/page'
import { smallCharacter, smallStaff, smallStudio } from '../read/people'
import { wholeTitle } from '../read/titles'
import { readUser, smallUser } from '../read/users'
import { type Ask, perConnection } from './ask'

type UserCalls = Pick<
  SocialCalls,
  'me' | 'user' | 'userNamed' | 'searchUsers' | 'following' | 'followers' | 'favourites'
>

/** People: who they are, whom they follow, what they hold dear. */
export function createUserCalls({ find, page }: Ask): UserCalls {
  const one = (variables: { id: number } | { name: string }) =>
    find({ name: 'User', document: userDocument }, variables, (data, into) =>
      readUser(data['User'], into),
    )
  return {
    me: () =>
      find({ name: 'Viewer', document: ownProfileDocument, needsUser: true }, {}, (data, into) =>
        readUser(data['Viewer'], into),
      ),
    user: (id) => one({ id }),
    userNamed: (name) => one({ name }),
    searchUsers: (search, number) =>
      page(
        { name: 'Page.users', field: 'users', document: userSearchDocument },
        { page: number, search },
        smallUser,
      ),
    following: (userId, number) =>
      page(
        { name: 'Page.following', field: 'following', document: followingDocument },
        { page: number, userId },
        smallUser,
      ),
    followers: (userId, number) =>
      page(
        { name: 'Page.followers', field: 'followers', document: followersDocument },
        { page: number, userId },
        smallUser,
      ),
    favourites: (id, number) =>
      find(
        { name: 'User.favourites', document: favouritesDocument },
        { id, page: number, perPage: perConnection },
        (data, into) => readFavourites(partsOf(data['User'])['favourites'], into),
      ),
  }
}

function readFavourites(value: unknown, into: Gathering): Favourites {
  const raw = partsOf(value)
  return {
    anime: nodesOf(raw['anime'], (node) => wholeTitle(node, into, 'anime')),
    manga: nodesOf(raw['manga'], (node) => wholeTitle(node, into, 'manga')),
    characters: nodesOf(raw['characters'], (node) => smallCharacter(node, into)),
    staff: nodesOf(raw['staff'], (node) => smallStaff(node, into, 'staff')),
    studios: nodesOf(raw['studios'], smallStudio),
  }
}
