import type { World } from '../world/world'
import type { Social } from './social'

/** The shortest body of a review that a service takes. */
const leastReview = 2000
/** Comments that hang on one root: a page counts roots. */
const perRoot = 100

/** Lets everybody have said the texts, one after the other, wherever a service shows words of people. */
export function setWords(social: Social, world: World, texts: readonly string[]): void {
  let at = 0
  const next = () => texts[at++ % texts.length] ?? ''
  const { activities, reviews, forum } = social
  for (const row of activities.table.rows()) {
    activities.table.put({ ...row, ...(row.type.endsWith('LIST') ? {} : { text: next() }) })
  }
  for (const row of activities.replies.rows()) activities.replies.put({ ...row, text: next() })
  for (const row of reviews.table.rows()) {
    reviews.table.put({
      ...row,
      body: next().padEnd(leastReview, ' .'),
      summary: next().slice(0, 120),
    })
  }
  for (const row of forum.threads.rows()) {
    forum.threads.put({ ...row, title: next(), body: next() })
  }
  for (const row of forum.comments.rows()) forum.comments.put({ ...row, comment: next() })
  for (const user of world.users.rows()) world.users.put({ ...user, about: next() })
}

/** Fills a thread with so many comments of the texts, in trees of a hundred; answers its number. */
export function fillThread(social: Social, texts: readonly string[], count: number): number {
  const { forum } = social
  const thread = forum.threads.rows().find(({ isLocked }) => !isLocked)
  if (!thread) throw new Error('There is no thread.')
  for (const { id } of forum.commentsOf(thread.id)) forum.comments.remove(id)
  const above: number[] = []
  for (let at = 0; at < count; at += 1) {
    const id = forum.nextCommentId()
    const depth = at % perRoot === 0 ? 0 : 1 + (at % 4)
    above.length = Math.min(above.length, depth)
    forum.comments.put({
      id,
      threadId: thread.id,
      parentId: above.at(-1) ?? null,
      userId: thread.userId,
      comment: texts[at % texts.length] ?? '',
      createdAt: thread.createdAt + at,
      updatedAt: thread.createdAt + at,
    })
    above.push(id)
  }
  return thread.id
}
