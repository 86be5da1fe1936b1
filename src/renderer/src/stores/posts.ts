import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { ToggleTarget } from '../../../shared/community/favourites'
import type { Post, WaitingPost } from '../../../shared/community/post'
import { call, on } from '../api'
import { useAccountsStore } from './accounts'
import { useNoticesStore } from './notices'

type Listener = (post: Post) => void

/** What waits to be said at the service of the account that is shown. */
export const usePostsStore = defineStore('posts', () => {
  const accounts = useAccountsStore()
  const notices = useNoticesStore()
  const waiting = shallowRef<readonly WaitingPost[]>([])
  const listeners = new Set<Listener>()

  watch(
    () => accounts.active?.id,
    async (id) => {
      waiting.value = []
      if (id === undefined) return
      const posts = await notices.attempt(() => call('posts:waiting', id))
      if (posts && accounts.active?.id === id) waiting.value = posts
    },
    { immediate: true },
  )

  on('posts:changed', ({ accountId, posts }) => {
    if (accountId === accounts.active?.id) waiting.value = posts
  })
  on('posts:done', ({ accountId, post }) => {
    if (accountId !== accounts.active?.id) return
    for (const listener of listeners) listener(post)
  })

  /** Hands a post over; answers whether it is safe on the disk. */
  async function send(post: Post): Promise<boolean> {
    const id = accounts.active?.id
    if (id === undefined) return false
    return (await notices.attempt(() => call('posts:send', id, post))) !== undefined
  }

  async function drop({ accountId, id }: WaitingPost) {
    await notices.attempt(() => call('posts:drop', accountId, id))
  }

  async function retry({ accountId, id }: WaitingPost) {
    await notices.attempt(() => call('posts:retry', accountId, id))
  }

  const toggles = computed(
    () =>
      new Map(
        waiting.value.flatMap(({ post }) =>
          post.type === 'toggle' ? [[JSON.stringify(post.target), post.wanted] as const] : [],
        ),
      ),
  )

  return {
    waiting,
    send,
    drop,
    retry,
    /** How a thing stands: as it is wished where a wish waits, else as it was read. */
    isOn: (target: ToggleTarget, read: boolean | null) =>
      toggles.value.get(JSON.stringify(target)) ?? read ?? false,
    /** Told of each post that the service took; returns the function that stops it. */
    onDone(listener: Listener): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
})
