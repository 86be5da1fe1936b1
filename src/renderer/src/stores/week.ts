import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { ScheduledEpisode } from '../../../shared/airing'
import { call } from '../api'
import { useNoticesStore } from './notices'

export type Whose = 'mine' | 'season'

/** Which episodes are asked for: of whom, of what, and from when until when (Unix s). */
export interface WeekQuery {
  readonly accountId: number
  readonly whose: Whose
  readonly fromS: number
  readonly untilS: number
}

/** The episodes of the days that are shown. */
export const useWeekStore = defineStore('week', () => {
  const notices = useNoticesStore()
  const episodes = shallowRef<readonly ScheduledEpisode[]>([])
  /** `null` until an answer has come. */
  const shown = shallowRef<WeekQuery | null>(null)
  const isLoading = shallowRef(false)
  let latest = 0

  /** Asks; an answer that was overtaken by another question is dropped. */
  async function load(query: WeekQuery) {
    latest += 1
    const mine = latest
    isLoading.value = true
    const { accountId, whose, fromS, untilS } = query
    const answer = await notices.attempt(() =>
      call('airing:between', accountId, fromS, untilS, whose),
    )
    if (mine !== latest) return
    isLoading.value = false
    if (!answer) return
    episodes.value = answer
    shown.value = query
  }

  return { episodes, shown, isLoading, load }
})
