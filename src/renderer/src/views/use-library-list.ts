import { computed, type Ref, ref, watch } from 'vue'
import type { Account } from '../../../shared/account'
import { showsAdult } from '../../../shared/adult'
import type { TitleKey } from '../../../shared/media'
import { useShownRows } from '../composables/use-shown-rows'
import { useTicks } from '../composables/use-ticks'
import { useTitleChoice } from '../composables/use-title-choice'
import type { ListLook } from '../library/look'
import { useLibraryStore } from '../stores/library'
import { useSettingsStore } from '../stores/settings'
import type { useLibraryPlace } from './use-library-place'

interface Options {
  readonly at: Pick<ReturnType<typeof useLibraryPlace>, 'place' | 'sort' | 'filter' | 'grouping'>
  readonly account: Readonly<Ref<Account | null>>
  readonly locale: Readonly<Ref<string>>
  readonly pinned: Readonly<Ref<TitleKey | null>>
}

/** The rows of the place that is shown, out of the stores, and how they are to be drawn. */
export function useLibraryList({ at, account, locale, pinned }: Options) {
  const { place, sort, filter, grouping } = at
  const library = useLibraryStore()
  const settings = useSettingsStore()
  const now = useTicks(60_000, () => Math.floor(Date.now() / 1000))
  const resorts = ref(0)

  const titles = useTitleChoice()
  const scoreFormat = computed(() => account.value?.options.scoreFormat ?? 'point-100')
  const scoreTable = computed(() => account.value?.options.scoreTable ?? 'anilist')

  const look = computed<ListLook>(() => ({
    accountId: account.value?.id ?? 0,
    kind: place.value.kind,
    titles: titles.value,
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
    titles,
    grouping,
    pinned,
    adult: computed(() => (showsAdult(settings.settings, account.value) ? 'shown' : 'hidden')),
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
