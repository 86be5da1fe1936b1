import type { ForumCalls } from '../../../../src/shared/ipc/forum'
import type { PostCalls } from '../../../../src/shared/ipc/posts'
import type { ReviewCalls } from '../../../../src/shared/ipc/reviews'
import type { SocialCalls } from '../../../../src/shared/ipc/social'

const look = { accountId: 1, ticket: 3, want: 'fresh' } as const

type Topic = PostCalls & SocialCalls & ReviewCalls & ForumCalls

export const goodCommunityArguments: { readonly [C in keyof Topic]: Parameters<Topic[C]> } = {
  'posts:send': [1, { type: 'status', text: 'Hello' }],
  'posts:waiting': [1],
  'posts:drop': [1, 2],
  'posts:retry': [1, 2],
  'posts:draft': [1, 'review:anime:5114'],
  'posts:keep-draft': [1, 'thread:new', { text: 'Hello', title: 'Well', tags: [7], titles: [] }],
  'posts:drafts': [1],
  'social:abilities': [1],
  'social:user': [look, 'mia'],
  'social:following': [look, 7, 1],
  'social:followers': [look, 7, 1],
  'social:favourites': [look, 7, 1],
  'social:feed': [look, 1],
  'social:activities': [look, 7, 1],
  'social:activity': [look, 501],
  'social:notifications': [look, 1],
  'social:unread': [look],
  'reviews:one': [look, 'anime', 101],
  'reviews:of': [look, 'anime:5114', 1],
  'reviews:by': [look, 7, 1],
  'reviews:recent': [look, null, 1],
  'reviews:title': [1, 'anime:5114'],
  'forum:threads': [look, { type: 'tagged', tags: [5], titles: ['anime:5114'] }, 1],
  'forum:thread': [look, 61, 1],
}
