import { expect, test } from 'vitest'
import { createAnilist } from '../../../../src/main/providers/anilist/anilist'
import { createAnilistV1 } from '../../../../src/main/providers/anilist-v1/anilist-v1'
import { written } from '../../../../src/main/providers/written'
import { clock, failureFrom } from './support'

const anilist = createAnilist({ clock })
const v1 = createAnilistV1({ clock })
const { community } = anilist

const thread = { id: null, title: 'A thread', text: 'Text.', tags: [7], titles: [] }
const comment = { id: null, threadId: 1, replyTo: null }
const post = (length: number) => 'x'.repeat(length)

/** What each call takes, as the schema says of its argument. */
const calls = [
  ['SaveTextActivity', 5, 10_000, (text: string) => community.postStatus(text)],
  ['SaveMessageActivity', 2, 10_000, (text: string) => community.postMessage(1, text)],
  ['SaveActivityReply', 2, 8_000, (text: string) => community.postReply(1, text)],
  ['SaveThread title', 6, 120, (title: string) => community.saveThread({ ...thread, title })],
  ['SaveThread', 1, 30_000, (text: string) => community.saveThread({ ...thread, text })],
  ['SaveThreadComment', 1, 12_000, (text: string) => community.saveComment({ ...comment, text })],
] as const

test.each(calls)('%s takes %i to %i characters, and no request is spent on others', (...row) => {
  const [, least, most, make] = row

  for (const length of [least, most]) expect(make(post(length)).effect).toBe('write')
  const short = least === 1 ? 'text-empty' : 'text-short'
  expect(failureFrom(() => make(post(least - 1)))).toMatchObject({
    code: 'invalid-input',
    reason: least - 1 === 0 ? 'text-empty' : short,
  })
  expect(failureFrom(() => make(post(most + 1)))).toMatchObject({
    code: 'invalid-input',
    reason: 'text-long',
  })
})

test('signs count as people count them, blanks around them not at all', () => {
  const limits = { least: 2, most: 3 }

  expect(written('𠮷𠮷', limits)).toBe('𠮷𠮷')
  expect(failureFrom(() => written(' 𠮷 ', limits)).reason).toBe('text-short')
})

test('a review is as long as its service asks for', () => {
  const draft = { id: null, title: 'anime:1', summary: post(20), private: false, score: 5 } as const

  expect([anilist, v1].map(({ capabilities }) => capabilities.reviewLength)).toEqual([2_600, 2_000])
  for (const { capabilities, community: calls } of [anilist, v1]) {
    const least = capabilities.reviewLength ?? 0
    expect(calls.saveReview({ ...draft, text: post(least) }).effect).toBe('write')
    expect(failureFrom(() => calls.saveReview({ ...draft, text: post(least - 1) })).reason).toBe(
      'review-text-short',
    )
  }
})
