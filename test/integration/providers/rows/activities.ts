import { expect } from 'vitest'
import type { Desk } from './desk'
import { rowsOf, type SharedRow } from './row'
import { followed } from './social'

const post = 'POST user/activity'

function ownText({ social, me }: Desk, text: string) {
  return social.activities.table
    .rows()
    .find((activity) => activity.userId === me && activity.text === text)
}

const activities: readonly SharedRow[] = [
  {
    proves: 'the feed holds what we and those we follow did, newest first',
    asks: {
      anilist: [['community.feed', 'query ActivityFeed', 'query Page.activities']],
      'anilist-v1': [['community.feed', 'GET user/activity']],
    },
    async run({ ask, community, me, social }) {
      const { value } = await ask(community.feed(1))

      const seen = new Set([me, ...social.follows.by(me).map(Number)])
      expect(value.items.length).toBeGreaterThan(5)
      expect(value.items.map(({ type }) => type)).not.toContain('unknown')
      for (const activity of value.items) {
        expect(seen).toContain(activity.user?.id)
        expect(activity.createdAt).toBe(social.activities.table.get(activity.id)?.createdAt)
      }
    },
  },
  {
    proves: 'a user page holds what they did and messages to them, page by page',
    asks: {
      anilist: [['community.activitiesOf', 'query UserActivities', 'query Page.activities']],
      'anilist-v1': [
        [
          'community.activitiesOf',
          'GET user/{id || displayname}/activity',
          'GET user/{user}/activity',
        ],
      ],
    },
    async run({ ask, community, me, social }) {
      const { value } = await ask(community.activitiesOf(me, 1))
      const beyond = await ask(community.activitiesOf(me, 90))

      const own = social.activities.table
        .rows()
        .filter(({ userId, recipientId }) => (recipientId ?? userId) === me)
      expect(value.items.map(({ id }) => id).every((id) => own.some((row) => row.id === id))).toBe(
        true,
      )
      expect(value.items.some(({ type }) => type === 'message')).toBe(true)
      expect(value.items.some((item) => item.type === 'list' && item.media !== null)).toBe(true)
      expect(beyond.value).toMatchObject({ items: [], hasNext: false })
    },
  },
  {
    proves: 'a status is posted as it was written',
    asks: {
      anilist: [['community.postStatus', 'mutation SaveTextActivity', 'mutation SaveTextActivity']],
      'anilist-v1': [['community.postStatus', post]],
    },
    async run(desk) {
      const { value } = await desk.ask(desk.community.postStatus('a & b = "ふ"\n2'))

      expect(value).toMatchObject({
        type: 'status',
        text: 'a & b = "ふ"\n2',
        user: { id: desk.me },
      })
      expect(ownText(desk, 'a & b = "ふ"\n2')).toMatchObject({ type: 'TEXT', id: value?.id })
    },
  },
  {
    proves: 'a message reaches its recipient',
    asks: {
      anilist: [
        ['community.postMessage', 'mutation SaveMessageActivity', 'mutation SaveMessageActivity'],
      ],
      'anilist-v1': [['community.postMessage', post]],
    },
    async run(desk) {
      const to = followed(desk)

      const { value } = await desk.ask(desk.community.postMessage(to, 'hello'))

      expect(value).toMatchObject({ type: 'message', recipient: { id: to }, user: { id: desk.me } })
      expect(ownText(desk, 'hello')?.recipientId).toBe(to)
    },
  },
  {
    proves: 'a reply stands under its activity, and can be taken back',
    asks: {
      anilist: [
        ['community.postReply', 'mutation SaveActivityReply', 'mutation SaveActivityReply'],
        ['community.removeReply', 'mutation DeleteActivityReply', 'mutation DeleteActivityReply'],
      ],
      'anilist-v1': [
        ['community.postReply', post],
        ['community.removeReply', 'DELETE user/activity/reply'],
      ],
    },
    async run({ ask, community, me, social }) {
      const [activity] = social.activities.table.rows()

      const { value } = await ask(community.postReply(activity!.id, 'yes'))
      expect(value).toMatchObject({ activityId: activity!.id, text: 'yes', user: { id: me } })
      expect(social.activities.replies.get(value!.id)?.text).toBe('yes')

      await ask(community.removeReply(value!.id))
      expect(social.activities.replies.get(value!.id)).toBeUndefined()
    },
  },
  {
    proves: 'an activity of our own is removed, one of others is not',
    asks: {
      anilist: [['community.removeActivity', 'mutation DeleteActivity', 'mutation DeleteActivity']],
      'anilist-v1': [['community.removeActivity', 'DELETE user/activity']],
    },
    async run({ ask, codeOf, community, me, social }) {
      const { value } = await ask(community.postStatus('gone soon'))

      await ask(community.removeActivity(value!.id))

      expect(social.activities.table.get(value!.id)).toBeUndefined()
      const foreign = social.activities.table
        .rows()
        .find(({ userId, recipientId }) => userId !== me && recipientId === null)
      expect(await codeOf(community.removeActivity(foreign!.id))).toBe('gone')
    },
  },
  {
    proves: 'notifications come newest first, and reading them leaves the counter alone',
    asks: {
      anilist: [
        ['community.notifications', 'query Notifications', 'query Page.notifications'],
        ['community.unreadCount', 'query UnreadCount', 'query Viewer'],
      ],
      'anilist-v1': [
        ['community.notifications', 'GET user/notifications'],
        ['community.unreadCount', 'GET user/notifications/count'],
      ],
    },
    async run({ ask, community, me, social }) {
      const before = await ask(community.unreadCount())
      const { value } = await ask(community.notifications(1, 'keep'))

      const there = social.notifications.of(me).map(({ id }) => id)
      expect(value.items.map(({ id }) => id)).toEqual(there.slice(0, value.items.length))
      expect(value.items.length).toBeGreaterThan(9)
      expect(value.items.map(({ type }) => type)).not.toContain('unknown')
      expect(before).toBeGreaterThan(0)
      expect(await ask(community.unreadCount())).toBe(before)
    },
  },
  {
    proves: 'the counter is set back when the user opens them',
    asks: {
      anilist: [['community.notifications', 'query Notifications', 'query Page.notifications']],
    },
    async run({ ask, community }) {
      const { value } = await ask(community.notifications(1, 'reset'))

      expect(await ask(community.unreadCount())).toBe(0)
      expect(value.items.find(({ type }) => type === 'media-merged')).toMatchObject({
        media: expect.objectContaining({ key: expect.any(String) as string }) as object,
        deletedTitles: [expect.any(String) as string],
      })
      expect(value.items.find(({ type }) => type === 'airing')).toMatchObject({ episode: 4 })
    },
  },
  {
    proves: 'one activity is told with the replies to it',
    asks: { anilist: [['community.activity', 'query Activity', 'query Activity']] },
    async run({ ask, community, social }) {
      const { activities: all } = social
      const busy = all.table.rows().find(({ id }) => all.repliesTo(id).length > 1)!

      const { value } = await ask(community.activity!(busy.id))

      expect(value.replies?.map(({ id }) => id)).toEqual(all.repliesTo(busy.id).map(({ id }) => id))
    },
  },
]

export const activityRows = rowsOf('activities', activities)
