import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { AiringNotice } from '../../../shared/airing'
import { call } from '../api'
import { onAiringNews } from './airing-news'
import { useNoticesStore } from './notices'

const pageSize = 100

/** Past notifications, newest first. */
export const useAiringNoticesStore = defineStore('airing-notices', () => {
  const notices = useNoticesStore()
  const list = shallowRef<readonly AiringNotice[]>([])
  const hasOlder = shallowRef(false)
  let isWanted = false

  /** Reads the newest; what was read of older ones is let go. */
  async function load() {
    isWanted = true
    await notices.attempt(async () => {
      const page = await call('airing:notices', null)
      list.value = page
      hasOlder.value = page.length === pageSize
    })
  }

  async function loadOlder() {
    const last = list.value.at(-1)
    if (!last) return
    await notices.attempt(async () => {
      const page = await call('airing:notices', last.id)
      list.value = [...list.value, ...page]
      hasOlder.value = page.length === pageSize
    })
  }

  /** Reads anew as far back as was read: who has scrolled to older ones stays there. */
  async function refresh() {
    await notices.attempt(async () => {
      const fresh: AiringNotice[] = []
      let hasMore = true
      while (hasMore && fresh.length < Math.max(1, list.value.length)) {
        const page = await call('airing:notices', fresh.at(-1)?.id ?? null)
        fresh.push(...page)
        hasMore = page.length === pageSize
      }
      list.value = fresh
      hasOlder.value = hasMore
    })
  }

  onAiringNews(() => {
    if (isWanted) void refresh()
  })

  return { list, hasOlder, load, loadOlder }
})
