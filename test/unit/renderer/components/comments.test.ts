import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import PostEditor from '../../../../src/renderer/src/components/community/PostEditor.vue'
import CommentItem from '../../../../src/renderer/src/components/forum/CommentItem.vue'
import type { Writing } from '../../../../src/renderer/src/forum/rows'
import { useAccountsStore } from '../../../../src/renderer/src/stores/accounts'
import type { Comment } from '../../../../src/shared/community/forum'
import { account } from '../support/builders'
import { installFakeBridge } from '../support/fake-bridge'
import { freshStores, show } from '../support/mounting'

beforeEach(async () => {
  installFakeBridge({ 'accounts:list': () => [account()], 'posts:draft': () => null })
  freshStores()
  await useAccountsStore().load()
})

afterEach(() => (document.body.innerHTML = ''))

function comment(id: number, text: string, part: Partial<Comment> = {}): Comment {
  return {
    id,
    depth: 0,
    parentId: null,
    user: { id: 900, name: 'aoi', hasPicture: false },
    text,
    likeCount: 2,
    liked: false,
    createdAt: 1_000,
    updatedAt: null,
    ...part,
  }
}

const rowOf = (it: Comment, below = 0, isFolded = false) => ({ comment: it, below, isFolded })

function item(
  it: Comment,
  part: { writing?: Writing | null; locked?: boolean; below?: number; focus?: boolean } = {},
) {
  return show(CommentItem, {
    row: rowOf(it, part.below),
    threadId: 5,
    locked: part.locked ?? false,
    abilities: { likes: true, activities: true, recentReviews: true },
    now: 2_000_000,
    writing: part.writing ?? null,
    focus: part.focus ?? false,
  })
}

const press = (shown: ReturnType<typeof item>, label: string) =>
  shown
    .findAll('button')
    .find((button) => button.text().includes(label) || button.attributes('aria-label') === label)
    ?.trigger('click')

test('answering is asked for, and ended by the same button', async () => {
  const closed = item(comment(1, 'Words'))
  await press(closed, 'Reply')
  expect(closed.emitted('write')).toEqual([[1, 'reply']])

  const open = item(comment(1, 'Words'), { writing: 'reply' })
  await press(open, 'Reply')
  expect(open.emitted('write')).toEqual([[1, null]])
})

test('only one’s own can be changed and removed', async () => {
  const me = { id: account().userId, name: account().userName, hasPicture: false }
  const own = item(comment(3, 'Mine', { user: me }))
  await press(own, 'Edit')
  await press(own, 'Remove')
  expect(own.emitted('write')).toEqual([[3, 'edit']])
  expect(own.emitted('remove')).toEqual([[3]])

  expect(item(comment(4, 'Not mine')).text()).not.toContain('Edit')
})

test('nobody answers in a thread that is closed', () => {
  expect(item(comment(1, 'Words'), { locked: true }).text()).not.toContain('Reply')
})

test('what was unfolded in one comment is folded in the next that takes its place', async () => {
  const shown = item(comment(1, 'First ~!it was the brother!~'))
  await shown.get('.spoiler-button').trigger('click')
  expect(shown.text()).toContain('it was the brother')

  await shown.setProps({ row: rowOf(comment(2, 'Second ~!it was the sister!~')) })

  expect(shown.text()).toContain('Second')
  expect(shown.text()).not.toContain('it was the sister')
})

test('an editor that was begun for one comment is not handed to the next', async () => {
  const shown = item(comment(1, 'First'), { writing: 'reply' })
  await flushPromises()
  await shown.get('textarea').setValue('To the first')

  await shown.setProps({ row: rowOf(comment(2, 'Second')), writing: 'reply' })
  await flushPromises()

  expect(shown.get('textarea').element.value).toBe('')
})

test('only a field that was opened just now asks for the focus, not one that comes into sight again', () => {
  const again = item(comment(1, 'First'), { writing: 'reply' })
  expect(again.getComponent(PostEditor).props('focus')).toBe(false)

  const opened = item(comment(2, 'Second'), { writing: 'reply', focus: true })
  expect(opened.getComponent(PostEditor).props('focus')).toBe(true)
})
