import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { weekColumns, weekDays, type WeekDay } from '../airing/week'
import { provideClock } from '../composables/use-shared-clock'
import { useZone } from '../composables/use-zone'
import { useAccountsStore } from '../stores/accounts'
import { onAiringNews } from '../stores/airing-news'
import { useSettingsStore } from '../stores/settings'
import { useWeekStore, type Whose } from '../stores/week'

const memory = 'week'

/** The seven days from today with their episodes, kept in step with time, zone, list and schedule. */
export function useWeek() {
  const week = useWeekStore()
  const accounts = useAccountsStore()
  const settings = useSettingsStore()
  const clock = provideClock()

  /** Unix s, by the minute: the days and their line need no more. */
  const nowS = computed(() => Math.floor(clock.value / 60_000) * 60)
  const zone = useZone()
  const days = shallowRef<readonly WeekDay[]>(weekDays(clock.value, zone.value))

  // Midnight, another zone or another clock make it another week.
  watch([nowS, zone], ([now, there]) => {
    const next = weekDays(now * 1000, there)
    if (next[0]?.fromS !== days.value[0]?.fromS) days.value = next
  })

  const whose = computed<Whose>({
    get: () => (settings.settings.views[memory] === 'season' ? 'season' : 'mine'),
    set: (value) => void settings.remember(memory, value),
  })

  function load() {
    const accountId = accounts.active?.id
    const [first, last] = [days.value[0], days.value.at(-1)]
    if (accountId === undefined || !first || !last) return
    void week.load({ accountId, whose: whose.value, fromS: first.fromS, untilS: last.untilS })
  }
  watch([() => accounts.active?.id, days, whose], load, { immediate: true })
  onScopeDispose(onAiringNews(load))

  const isShown = computed(() => {
    const { shown } = week
    return shown?.accountId === accounts.active?.id && shown?.whose === whose.value
  })
  const columns = computed(() =>
    weekColumns(days.value, isShown.value ? week.episodes : [], zone.value),
  )

  return {
    columns,
    nowS,
    whose,
    /** An answer has come, and there is nothing in it. */
    isEmpty: computed(
      () => isShown.value && columns.value.every(({ episodes: { length } }) => length === 0),
    ),
  }
}
