import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { AiringState, TitleAiring } from '../../../shared/airing'
import type { EntryRef } from '../../../shared/entry'
import type { CalendarState } from '../../../shared/ipc/airing'
import { call, on } from '../api'
import { useEditsStore } from './edits'
import { useLibraryStore } from './library'
import { useNoticesStore } from './notices'

const nothing: AiringState = { ready: 0, titles: [], upcoming: [], pausedUntil: null }

/** How airing stands, and what the user does about it. */
export const useAiringStore = defineStore('airing', () => {
  const notices = useNoticesStore()
  const edits = useEditsStore()
  const library = useLibraryStore()
  const state = shallowRef<AiringState>(nothing)
  const calendar = shallowRef<CalendarState>({ folder: null })

  async function load() {
    await notices.attempt(async () => {
      const [now, folder] = await Promise.all([call('airing:state'), call('airing:calendar')])
      state.value = now
      calendar.value = folder
    })
  }

  /** One more episode of a title, whoever's list it is on. */
  async function plus(ref: EntryRef) {
    if (ref.accountId === library.accountId) await edits.step(ref.title, 1)
    else await notices.attempt(() => call('library:step', ref, 1))
  }

  /** What was chosen for a title; `undefined` when that cannot be told. */
  function titleOf(ref: EntryRef): Promise<TitleAiring | undefined> {
    return notices.attempt(() => call('airing:title', ref))
  }

  function setTitle(ref: EntryRef, change: Partial<TitleAiring>) {
    return notices.attempt(() => call('airing:set-title', ref, change))
  }

  async function pause(minutes: number) {
    const now = await notices.attempt(() => call('airing:pause', minutes))
    if (now) state.value = now
  }

  /** Saves the coming weeks as one file and says where. */
  async function exportCalendar() {
    const path = await notices.attempt(() => call('airing:export'))
    if (path) notices.say({ kind: 'file-saved', path })
  }

  async function keepCalendar(wish: 'airing:choose-calendar' | 'airing:stop-calendar') {
    const now = await notices.attempt(() => call(wish))
    if (now) calendar.value = now
  }

  on('airing:changed', (now) => (state.value = now))

  return {
    state,
    calendar,
    load,
    plus,
    titleOf,
    setTitle,
    pause,
    exportCalendar,
    chooseCalendar: () => keepCalendar('airing:choose-calendar'),
    stopCalendar: () => keepCalendar('airing:stop-calendar'),
  }
})
