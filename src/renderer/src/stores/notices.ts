import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Change } from '../../../shared/history'
import type { Notice as MainNotice } from '../../../shared/ipc/app'
import type { RefreshOutcome } from '../../../shared/ipc/sync'
import { type Failure, toFailure } from '../../../shared/failure'
import { call, on } from '../api'

/** One thing to be said at the bottom of the window. */
export type Notice =
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'change'; readonly change: NoticedChange; readonly undo: number | null }
  | {
      readonly kind: 'undone' | 'redone'
      readonly count: number
      readonly changes: readonly NoticedChange[]
    }
  /** Many titles were changed at once. */
  | { readonly kind: 'bulk'; readonly changed: number; readonly undo: number | null }
  | { readonly kind: 'main'; readonly notice: MainNotice }
  | {
      readonly kind: 'refreshed'
      readonly outcome: RefreshOutcome
      readonly about: Pick<NoticedChange, 'ref' | 'titles'>
    }
  | { readonly kind: 'saved-to' | 'file-saved'; readonly path: string }
  /** A backup was made by hand. */
  | { readonly kind: 'backed-up'; readonly name: string }

/** What a change did, enough to put it into words. */
export type NoticedChange = Pick<Change, 'ref' | 'titles' | 'before' | 'after'>

/** What is said at the moment; a newer word takes the place of the older one. */
export const useNoticesStore = defineStore('notices', () => {
  const current = shallowRef<Notice | null>(null)
  /** Grows with each word, so that saying the same again counts as new. */
  const spoken = ref(0)

  function say(notice: Notice) {
    current.value = notice
    spoken.value += 1
  }

  function dismiss() {
    current.value = null
  }

  /** Runs what the user asked for; a failure is said and gives `undefined`. */
  async function attempt<T>(action: () => Promise<T>): Promise<T | undefined> {
    try {
      return await action()
    } catch (error) {
      say({ kind: 'failure', failure: toFailure(error) })
      return undefined
    }
  }

  async function load() {
    for (const notice of await call('app:notices')) say({ kind: 'main', notice })
  }

  // The event only says that there is something: each notice is handed out once, by the call.
  on('app:notice', () => void load())

  return { current, spoken, say, dismiss, attempt, load }
})
