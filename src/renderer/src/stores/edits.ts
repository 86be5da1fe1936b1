import { defineStore } from 'pinia'
import type { BulkChange } from '../../../shared/bulk'
import type { EntryPatch, EntryRef } from '../../../shared/entry'
import type { EditAnswer } from '../../../shared/ipc/library'
import type { TitleKey } from '../../../shared/media'
import { call } from '../api'
import { changedFields } from '../library/changed-fields'
import { useLibraryStore } from './library'
import { useNoticesStore } from './notices'

/** So many titles go to main at once: between them a single edit has its turn. */
const sliceSize = 500

/** What the user does to the list that is shown. Each edit is durable before it appears. */
export const useEditsStore = defineStore('edits', () => {
  const library = useLibraryStore()
  const notices = useNoticesStore()

  let last: Promise<void> = Promise.resolve()

  /** One after the other, so that quick taps each know what they changed. */
  function make(title: TitleKey, send: (ref: EntryRef) => Promise<EditAnswer>) {
    last = last.then(() => makeNow(title, send))
    return last
  }

  async function makeNow(title: TitleKey, send: (ref: EntryRef) => Promise<EditAnswer>) {
    const accountId = library.accountId
    if (accountId === null) return
    const ref = { accountId, title }
    const before = library.find(title)
    const answer = await notices.attempt(() => send(ref))
    if (!answer) return
    const { row, changeId } = answer
    library.take({ accountId, rows: row ? [row] : [], removed: row ? [] : [title] })
    const titles = (row ?? before)?.media.titles
    if (!titles) return
    const fields = before && row ? changedFields(before.entry, row.entry) : null
    if (before && row && !fields) return
    const change = fields ?? { before: before?.entry ?? null, after: row?.entry ?? null }
    notices.say({ kind: 'change', change: { ref, titles, ...change }, undo: changeId })
  }

  /** The same change of many titles, with one undo. Tells how many have been gone through. */
  async function bulk(
    titles: readonly TitleKey[],
    change: BulkChange,
    onProgress: (done: number) => void,
  ) {
    const accountId = library.accountId
    if (accountId === null) return
    let group: number | null = null
    let changed = 0
    await notices.attempt(async () => {
      for (let from = 0; from < titles.length; from += sliceSize) {
        const refs = titles.slice(from, from + sliceSize).map((title) => ({ accountId, title }))
        const answer = await call('library:edit-many', refs, change, group)
        group = answer.group
        changed += answer.changed
        onProgress(from + refs.length)
      }
    })
    if (changed > 0) notices.say({ kind: 'bulk', changed, undo: group })
  }

  return {
    bulk,
    step: (title: TitleKey, by: 1 | -1) => make(title, (ref) => call('library:step', ref, by)),
    edit: (title: TitleKey, patch: EntryPatch) =>
      make(title, (ref) => call('library:edit', ref, patch)),
    /** Starts or finishes a rewatch or reread. */
    repeat: (title: TitleKey, which: 'start' | 'finish') =>
      make(title, (ref) => call('library:repeat', ref, which)),
    remove: (title: TitleKey) => make(title, (ref) => call('library:remove', ref)),
  }
})
