import { expect } from 'vitest'
import type { ToggleTarget } from '../../../../src/shared/community/favourites'
import type { Desk } from './desk'
import { rowsOf, type SharedRow, type Spelt } from './row'

type Find = (desk: Desk) => ToggleTarget

/** Reads, turns, reads again, turns back: what is read is what the service has. */
function turning(proves: string, find: Find, asks: SharedRow['asks']): SharedRow {
  return {
    proves,
    asks,
    async run(desk) {
      const { ask, community, me } = desk
      const target = find(desk)
      expect(community.canToggle(target)).toBe(true)
      const before = await ask(community.toggleState(target, me))

      const told = await ask(community.toggle(target, !before))
      expect([null, !before]).toContain(told)
      expect(await ask(community.toggleState(target, me))).toBe(!before)

      await ask(community.toggle(target, before))
      expect(await ask(community.toggleState(target, me))).toBe(before)
    },
  }
}

const read = 'community.toggleState'
const turn = 'community.toggle'

function v2(
  query: string,
  readAt: string,
  mutation: string,
  turnedAt = mutation,
): readonly Spelt[] {
  return [
    [read, `query ${query}`, `query ${readAt}`],
    [turn, `mutation ${mutation}`, `mutation ${turnedAt}`],
  ]
}

const favouritesOfMe = [
  read,
  'GET user/{id || displayname}/favourites',
  'GET user/{user}/favourites',
] as const

function series(kind: 'anime' | 'manga'): SharedRow {
  return turning(
    `a favourite ${kind} is read, then turned around`,
    ({ catalogue }) => ({ type: 'favourite', of: kind, id: catalogue.of(kind)[3]!.id }),
    {
      anilist: v2('IsMediaFavourite', 'Media', 'ToggleFavourite'),
      'anilist-v1': [
        [read, 'GET {series_type}/{id}', `GET ${kind}/{id}`],
        [turn, 'POST {series_type}/favourite', `POST ${kind}/favourite`],
      ],
    },
  )
}

function person(of: 'character' | 'staff' | 'actor', query: string, field: string): SharedRow {
  return turning(
    `a favourite ${of} is read, then turned around`,
    () => ({ type: 'favourite', of, id: 7 }),
    {
      anilist: v2(query, field, 'ToggleFavourite'),
      'anilist-v1': [favouritesOfMe, [turn, `POST ${of}/favourite`]],
    },
  )
}

function like(
  of: 'activity' | 'reply' | 'thread' | 'comment',
  query: string,
  field: string,
  idOf: (desk: Desk) => number | undefined,
): SharedRow {
  return turning(
    `a like of a ${of} is read, then turned around`,
    (desk) => ({ type: 'like', of, id: idOf(desk) ?? 0 }),
    { anilist: v2(query, field, 'ToggleLike', 'ToggleLikeV2') },
  )
}

const toggles: readonly SharedRow[] = [
  series('anime'),
  series('manga'),
  person('character', 'IsCharacterFavourite', 'Character'),
  person('staff', 'IsStaffFavourite', 'Staff'),
  person('actor', 'IsStaffFavourite', 'Staff'),
  turning(
    'a favourite studio is read, then turned around',
    () => ({ type: 'favourite', of: 'studio', id: 2 }),
    { anilist: v2('IsStudioFavourite', 'Studio', 'ToggleFavourite') },
  ),
  turning(
    'following somebody is read, then turned around',
    ({ social, me }) => ({ type: 'follow', id: Number(social.follows.by(me)[0]) }),
    {
      anilist: v2('IsFollowing', 'User', 'ToggleFollow'),
      'anilist-v1': [
        [read, 'GET user/{id || displayname}', 'GET user/{user}'],
        [turn, 'POST user/follow'],
      ],
    },
  ),
  turning(
    'the subscription of a thread is read, then changed',
    ({ social }) => ({ type: 'subscription', id: social.forum.threads.rows()[0]!.id }),
    {
      anilist: v2('ThreadState', 'Thread', 'ToggleThreadSubscription'),
      'anilist-v1': [
        [read, 'GET forum/thread/{id}'],
        [turn, 'POST forum/comment/subscribe'],
      ],
    },
  ),
  like(
    'activity',
    'IsActivityLiked',
    'Activity',
    ({ social }) => social.activities.table.rows()[0]?.id,
  ),
  like(
    'reply',
    'IsReplyLiked',
    'Page.activityReplies',
    ({ social }) => social.activities.replies.rows()[0]?.id,
  ),
  like('thread', 'ThreadState', 'Thread', ({ social }) => social.forum.threads.rows()[0]?.id),
  like(
    'comment',
    'IsCommentLiked',
    'ThreadComment',
    ({ social }) => social.forum.comments.rows()[0]?.id,
  ),
]

export const toggleRows = rowsOf('toggles', toggles)
