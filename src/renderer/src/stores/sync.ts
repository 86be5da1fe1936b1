import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { SyncState } from '../../../shared/ipc/sync'
import { call, on } from '../api'
import { type NoticedChange, useNoticesStore } from './notices'

/** How reading each account's list stands. */
export const useSyncStore = defineStore('sync', () => {
  const notices = useNoticesStore()
  const states = shallowRef<ReadonlyMap<number, SyncState>>(new Map())

  async function load() {
    const all = await call('sync:states')
    states.value = new Map(all.map((state) => [state.accountId, state]))
  }

  async function readNow(accountId: number, extent: 'news' | 'whole') {
    await notices.attempt(() => call('sync:now', accountId, extent === 'whole'))
  }

  /** Reads one entry again, and says what that brought. */
  async function refresh(about: Pick<NoticedChange, 'ref' | 'titles'>) {
    const outcome = await notices.attempt(() => call('sync:entry', about.ref))
    if (outcome) notices.say({ kind: 'refreshed', outcome, about })
  }

  async function accept(accountId: number, answer: 'apply' | 'keep') {
    await notices.attempt(() => call('sync:accept', accountId, answer === 'apply'))
  }

  on('sync:changed', (state) => {
    states.value = new Map(states.value).set(state.accountId, state)
  })

  return { states, load, readNow, refresh, accept }
})
