import { z } from 'zod'
import type { ThreadFilter } from '../../../shared/community/forum'
import type { ForumCalls } from '../../../shared/ipc/forum'
import type { ReviewCalls } from '../../../shared/ipc/reviews'
import type { SocialCalls } from '../../../shared/ipc/social'
import type { SchemasOf } from './schemas'
import { look, page } from './looks'
import { id, kind, title } from './words'

const query = z.string().trim().min(1).max(200)

export const socialArguments: SchemasOf<SocialCalls> = {
  'social:abilities': z.tuple([id]),
  'social:user': z.tuple([look, z.union([id, z.string().min(1).max(100)])]),
  'social:following': z.tuple([look, id, page]),
  'social:followers': z.tuple([look, id, page]),
  'social:favourites': z.tuple([look, id, page]),
  'social:feed': z.tuple([look, page]),
  'social:activities': z.tuple([look, id, page]),
  'social:activity': z.tuple([look, id]),
  'social:notifications': z.tuple([look, page]),
  'social:unread': z.tuple([look]),
}

export const reviewArguments: SchemasOf<ReviewCalls> = {
  'reviews:one': z.tuple([look, kind, id]),
  'reviews:of': z.tuple([look, title, page]),
  'reviews:by': z.tuple([look, id, page]),
  'reviews:recent': z.tuple([look, kind.nullable(), page]),
  'reviews:title': z.tuple([id, title]),
}

const tagNumber = z.int().min(1).max(1_000)

const filter = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['recent', 'new', 'subscribed']) }),
  z.strictObject({
    type: z.literal('tagged'),
    tags: z.array(tagNumber).max(20),
    titles: z.array(title).max(20),
  }),
  z.strictObject({ type: z.literal('search'), text: query }),
]) satisfies z.ZodType<ThreadFilter>

export const forumArguments: SchemasOf<ForumCalls> = {
  'forum:threads': z.tuple([look, filter, page]),
  'forum:thread': z.tuple([look, id, page]),
}
