import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { EntryRef } from '../../../shared/entry'
import type { Change } from '../../../shared/history'
import { call, on } from '../api'
import { useNoticesStore } from './notices'

const pageSize = 100
/** Of what happens while one looks on; thousands come at once when a bulk edit is made. */
const mostKept = 400

/** What has been changed, newest first, for one entry or for all. */
export const useHistoryStore = defineStore('history', () => {
  const notices = useNoticesStore()
  const changes = shallowRef<readonly Change[]>([])
  const about = shallowRef<EntryRef | null>(null)
  const hasOlder = shallowRef(false)

  async function load(ref: EntryRef | null) {
    await notices.attempt(async () => {
      const page = await call('history:list', ref, null)
      about.value = ref
      changes.value = page
      hasOlder.value = page.length === pageSize
    })
  }

  async function loadOlder() {
    const last = changes.value.at(-1)
    if (!last) return
    await notices.attempt(async () => {
      const page = await call('history:list', about.value, last.id)
      changes.value = [...changes.value, ...page]
      hasOlder.value = page.length === pageSize
    })
  }

  /** Takes back one change with its group; without an id, the latest of this session. */
  async function undo(id: number | null) {
    const undone = await notices.attempt(() => call('history:undo', id))
    if (!undone) return
    notices.say({ kind: 'undone', ...undone })
    await load(about.value)
  }

  async function redo() {
    const redone = await notices.attempt(() => call('history:redo'))
    if (!redone) return
    notices.say({ kind: 'redone', ...redone })
    await load(about.value)
  }

  function concerns(change: Change) {
    const ref = about.value
    return !ref || (ref.accountId === change.ref.accountId && ref.title === change.ref.title)
  }

  on('history:added', (change) => {
    if (!concerns(change)) return
    changes.value = [change, ...changes.value.slice(0, mostKept)]
    if (changes.value.length > mostKept) hasOlder.value = true
  })

  return { changes, about, hasOlder, load, loadOlder, undo, redo }
})
