import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { EntryRef } from '../../../shared/entry'
import type { FirstScreen, LibraryEvents, RowChunk } from '../../../shared/ipc/library'
import type { FirstScreenQuery } from '../../../shared/library-view'
import { kindOf, type MediaKind, mediaKinds, type TitleKey } from '../../../shared/media'
import { call, on } from '../api'
import { createRowSet, type RowSet } from '../library/row-set'
import { takeNews } from '../library/take'
import { useNoticesStore } from './notices'

export interface First {
  readonly query: FirstScreenQuery
  readonly screen: FirstScreen
}

/** A mirror of the list of one account: the first screenful at once, all of it soon after. */
export const useLibraryStore = defineStore('library', () => {
  const notices = useNoticesStore()
  const accountId = shallowRef<number | null>(null)
  const first = shallowRef<First | null>(null)
  /** `null` until a list has arrived whole. */
  const lists = shallowRef<Readonly<Record<MediaKind, RowSet | null>>>({ anime: null, manga: null })
  /** Grow when rows arrived, changed tabs, or changed at all. */
  const arrivals = ref(0)
  const moves = ref(0)
  const touches = ref(0)

  const filling = new Map<MediaKind, RowSet>()

  /** Shows the first rows of a tab without reading the whole list; not asked for again once that is here. */
  async function showFirst(query: FirstScreenQuery) {
    if (query.accountId !== accountId.value) reset(query.accountId)
    if (first.value && lists.value[query.kind]) return
    await notices.attempt(async () => {
      first.value = { query, screen: await call('library:first', query) }
    })
  }

  /** Reads all rows of one kind; what is on screen stays until they are complete. */
  async function read(kind: MediaKind) {
    const id = accountId.value
    if (id === null) return
    const set = createRowSet()
    filling.set(kind, set)
    await notices.attempt(async () => {
      let after: string | null = null
      do {
        const chunk: RowChunk = await call('library:rows', id, kind, after)
        if (filling.get(kind) !== set) return
        for (const row of chunk.rows) set.put(row)
        after = chunk.next
      } while (after !== null)
      lists.value = { ...lists.value, [kind]: set }
    })
    if (filling.get(kind) === set) filling.delete(kind)
  }

  function reset(id: number | null) {
    accountId.value = id
    first.value = null
    filling.clear()
    lists.value = { anime: null, manga: null }
  }

  /** A row by its title. Follows every edit. */
  function find(title: TitleKey) {
    void touches.value
    const kind = kindOf(title)
    return (
      lists.value[kind]?.get(title) ?? first.value?.screen.rows.find((row) => row.title === title)
    )
  }

  /** A row of any account, as main has it; `undefined` when it cannot be told. */
  function ask(ref: EntryRef) {
    return notices.attempt(() => call('library:row', ref))
  }

  function take(news: LibraryEvents['library:changed']) {
    if (news.accountId !== accountId.value) return
    for (const kind of mediaKinds) {
      const rows = news.rows.filter((row) => kindOf(row.title) === kind)
      const removed = news.removed.filter((title) => kindOf(title) === kind)
      const unfinished = filling.get(kind)
      if (unfinished) takeNews(unfinished, rows, removed)
      const set = lists.value[kind]
      const effect = set ? takeNews(set, rows, removed) : { arrived: false, moved: false }
      if (effect.arrived) arrivals.value += 1
      if (effect.moved) moves.value += 1
    }
    takeIntoFirst(news)
    touches.value += 1
  }

  function takeIntoFirst(news: LibraryEvents['library:changed']) {
    if (!first.value) return
    const { query, screen } = first.value
    const changed = new Map(news.rows.map((row) => [row.title, row]))
    const rows = screen.rows.map((row) => changed.get(row.title) ?? row)
    first.value = { query, screen: { ...screen, rows } }
  }

  on('library:changed', take)
  on('library:reload', ({ accountId: id }) => {
    if (id === accountId.value) void Promise.all(mediaKinds.map(read))
  })

  return {
    accountId,
    first,
    lists,
    arrivals,
    moves,
    touches,
    showFirst,
    read,
    reset,
    find,
    ask,
    take,
  }
})
