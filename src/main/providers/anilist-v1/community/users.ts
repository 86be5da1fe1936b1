import { wholePage } from '../../../../shared/community/paging'
import { AppError } from '../../../../shared/failure'
import type { SocialCalls } from '../../community'
import type { Gathering } from '../../found'
import { partsOf } from '../../lenient'
import { smallCharacter, smallStaff, toStudio } from '../read/people'
import { readRows, someRows } from '../read/rows'
import { smallSeries } from '../read/titles'
import { readUser, smallUser } from '../read/users'
import { type Ask, pathPart } from './ask'

type UserCalls = Pick<
  SocialCalls,
  'me' | 'user' | 'userNamed' | 'searchUsers' | 'following' | 'followers' | 'favourites'
>

const user = 'GET user/{id || displayname}'

/** People: who they are, whom they follow, what they hold dear. Nothing here has pages. */
export function createUserCalls({ find }: Ask): UserCalls {
  const people = (userId: number, word: 'following' | 'followers') =>
    find(
      { name: `${user}/${word}`, path: `user/${userId}/${word}`, needsUser: true },
      (body, into) => wholePage(readRows(body, word, (row) => smallUser(row, into))),
    )
  return {
    me: () => find({ name: 'GET user', path: 'user', needsUser: true }, readUser),
    user: (id) => find({ name: user, path: `user/${id}` }, readUser),
    /** A name of digits may be taken for a number (docs/services.md, "AniList v1: lists"). */
    userNamed: (name) =>
      find({ name: user, path: `user/${pathPart(name)}` }, (body, into) => {
        const found = readUser(body, into)
        if (found.name.toLowerCase() === name.trim().toLowerCase()) return found
        throw new AppError({ code: 'gone', detail: 'The answer was about somebody else.' })
      }),
    searchUsers: (text) =>
      find(
        { name: 'GET user/search/{query}', path: `user/search/${pathPart(text)}`, isSearch: true },
        (body, into) => wholePage(readRows(body, 'users', (row) => smallUser(row, into))),
      ),
    following: (userId) => people(userId, 'following'),
    followers: (userId) => people(userId, 'followers'),
    favourites: (userId) =>
      find(
        { name: `${user}/favourites`, path: `user/${userId}/favourites`, needsUser: true },
        readFavourites,
      ),
  }
}

/** What somebody holds dear; a kind that is missing is empty. */
export function readFavourites(body: unknown, into: Gathering) {
  const raw = partsOf(body)
  return {
    anime: wholePage(someRows(raw['anime'], (row) => smallSeries(row, into, 'anime'))),
    manga: wholePage(someRows(raw['manga'], (row) => smallSeries(row, into, 'manga'))),
    characters: wholePage(someRows(raw['character'], (row) => smallCharacter(row, into))),
    staff: wholePage(someRows(raw['staff'], (row) => smallStaff(row, into, 'staff'))),
    studios: wholePage(
      someRows(raw['studio'], (row) => {
        const studio = toStudio(row)
        return studio && { id: studio.id, name: studio.name }
      }),
    ),
  }
}
