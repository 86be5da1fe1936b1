import { expect } from 'vitest'
import type { ThreadFilter } from '../../../../src/shared/community/forum'
import { titleKey } from '../../../../src/shared/media'
import type { Desk } from './desk'
import { rowsOf, type SharedRow, type Spelt } from './row'

type Threads = ReturnType<Desk['social']['forum']['threads']['rows']>

/** A feed of threads holds what `fits`, in the order of `newest`. */
function feed(
  proves: string,
  asks: readonly Spelt[],
  filterOf: (desk: Desk) => ThreadFilter,
  fits: (desk: Desk, thread: Threads[number]) => boolean,
): SharedRow {
  return {
    proves,
    asks: {
      anilist: [['community.threads', 'query Threads', 'query Page.threads']],
      'anilist-v1': asks,
    },
    async run(desk) {
      const { value } = await desk.ask(desk.community.threads(filterOf(desk), 1))

      const there = desk.social.forum.threads.rows().filter((thread) => fits(desk, thread))
      expect(there.length).toBeGreaterThan(0)
      expect(value.items.length).toBeGreaterThanOrEqual(Math.min(there.length, 22))
      for (const { id, title, user, media, tags, replyCount } of value.items) {
        const thread = there.find((one) => one.id === id)
        expect(thread?.title).toBe(title)
        expect(user?.id).toBe(thread?.userId)
        expect(media.map(({ key }) => Number(key.split(':')[1]))).toEqual(thread?.mediaIds)
        expect(tags.map((tag) => tag.id)).toEqual(thread?.categories)
        expect(replyCount).toBe(desk.social.forum.commentsOf(id).length)
      }
    },
  }
}

const busy = ({ social }: Desk) => {
  const { forum } = social
  return forum.threads.rows().find(({ id, isLocked }) => {
    const depths = forum.commentsOf(id).filter(({ parentId }) => parentId !== null)
    return !isLocked && depths.length > 4
  })!
}

const forum: readonly SharedRow[] = [
  feed(
    'the threads in which something was said last',
    [['community.threads', 'GET forum/recent']],
    () => ({ type: 'recent' }),
    () => true,
  ),
  feed(
    'the newest threads',
    [['community.threads', 'GET forum/new']],
    () => ({ type: 'new' }),
    () => true,
  ),
  feed(
    'the threads that we are subscribed to',
    [['community.threads', 'GET forum/subscribed']],
    () => ({ type: 'subscribed' }),
    ({ social, me }, { id }) => social.subscriptions.has(me, `thread ${id}`),
  ),
  feed(
    'the threads with all of some tags and about a title',
    [['community.threads', 'GET forum/tag']],
    (desk) => {
      const { categories, mediaIds } = busy(desk)
      const [id = 0] = mediaIds
      const kind = desk.catalogue.get(id)!.type
      return { type: 'tagged', tags: categories, titles: [titleKey(kind, id)] }
    },
    (desk, thread) => {
      const { categories, mediaIds } = busy(desk)
      return (
        categories.every((tag) => thread.categories.includes(tag)) &&
        thread.mediaIds[0] === mediaIds[0]
      )
    },
  ),
  feed(
    'the threads that name something',
    [['community.threads', 'GET forum/search/{query}']],
    () => ({ type: 'search', text: 'but sadder' }),
    (_desk, { title }) => title.includes('but sadder'),
  ),
  {
    proves: 'a thread with its comments, each under what it answers',
    asks: {
      anilist: [['community.thread', 'query ThreadPage', 'query Thread+Page.threadComments']],
      'anilist-v1': [['community.thread', 'GET forum/thread/{id}']],
    },
    async run(desk) {
      const there = busy(desk)
      const { value } = await desk.ask(desk.community.thread(there.id, 1))

      const comments = desk.social.forum.commentsOf(there.id)
      expect(value.thread).toMatchObject({ id: there.id, title: there.title, locked: false })
      expect(value.text).toBe(there.body)
      const { items } = value.comments
      items.forEach(({ id, parentId, depth, user, text, createdAt }, place) => {
        const comment = comments.find((one) => one.id === id)
        expect(comment).toMatchObject({ parentId, userId: user?.id, comment: text, createdAt })
        const parent = items.slice(0, place).findLast((one) => one.id === parentId)
        expect(depth).toBe(parent === undefined ? 0 : parent.depth + 1)
      })
      expect(items.some(({ depth }) => depth > 1)).toBe(true)
    },
  },
  {
    proves: 'the comments of a long thread come page by page, none twice',
    asks: {
      anilist: [['community.thread', 'query ThreadPage', 'query Thread+Page.threadComments']],
      'anilist-v1': [['community.thread', 'GET forum/thread/{id}']],
    },
    async run(desk) {
      const { ask, community, social } = desk
      const { id } = busy(desk)
      for (let at = 0; at < 30; at++) {
        const draft = { id: null, threadId: id, replyTo: null, text: `word ${at}` }
        await ask(community.saveComment(draft))
      }

      const seen: number[] = []
      for (let page = 1; ; page++) {
        const { value } = await ask(community.thread(id, page))
        seen.push(...value.comments.items.map((comment) => comment.id))
        if (!value.comments.hasNext) break
      }

      expect(new Set(seen).size).toBe(seen.length)
      expect([...seen].sort((a, b) => a - b)).toEqual(
        social.forum.commentsOf(id).map((one) => one.id),
      )
    },
  },
  {
    proves: 'a thread is opened, changed and removed',
    asks: {
      anilist: [
        ['community.saveThread', 'mutation SaveThread', 'mutation SaveThread'],
        ['community.removeThread', 'mutation DeleteThread', 'mutation DeleteThread'],
      ],
      'anilist-v1': [
        ['community.saveThread', 'POST forum/thread'],
        ['community.saveThread', 'PUT forum/thread'],
        ['community.removeThread', 'DELETE forum/thread/{thread_id}', 'DELETE forum/thread/{id}'],
      ],
    },
    async run({ ask, catalogue, community, me, social }) {
      const { threads } = social.forum
      const [anime, manga] = [catalogue.of('anime')[5]!.id, catalogue.of('manga')[5]!.id]
      const titles = [titleKey('anime', anime), titleKey('manga', manga)]
      const draft = {
        id: null,
        title: 'Apples & Pears',
        text: 'first\nwords',
        tags: [7, 17],
        titles,
      }

      const { value } = await ask(community.saveThread(draft))
      expect(threads.get(value!.id)).toMatchObject({
        userId: me,
        title: 'Apples & Pears',
        body: 'first\nwords',
        categories: [7, 17],
        mediaIds: [anime, manga],
      })

      await ask(community.saveThread({ ...draft, id: value!.id, title: 'Cherries', tags: [1] }))
      expect(threads.get(value!.id)).toMatchObject({ title: 'Cherries', categories: [1] })

      await ask(community.removeThread(value!.id))
      expect(threads.get(value!.id)).toBeUndefined()
    },
  },
  {
    proves: 'a comment is written, answered, changed and removed',
    asks: {
      anilist: [
        ['community.saveComment', 'mutation SaveThreadComment', 'mutation SaveThreadComment'],
        ['community.removeComment', 'mutation DeleteThreadComment', 'mutation DeleteThreadComment'],
      ],
      'anilist-v1': [
        ['community.saveComment', 'POST forum/comment'],
        ['community.saveComment', 'PUT forum/comment'],
        [
          'community.removeComment',
          'DELETE forum/comment/{comment_id}',
          'DELETE forum/comment/{id}',
        ],
      ],
    },
    async run(desk) {
      const { ask, community, me, social } = desk
      const { comments } = social.forum
      const threadId = busy(desk).id
      const draft = { id: null, threadId, replyTo: null, text: 'one' }

      const first = (await ask(community.saveComment(draft))).value!
      const answer = (
        await ask(community.saveComment({ ...draft, replyTo: first.id, text: 'two' }))
      ).value!
      expect(comments.get(first.id)).toMatchObject({ userId: me, comment: 'one', parentId: null })
      expect(comments.get(answer.id)).toMatchObject({ comment: 'two', parentId: first.id })
      expect([first.depth, answer.depth]).toEqual([0, 1])

      await ask(community.saveComment({ ...draft, id: answer.id, text: 'three' }))
      expect(comments.get(answer.id)).toMatchObject({ comment: 'three', parentId: first.id })

      await ask(community.removeComment(answer.id))
      expect(comments.get(answer.id)).toBeUndefined()
    },
  },
]

export const forumRows = rowsOf('forum', forum)
