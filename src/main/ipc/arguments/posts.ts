import { z } from 'zod'
import { favouriteTypes, type ToggleTarget } from '../../../shared/community/favourites'
import type { CommentDraft, ThreadDraft } from '../../../shared/community/forum'
import type { Draft, DraftKey, Post } from '../../../shared/community/post'
import { reviewVotes, type ReviewDraft } from '../../../shared/community/review'
import type { PostCalls } from '../../../shared/ipc/posts'
import type { SchemasOf } from './schemas'
import { id, kind, title } from './words'

const words = z.string().max(100_000)
const line = z.string().max(1_000)
const score = z.int().min(0).max(100)
const tags = z.array(z.int().min(1).max(1_000)).max(20)
const titles = z.array(title).max(20)

const target = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('favourite'), of: z.enum(favouriteTypes), id }),
  z.strictObject({ type: z.enum(['follow', 'subscription']), id }),
  z.strictObject({
    type: z.literal('like'),
    of: z.enum(['activity', 'reply', 'thread', 'comment']),
    id,
  }),
]) satisfies z.ZodType<ToggleTarget>

const review = z.strictObject({
  id: id.nullable(),
  title,
  text: words,
  summary: line,
  private: z.boolean(),
  score,
}) satisfies z.ZodType<ReviewDraft>

const thread = z.strictObject({
  id: id.nullable(),
  title: line,
  text: words,
  tags,
  titles,
}) satisfies z.ZodType<ThreadDraft>

const comment = z.strictObject({
  id: id.nullable(),
  threadId: id,
  replyTo: id.nullable(),
  text: words,
}) satisfies z.ZodType<CommentDraft>

const post = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('status'), text: words }),
  z.strictObject({ type: z.literal('message'), recipientId: id, text: words }),
  z.strictObject({ type: z.literal('reply'), activityId: id, text: words }),
  z.strictObject({
    type: z.enum(['remove-activity', 'remove-reply', 'remove-thread', 'remove-comment']),
    id,
  }),
  z.strictObject({ type: z.literal('review'), draft: review }),
  z.strictObject({ type: z.literal('rate-review'), kind, id, vote: z.enum(reviewVotes) }),
  z.strictObject({ type: z.literal('remove-review'), kind, id }),
  z.strictObject({ type: z.literal('thread'), draft: thread }),
  z.strictObject({ type: z.literal('comment'), draft: comment }),
  z.strictObject({ type: z.literal('toggle'), target, wanted: z.boolean() }),
]) satisfies z.ZodType<Post>

const key = z
  .templateLiteral([
    z.enum(['status', 'message', 'reply', 'review', 'thread', 'comment']),
    ':',
    z.string(),
  ])
  .refine((text) => text.length <= 100) satisfies z.ZodType<DraftKey>

const draft = z.strictObject({
  text: words,
  title: line.exactOptional(),
  tags: tags.exactOptional(),
  titles: titles.exactOptional(),
  summary: line.exactOptional(),
  score: score.nullable().exactOptional(),
  private: z.boolean().exactOptional(),
}) satisfies z.ZodType<Draft>

export const postArguments: SchemasOf<PostCalls> = {
  'posts:send': z.tuple([id, post]),
  'posts:waiting': z.tuple([id]),
  'posts:drop': z.tuple([id, id]),
  'posts:retry': z.tuple([id, id]),
  'posts:draft': z.tuple([id, key]),
  'posts:keep-draft': z.tuple([id, key, draft.nullable()]),
  'posts:drafts': z.tuple([id]),
}
