import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { AppCalls, AppInfo } from '../../../shared/ipc/app'
import { call } from '../api'
import { useNoticesStore } from './notices'

/** What the app knows about itself. */
export const useAppInfoStore = defineStore('app-info', () => {
  const notices = useNoticesStore()
  const info = shallowRef<AppInfo | null>(null)

  async function load() {
    info.value = await call('app:info')
  }

  async function openOwn(page: Parameters<AppCalls['app:open-own']>[0]) {
    await notices.attempt(() => call('app:open-own', page))
  }

  /** A text for a bug report; `undefined` when it failed, which has then been said. */
  function diagnostics() {
    return notices.attempt(() => call('app:diagnostics'))
  }

  return { info, load, openOwn, diagnostics }
})
