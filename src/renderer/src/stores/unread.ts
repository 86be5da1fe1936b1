import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import { lookUp } from '../composables/looking'
import { call, on } from '../api'
import { useAccountsStore } from './accounts'

const everyMs = 10 * 60_000
/** The start belongs to the list. */
const firstMs = 4_000

/** How much news waits at the service; looked at now and then while the window is seen. */
export const useUnreadStore = defineStore('unread', () => {
  const accounts = useAccountsStore()
  const unread = shallowRef<number | null>(null)
  let leave = () => undefined as void
  let timer: ReturnType<typeof setTimeout> | undefined

  function ask() {
    clearTimeout(timer)
    timer = setTimeout(ask, everyMs)
    const account = accounts.active
    leave()
    if (!account?.capabilities.community || !account.signedIn || document.hidden) return
    leave = lookUp(account.id, (look) => call('social:unread', look), {
      seen: ({ value }) => (unread.value = value),
      // The next look is soon enough, and the list says what is wrong.
      failed: () => undefined,
      done: () => undefined,
    })
  }

  watch(
    () => accounts.active?.id,
    () => {
      leave()
      unread.value = null
      clearTimeout(timer)
      timer = setTimeout(ask, firstMs)
    },
    { immediate: true },
  )
  on('social:unread-changed', (news) => {
    if (news.accountId === accounts.active?.id) unread.value = news.unread
  })

  return { unread }
})
