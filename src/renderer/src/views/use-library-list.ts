import { computed, type Ref, ref, watch } from 'vue'
import type { Account } from '../../../shared/account'
import type { Sort } from '../../../shared/library-view'
import { useShownRows } from '../composables/use-shown-rows'
import { useTicks } from '../composables/use-ticks'
import type { ListLook } from '../library/look'
import type { Place } from '../library/place'
import { useLibraryStore } from '../stores/library'
import { useSettingsStore } from '../stores/settings'

interface Options {
  readonly place: Readonly<Ref<Place>>
  readonly account: Readonly<Ref<Account | null>>
  readonly sort: Readonly<Ref<Sort>>
  readonly filter: Readonly<Ref<string>>
  readonly locale: Readonly<Ref<string>>
}

/** The rows of the place that is shown, out of the stores, and how they are to be drawn. */
export function useLibraryList({ place, account, sort, filter, locale }: Options) {
  const library = useLibraryStore()
  const settings = useSettingsStore()
  const now = useTicks(60_000, () => Math.floor(Date.now() / 1000))
  const resorts = ref(0)

  const language = computed(() => {
    const wanted = settings.settings.titleLanguage
    return wanted === 'account' ? (account.value?.options.titleLanguage ?? 'romaji') : wanted
  })

  const scoreFormat = computed(() => account.value?.options.scoreFormat ?? 'point-100')
  const scoreTable = computed(() => account.value?.options.scoreTable ?? 'anilist')

  const look = computed<ListLook>(() => ({
    accountId: account.value?.id ?? 0,
    kind: place.value.kind,
    titles: language.value,
    scoreFormat: scoreFormat.value,
    scoreTable: scoreTable.value,
    locale: locale.value,
    nowS: now.value,
  }))

  const rows = useShownRows({
    set: computed(() => library.lists[place.value.kind]),
    first: computed(() => library.first?.screen ?? null),
    tab: computed(() => place.value.tab),
    sort,
    language,
    adult: computed(() => (settings.settings.showAdult ? 'shown' : 'hidden')),
    filter,
    arrivals: computed(() => library.arrivals),
    moves: computed(() => library.moves),
    touches: computed(() => library.touches),
    resorts,
    nowS: () => Math.floor(Date.now() / 1000),
    scores: () => ({ scoreFormat: scoreFormat.value, scoreTable: scoreTable.value }),
  })

  // Rows keep their places while one edits; going elsewhere is the time to put them in order.
  watch(place, () => (resorts.value += 1))

  return { ...rows, look }
}
