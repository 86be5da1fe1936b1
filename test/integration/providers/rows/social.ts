import { expect } from 'vitest'
import { favouritesOf } from '../../../../src/sandbox/social/social'
import type { Desk } from './desk'
import { rowsOf, type SharedRow } from './row'

/** Somebody whom the main user follows. */
export function followed({ social, me }: Desk): number {
  return Number(social.follows.by(me)[0])
}

const people: readonly SharedRow[] = [
  {
    proves: 'the signed-in user is told with what waits for them',
    asks: {
      anilist: [['community.me', 'query OwnProfile', 'query Viewer']],
      'anilist-v1': [['community.me', 'GET user']],
    },
    async run({ ask, community, me, owner }) {
      const { value } = await ask(community.me())

      expect(value).toMatchObject({ id: me, name: owner.userName })
      expect(value.unread).toBeGreaterThan(0)
      expect(value.minutesWatched).toBeGreaterThan(0)
      expect(value.listSort).not.toBeNull()
    },
  },
  {
    proves: 'somebody else is told with whether we follow them',
    asks: {
      anilist: [['community.user', 'query UserProfile', 'query User']],
      'anilist-v1': [['community.user', 'GET user/{id || displayname}', 'GET user/{user}']],
    },
    async run(desk) {
      const { ask, community } = desk
      const { value } = await ask(community.user(followed(desk)))

      expect(value).toMatchObject({ id: followed(desk), following: true })
      expect(value.scoreFormat).not.toBeNull()
    },
  },
  {
    proves: 'a name leads to the one who has it, a number of somebody else to nobody',
    asks: {
      anilist: [['community.userNamed', 'query UserProfile', 'query User']],
      'anilist-v1': [['community.userNamed', 'GET user/{id || displayname}', 'GET user/{user}']],
    },
    async run({ ask, codeOf, community, me, owner }) {
      const { value } = await ask(community.userNamed(owner.userName.toUpperCase()))

      expect(value.id).toBe(me)
      expect(await codeOf(community.userNamed(String(me)))).toBe('gone')
    },
  },
  {
    proves: 'people are found by a part of their name, and nobody is an empty page',
    asks: {
      anilist: [['community.searchUsers', 'query UserSearch', 'query Page.users']],
      'anilist-v1': [['community.searchUsers', 'GET user/search/{query}']],
    },
    async run({ ask, community, owner }) {
      const { value } = await ask(community.searchUsers(owner.userName.slice(1), 1))
      const none = await ask(community.searchUsers('nobody has this name', 1))

      expect(value.items.map(({ name }) => name)).toContain(owner.userName)
      expect(none.value).toMatchObject({ items: [], hasNext: false })
    },
  },
  {
    proves: 'whom somebody follows',
    asks: {
      anilist: [['community.following', 'query Following', 'query Page.following']],
      'anilist-v1': [
        [
          'community.following',
          'GET user/{id || displayname}/following',
          'GET user/{user}/following',
        ],
      ],
    },
    async run({ ask, community, me, social }) {
      const { value } = await ask(community.following(me, 1))

      expect(idsOf(value.items)).toEqual(social.follows.by(me).map(Number).sort(upward))
    },
  },
  {
    proves: 'who follows somebody',
    asks: {
      anilist: [['community.followers', 'query Followers', 'query Page.followers']],
      'anilist-v1': [
        [
          'community.followers',
          'GET user/{id || displayname}/followers',
          'GET user/{user}/followers',
        ],
      ],
    },
    async run({ ask, community, me, social }) {
      const { value } = await ask(community.followers(me, 1))

      expect(idsOf(value.items)).toEqual([...social.follows.of(String(me))].sort(upward))
    },
  },
  {
    proves: 'what somebody holds dear, of every kind',
    asks: {
      anilist: [['community.favourites', 'query UserFavourites', 'query User']],
      'anilist-v1': [
        [
          'community.favourites',
          'GET user/{id || displayname}/favourites',
          'GET user/{user}/favourites',
        ],
      ],
    },
    async run({ ask, community, me, social }) {
      const { value, titles, mentioned, pictures } = await ask(community.favourites(me, 1))
      const dear = (kind: Parameters<typeof favouritesOf>[2]) =>
        favouritesOf(social, me, kind).sort(upward)

      const titleIds = [...value.anime.items, ...value.manga.items].map(({ key }) => key)
      expect(titleIds.sort()).toEqual(
        [
          ...dear('anime').map((id) => `anime:${id}`),
          ...dear('manga').map((id) => `manga:${id}`),
        ].sort(),
      )
      expect(idsOf(value.characters.items)).toEqual(dear('character'))
      expect(idsOf(value.staff.items)).toEqual(dear('staff'))
      expect(idsOf(value.studios.items)).toEqual(dear('studio'))
      expect([...titles, ...mentioned]).toHaveLength(titleIds.length)
      expect(pictures.map(({ key }) => key)).toContain(`character-${dear('character')[0]}`)
    },
  },
]

export function idsOf(items: readonly { readonly id: number }[]): readonly number[] {
  return items.map(({ id }) => id).sort(upward)
}

function upward(a: number, b: number) {
  return a - b
}

export const socialRows = rowsOf('social', people)
