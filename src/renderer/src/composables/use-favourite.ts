import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { FavouriteType, ToggleTarget } from '../../../shared/community/favourites'
import type { WaitingPost } from '../../../shared/community/post'
import { call, on } from '../api'
import { useAccountsStore } from '../stores/accounts'
import { useNoticesStore } from '../stores/notices'

interface Options {
  readonly of: () => FavouriteType
  readonly id: () => number
  /** What the service told last; `null` where it does not tell. */
  readonly told: () => boolean | null
  /** The service has taken it: what was told is not true any more. */
  readonly onDone: () => void
}

/** Whether something is a favourite, with the wish that still waits; a wish leaves through the queue. */
export function useFavourite({ of, id, told, onDone }: Options) {
  const accounts = useAccountsStore()
  const notices = useNoticesStore()
  const waiting = shallowRef<readonly WaitingPost[]>([])
  /** What the service took and did not tell yet. */
  const taken = shallowRef<boolean | null>(null)

  const target = computed<ToggleTarget>(() => ({ type: 'favourite', of: of(), id: id() }))
  const isSame = (other: ToggleTarget) =>
    other.type === 'favourite' && other.of === of() && other.id === id()

  const wish = computed(() => {
    const mine = waiting.value.flatMap(({ post }) =>
      post.type === 'toggle' && isSame(post.target) ? [post.wanted] : [],
    )
    return mine.at(-1) ?? null
  })

  watch(
    () => accounts.active?.id,
    async (accountId) => {
      waiting.value = []
      if (accountId === undefined) return
      const posts = await call('posts:waiting', accountId).catch(() => [])
      if (accounts.active?.id === accountId) waiting.value = posts
    },
    { immediate: true },
  )
  watch([target, told], () => (taken.value = null))

  const stops = [
    on('posts:changed', ({ accountId, posts }) => {
      if (accountId === accounts.active?.id) waiting.value = posts
    }),
    on('posts:done', ({ accountId, post }) => {
      if (accountId !== accounts.active?.id || post.type !== 'toggle') return
      if (!isSame(post.target)) return
      taken.value = post.wanted
      onDone()
    }),
  ]
  onScopeDispose(() => {
    for (const stop of stops) stop()
  })

  const isOn = computed(() => wish.value ?? taken.value ?? told() ?? false)

  return {
    isOn,
    isWaiting: computed(() => wish.value !== null),
    async toggle() {
      const accountId = accounts.active?.id
      if (accountId === undefined) return
      const post = { type: 'toggle', target: target.value, wanted: !isOn.value } as const
      await notices.attempt(() => call('posts:send', accountId, post))
    },
  }
}
