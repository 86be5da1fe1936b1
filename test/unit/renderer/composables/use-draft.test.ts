import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { nextTick, ref } from 'vue'
import { useDraft } from '../../../../src/renderer/src/composables/use-draft'
import { useAccountsStore } from '../../../../src/renderer/src/stores/accounts'
import type { Draft, DraftKey } from '../../../../src/shared/community/post'
import { account } from '../support/builders'
import { type FakeBridge, installFakeBridge } from '../support/fake-bridge'
import { freshStores, run } from '../support/mounting'

const me = account().id
let main: FakeBridge
let disk: Map<DraftKey, Draft>

beforeEach(async () => {
  disk = new Map()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  main = installFakeBridge({
    'accounts:list': () => [account()],
    'posts:draft': (_account, key) => disk.get(key) ?? null,
    'posts:keep-draft': (_account, key, draft) => {
      if (draft) disk.set(key, draft)
      else disk.delete(key)
    },
  })
  freshStores()
  await useAccountsStore().load()
})
afterEach(() => void vi.useRealTimers())

async function written(key: () => DraftKey = () => 'status:') {
  const draft = run(() => useDraft(key, () => ({ text: '' })))
  await flushPromises()
  return draft
}

const pause = async () => {
  await vi.advanceTimersByTimeAsync(500)
  await flushPromises()
}

test('words are on the disk half a second after the last key, in one piece', async () => {
  const { change, isKept } = await written()
  change({ text: 'H' })
  change({ text: 'He' })
  await vi.advanceTimersByTimeAsync(499)
  expect(main.argsOf('posts:keep-draft')).toEqual([])

  await pause()
  expect(main.argsOf('posts:keep-draft')).toEqual([[me, 'status:', { text: 'He' }]])
  expect(isKept.value).toBe(true)
})

test('who leaves before has them kept all the same', async () => {
  const { change, stop } = await written()
  change({ text: 'In a hurry' })
  stop()
  await flushPromises()

  expect(disk.get('status:')).toEqual({ text: 'In a hurry' })
})

test('what was kept is there when one comes back', async () => {
  disk.set('review:anime:1', { text: 'Long words', summary: 'Short' })
  const { draft, isKept } = await written(() => 'review:anime:1')

  expect(draft.value).toEqual({ text: 'Long words', summary: 'Short' })
  expect(isKept.value).toBe(true)
})

test('another place has a draft of its own, and the old one is kept first', async () => {
  const key = ref<DraftKey>('comment:1-new')
  disk.set('comment:2-new', { text: 'The other' })
  const { change, draft } = await written(() => key.value)
  change({ text: 'The first' })

  key.value = 'comment:2-new'
  await nextTick()
  await flushPromises()

  expect(disk.get('comment:1-new')).toEqual({ text: 'The first' })
  expect(draft.value).toEqual({ text: 'The other' })
})

test('nothing is kept of what was emptied', async () => {
  disk.set('status:', { text: 'Old' })
  const { change, isKept } = await written()
  change({ text: '  ' })
  await pause()

  expect(disk.has('status:')).toBe(false)
  expect(isKept.value).toBe(false)
})

test('what was sent is not written to the disk again', async () => {
  const { change, sent, draft } = await written()
  change({ text: 'Gone' })
  sent()
  await pause()

  expect(main.argsOf('posts:keep-draft')).toEqual([])
  expect(draft.value).toEqual({ text: '' })
})

test('what is thrown away is gone from the disk', async () => {
  disk.set('status:', { text: 'Old' })
  const { discard, draft, isKept } = await written()
  await discard()

  expect(disk.has('status:')).toBe(false)
  expect(draft.value).toEqual({ text: '' })
  expect(isKept.value).toBe(false)
})

test('what is typed before the kept words have been read comes after them', async () => {
  disk.set('status:', { text: 'Long words ' })
  const { draft, change } = run(() =>
    useDraft(
      () => 'status:',
      () => ({ text: '' }),
    ),
  )
  change({ text: 'a' })
  change({ text: 'an' })
  await flushPromises()

  expect(draft.value).toEqual({ text: 'Long words an' })
  expect(disk.get('status:')).toEqual({ text: 'Long words an' })
})

test('what is typed before it was read that nothing is kept is kept itself, though one leaves', async () => {
  const { change, stop } = run(() =>
    useDraft(
      () => 'status:',
      () => ({ text: '' }),
    ),
  )
  change({ text: 'In a hurry' })
  stop()
  await flushPromises()

  expect(disk.get('status:')).toEqual({ text: 'In a hurry' })
})

test('what is sent before the kept words have been read is not written to the disk', async () => {
  const { change, sent, draft } = run(() =>
    useDraft(
      () => 'status:',
      () => ({ text: '' }),
    ),
  )
  change({ text: 'Gone' })
  sent()
  await flushPromises()

  expect(disk.has('status:')).toBe(false)
  expect(draft.value).toEqual({ text: '' })
})
