import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { EntryPatch, EntryRef } from '../../../shared/entry'
import type { QueueCalls } from '../../../shared/ipc/queue'
import type { QueueRow, QueueStatus } from '../../../shared/queue'
import { call, on } from '../api'
import { useNoticesStore } from './notices'

const nothing: QueueStatus = {
  waiting: 0,
  sending: 0,
  attention: 0,
  conflicts: 0,
  held: false,
  services: [],
  doneInMs: 0,
}

/** A mirror of the queue. Distances in time count from `heardAt`. */
export const useQueueStore = defineStore('queue', () => {
  const notices = useNoticesStore()
  const status = shallowRef<QueueStatus>(nothing)
  /** Milliseconds of `performance.now()` at which `status` arrived. */
  const heardAt = shallowRef(0)
  const rows = shallowRef<readonly QueueRow[]>([])
  const rowsHeardAt = shallowRef(0)
  const total = shallowRef(0)

  function hear(news: QueueStatus) {
    status.value = news
    heardAt.value = performance.now()
  }

  async function load() {
    hear(await call('queue:status'))
  }

  /** Reads the rows; the view asks for it whenever the status has changed. */
  async function loadRows() {
    await notices.attempt(async () => {
      const answer = await call('queue:rows', 0)
      rows.value = answer.rows
      rowsHeardAt.value = performance.now()
      total.value = answer.total
    })
  }

  function act<A extends unknown[]>(send: (...args: A) => Promise<void>) {
    return async (...args: A) => {
      await notices.attempt(() => send(...args))
      await loadRows()
    }
  }

  on('queue:changed', hear)

  return {
    status,
    heardAt,
    rows,
    rowsHeardAt,
    total,
    load,
    loadRows,
    sendNow: act((ref: EntryRef | null) => call('queue:send-now', ref)),
    retry: act((ref: EntryRef) => call('queue:retry', ref)),
    change: act((ref: EntryRef, patch: EntryPatch) => call('queue:change', ref, patch)),
    drop: act((ref: EntryRef) => call('queue:drop', ref)),
    hold: act((held: boolean) => call('queue:hold', held)),
    resolve: act((ref: EntryRef, choices: Parameters<QueueCalls['queue:resolve']>[1]) =>
      call('queue:resolve', ref, choices),
    ),
  }
})
