import type { Activity } from '../../../shared/community/activity'
import type { Post } from '../../../shared/community/post'
import type { SmallUser } from '../../../shared/community/user'
import type { Community } from '../../providers/community'
import type { Looking } from '../../queue/commands'

interface Where {
  readonly community: Community
  /** The number of the signed-in user. */
  readonly me: number
  /** Unix ms. */
  readonly since: number
  readonly run: Looking['run']
}

/** Clocks differ: what seems a little older than the wish to post it can still be it, in s. */
const slackS = 600

interface Words {
  readonly user: SmallUser | null
  readonly text: string
  readonly createdAt: number | null
}

/** Whether words that may have been posted are at the service; `null` when it cannot be told. */
export async function hasArrived(where: Where, post: Post): Promise<boolean | null> {
  const { community, me, run } = where
  switch (post.type) {
    case 'status':
      return someActivity((await run(community.activitiesOf(me, 1))).value, where, post)
    case 'message':
      return someActivity(
        (await run(community.activitiesOf(post.recipientId, 1))).value,
        where,
        post,
      )
    case 'reply':
      return replyArrived(where, post.activityId, post.text)
    case 'review': {
      const { title, summary, text } = post.draft
      const { value } = await run(community.reviewsBy(me, 1))
      const own = value.items.find(({ media }) => media?.key === title)
      if (!own) return value.hasNext ? null : false
      return same(own.summary, summary) && (own.text === null || same(own.text, text))
    }
    case 'thread': {
      const { id, title, text } = post.draft
      if (id !== null) {
        const { value } = await run(community.thread(id, 1))
        return same(value.thread.title, title) && same(value.text, text)
      }
      const { value } = await run(community.threads({ type: 'new' }, 1))
      return among(
        value,
        where,
        (thread) =>
          thread.user?.id === me && same(thread.title, title) && isSince(thread.createdAt, where),
      )
    }
    case 'comment':
      return commentArrived(where, post.draft.threadId, post.draft.id, post.draft.text)
    default:
      return null
  }
}

function someActivity(
  latest: Latest<Activity>,
  where: Where,
  { type, text }: { readonly type: 'status' | 'message'; readonly text: string },
): boolean | null {
  return among(latest, where, (each) => each.type === type && isMine(each, where, text))
}

interface Latest<T> {
  readonly items: readonly T[]
  readonly hasNext: boolean
}

/** Whether it is among the latest; `null` when these do not go back to when it was wished for. */
function among<T extends { readonly createdAt: number | null }>(
  { items, hasNext }: Latest<T>,
  where: Where,
  isIt: (item: T) => boolean,
): boolean | null {
  if (items.some(isIt)) return true
  const goBack = !hasNext || items.some(({ createdAt }) => !isSince(createdAt, where))
  return goBack ? false : null
}

/** Where an activity cannot be opened by its number, it is looked for among the latest. */
async function replyArrived(where: Where, activityId: number, text: string) {
  const { community, run } = where
  const found = community.activity
    ? (await run(community.activity(activityId))).value
    : (await run(community.feed(1))).value.items.find(({ id }) => id === activityId)
  if (!found?.replies) return null
  return found.replies.some((reply) => isMine(reply, where, text))
}

/** New comments at the root are on the last page, which only a thread of one page shows at once. */
async function commentArrived(where: Where, threadId: number, id: number | null, text: string) {
  const { value } = await where.run(where.community.thread(threadId, 1))
  const { items, hasNext } = value.comments
  if (id !== null) {
    const known = items.find((comment) => comment.id === id)
    return known ? same(known.text, text) : null
  }
  if (items.some((comment) => isMine(comment, where, text))) return true
  return hasNext ? null : false
}

function isMine({ user, text, createdAt }: Words, where: Where, wanted: string): boolean {
  return user?.id === where.me && same(text, wanted) && isSince(createdAt, where)
}

function isSince(createdAt: number | null, { since }: Where): boolean {
  return createdAt === null || createdAt >= since / 1000 - slackS
}

/** Services keep signs outside of the usual ones as numbers, and ends of lines as they like. */
function same(a: string, b: string): boolean {
  return plain(a) === plain(b)
}

function plain(text: string): string {
  return text
    .replace(/&#(\d{1,7});/g, (whole, code: string) => signOf(Number(code)) ?? whole)
    .replace(/\s+/g, ' ')
    .trim()
}

function signOf(code: number): string | null {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null
}
