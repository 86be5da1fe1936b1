import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, test } from 'vitest'
import { useAccountsStore } from '../../../../src/renderer/src/stores/accounts'
import { useNoticesStore } from '../../../../src/renderer/src/stores/notices'
import { usePostsStore } from '../../../../src/renderer/src/stores/posts'
import type { Post, WaitingPost } from '../../../../src/shared/community/post'
import { AppError } from '../../../../src/shared/failure'
import { account } from '../support/builders'
import { type FakeBridge, installFakeBridge } from '../support/fake-bridge'
import { freshStores } from '../support/mounting'

const me = account().id
const like = { type: 'like', of: 'thread', id: 7 } as const

function waiting(id: number, post: Post): WaitingPost {
  return { id, accountId: me, post, state: 'waiting', failure: null, createdAt: 0 }
}
const status = waiting(1, { type: 'status', text: 'Hello' })

let main: FakeBridge
let refuse = false

beforeEach(async () => {
  refuse = false
  main = installFakeBridge({
    'accounts:list': () => [account()],
    'posts:waiting': () => [status],
    'posts:send': () => {
      if (refuse) throw new AppError({ code: 'storage' })
      return 5
    },
    'posts:drop': () => true,
    'posts:retry': () => undefined,
  })
  freshStores()
  await useAccountsStore().load()
})

async function opened() {
  const store = usePostsStore()
  await flushPromises()
  return store
}

test('what waits is told by main, and follows it for the account that is shown', async () => {
  const store = await opened()
  expect(store.waiting).toEqual([status])

  main.push('posts:changed', { accountId: me + 1, posts: [] })
  expect(store.waiting).toEqual([status])
  main.push('posts:changed', { accountId: me, posts: [] })
  expect(store.waiting).toEqual([])
})

test('a post is safe once main has said so, and else the failure is said', async () => {
  const store = await opened()
  expect(await store.send(status.post)).toBe(true)
  expect(main.argsOf('posts:send')).toEqual([[me, status.post]])

  refuse = true
  expect(await store.send(status.post)).toBe(false)
  expect(useNoticesStore().current).toMatchObject({ failure: { code: 'storage' } })
})

test('nothing is posted without an account', async () => {
  installFakeBridge({ 'accounts:list': () => [] })
  freshStores()

  expect(await usePostsStore().send(status.post)).toBe(false)
})

test('a wish shows at once, over what was read', async () => {
  const store = await opened()
  expect(store.isOn(like, true)).toBe(true)
  expect(store.isOn(like, null)).toBe(false)

  const wish = waiting(2, { type: 'toggle', target: like, wanted: false })
  main.push('posts:changed', { accountId: me, posts: [wish] })

  expect(store.isOn(like, true)).toBe(false)
  expect(store.isOn({ ...like, id: 8 }, true)).toBe(true)
})

test('of two wishes for the same thing the later one shows', async () => {
  const store = await opened()
  const posts = [true, false].map((wanted, at) =>
    waiting(at, { type: 'toggle', target: like, wanted }),
  )
  main.push('posts:changed', { accountId: me, posts })

  expect(store.isOn(like, true)).toBe(false)
})

test('who listens is told what the service took, until they stop', async () => {
  const store = await opened()
  const heard: Post[] = []
  const stop = store.onDone((post) => heard.push(post))

  main.push('posts:done', { accountId: me, post: status.post })
  main.push('posts:done', { accountId: me + 1, post: status.post })
  stop()
  main.push('posts:done', { accountId: me, post: status.post })

  expect(heard).toEqual([status.post])
})

test('taking back and trying again name the account of the post', async () => {
  const store = await opened()
  await store.drop(status)
  await store.retry(status)

  expect(main.argsOf('posts:drop')).toEqual([[me, 1]])
  expect(main.argsOf('posts:retry')).toEqual([[me, 1]])
})
