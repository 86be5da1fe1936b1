import { between, pick, sample } from '../core/random'
import { paragraph } from './prose'
import type { Seeding } from './seeding'

const openings = [
  ['[Spoilers] %s (Episode 1 Discussion)', [5]],
  ['What did you think of %s?', [7]],
  ['Something like %s, but sadder', [15]],
  ['The music of %s', [9]],
  ['Is the ending of %s worth it?', [7]],
] as const

/** Threads, and comments that answer each other up to four deep. */
export function seedForum(seeding: Seeding): void {
  const { social, random, people, titles, now } = seeding
  const { forum, subscriptions } = social
  for (let at = 45; at > 0; at--) {
    const series = pick(random, titles)
    const [title, categories] = pick(random, openings)
    const createdAt = now - at * 40_000
    const userId = pick(random, people)
    const id = forum.nextThreadId()
    forum.threads.put({
      id,
      userId,
      title: title.replace('%s', series.romaji),
      body: paragraph(random, 2, 5),
      categories: [series.type === 'anime' ? 1 : 2, ...categories],
      mediaIds: [series.id],
      isSticky: at === 45,
      isLocked: at === 44,
      viewCount: between(random, 10, 4000),
      createdAt,
      updatedAt: createdAt,
    })
    for (const reader of sample(random, people, Math.min(2, people.length))) {
      subscriptions.set(reader, `thread ${id}`, true)
    }
    seedComments(seeding, id, createdAt)
  }
}

function seedComments({ social, random, people }: Seeding, threadId: number, from: number): void {
  const { forum } = social
  const written: { id: number; depth: number }[] = []
  for (let at = between(random, 0, 24); at > 0; at--) {
    const parents = written.filter(({ depth }) => depth < 4)
    const parent = parents.length > 0 && random() < 0.55 ? pick(random, parents) : null
    const id = forum.nextCommentId()
    const createdAt = from + (25 - at) * 900
    forum.comments.put({
      id,
      threadId,
      parentId: parent?.id ?? null,
      userId: pick(random, people),
      comment: paragraph(random, 1, 3),
      createdAt,
      updatedAt: createdAt + (random() < 0.1 ? 300 : 0),
    })
    written.push({ id, depth: (parent?.depth ?? 0) + 1 })
  }
}
