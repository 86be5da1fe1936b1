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

  // Who has scrolled back to older ones is not thrown to the top by news.
  onAiringNews(() => {
    if (isWanted && list.value.length <= pageSize) void load()
  })

  return { list, hasOlder, load, loadOlder }
})
