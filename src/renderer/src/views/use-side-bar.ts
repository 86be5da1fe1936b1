import { computed, shallowRef, watch } from 'vue'
import { useRoute } from 'vue-router'
import { useWholeLists } from '../composables/use-whole-lists'
import { countRows, type Counts } from '../library/counts'
import { lastPlace, type Place, placeFrom } from '../library/place'
import { useAccountsStore } from '../stores/accounts'
import { useLibraryStore } from '../stores/library'
import { useSettingsStore } from '../stores/settings'
import { useSmartListsStore } from '../stores/smart-lists'

const none: Counts = { status: {} as Counts['status'], custom: {}, all: 0, hidden: 0 }

/** What the side bar lists: the tabs of the account with their counts, and where one is. */
export function useSideBar() {
  const route = useRoute()
  const library = useLibraryStore()
  const accounts = useAccountsStore()
  const settings = useSettingsStore()
  const smartLists = useSmartListsStore()

  const place = shallowRef<Place>(placeFrom(paramsOf(lastPlace(settings.settings.views))))
  watch(
    () => route.fullPath,
    () => {
      if (route.name === 'library') place.value = placeFrom(route.params)
    },
    { immediate: true },
  )

  // The library reads its list by itself, its first screenful before all else.
  const readLists = useWholeLists()
  watch(
    () => [accounts.active?.id, route.name] as const,
    ([, name]) => {
      if (name !== undefined && name !== 'library' && !library.first) void readLists()
    },
    { immediate: true },
  )

  const counts = computed<Counts>(() => {
    void library.moves
    const { kind } = place.value
    const set = library.lists[kind]
    if (set) return countRows(set)
    const screen = library.first?.screen
    if (!screen) return none
    const status = screen.counts[kind]
    const all = Object.values(status).reduce((sum, count) => sum + count, 0)
    return { status, custom: screen.customCounts[kind], all, hidden: 0 }
  })

  const statuses = computed(() =>
    (accounts.active?.capabilities.statuses ?? []).map((status) => ({
      status,
      count: counts.value.status[status] ?? 0,
    })),
  )

  const lists = computed(() => {
    const known = accounts.active?.options.customLists[place.value.kind] ?? []
    const names = new Set([...known, ...Object.keys(counts.value.custom)].filter(Boolean))
    return [...names].map((name) => ({ name, count: counts.value.custom[name] ?? 0 }))
  })

  const smart = computed(() => smartLists.lists.filter(({ kind }) => kind === place.value.kind))

  return {
    place,
    statuses,
    lists,
    smart,
    all: computed(() => counts.value.all),
    hidden: computed(() => counts.value.hidden),
  }
}

function paramsOf(path: string) {
  const [, , kind, type, name] = path.split('/')
  return { kind, type, name: name === undefined ? undefined : decodeURIComponent(name) }
}
