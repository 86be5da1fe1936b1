import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { SandboxState } from '../../../shared/ipc/app'
import { call, on } from '../api'
import { useNoticesStore } from './notices'

/** The built-in services: running, and on the net or not. */
export const useSandboxStore = defineStore('sandbox', () => {
  const notices = useNoticesStore()
  const state = shallowRef<SandboxState>({ running: false, online: true })

  async function load() {
    state.value = await call('sandbox:state')
  }

  async function setOnline(online: boolean) {
    await notices.attempt(async () => {
      state.value = await call('sandbox:set-online', online)
    })
  }

  on('sandbox:changed', (changed) => (state.value = changed))

  return { state, load, setOnline }
})
