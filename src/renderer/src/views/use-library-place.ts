import { computed, onActivated, onDeactivated, ref, shallowRef, watch } from 'vue'
import { type RouteLocationNormalizedLoaded, useRoute, useRouter } from 'vue-router'
import { layouts } from '../library/look'
import { builtInQuery, pathOf, type Place, placeFrom } from '../library/place'
import { readTitleKey } from '../library/title-key'
import { usualColumns } from '../library/columns'
import { memoryName, readMemory, sameMemory, type ViewMemory } from '../library/view-memory'
import { useSettingsStore } from '../stores/settings'
import { useSmartListsStore } from '../stores/smart-lists'

/** How long a filter stands before it is remembered, in ms. */
const rememberAfterMs = 600

/** Which list is shown, and how: what the address says and what the window remembers of it. */
export function useLibraryPlace() {
  const route = useRoute()
  const router = useRouter()
  const settings = useSettingsStore()
  const smartLists = useSmartListsStore()

  /** False while another view is shown and this one is kept. */
  const here = ref(true)
  onActivated(() => (here.value = true))
  onDeactivated(() => (here.value = false))

  const place = shallowRef(placeFrom(route.params))
  const filter = ref(asksFor(route) ?? startOf(place.value))
  watch(
    () => ({ path: route.fullPath, typed: asksFor(route) }),
    ({ typed }, before) => {
      if (route.name !== 'library') return
      if (pathOf(place.value) === route.path) {
        // The way to the same list without what the way before had asked for.
        const isCleared = typed === null && before.typed !== null
        if (isCleared || typed !== null) filter.value = typed ?? ''
        return
      }
      keepFilter()
      place.value = placeFrom(route.params)
      filter.value = typed ?? startOf(place.value)
    },
  )
  /** What stood in the filter of a list the last time; a way to one title asks for no filter. */
  function startOf(to: Place): string {
    if (route.query.entry !== undefined) return ''
    const query = smartLists.find(to.smart)?.query ?? builtInQuery(to)
    return query ?? readMemory(settings.settings.views, to).filter
  }
  watch(place, (to) => void settings.remember('place', pathOf(to)))

  // The same object as long as it says the same: other settings must not sort the list anew.
  const memory = computed<ViewMemory>((before) => {
    const now = readMemory(settings.settings.views, place.value)
    return before && sameMemory(before, now) ? before : now
  })
  function remember(change: Partial<ViewMemory>) {
    void settings.remember(memoryName(place.value), { ...memory.value, ...change })
  }
  /** One thing of the memory; the same object as long as it says the same. */
  function part<K extends keyof ViewMemory>(key: K) {
    return computed<ViewMemory[K]>({
      get(before) {
        const now = memory.value[key]
        return before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now
      },
      set: (value) => remember({ [key]: value }),
    })
  }
  const sort = part('sort')
  const layout = part('layout')
  const grouping = part('grouping')
  const coverSize = part('coverSize')
  const ownColumns = part('columns')
  const columns = computed({
    get: () => ownColumns.value ?? usualColumns(place.value.kind),
    set: (value) => (ownColumns.value = value),
  })

  function keepFilter() {
    const typed = filter.value
    if (place.value.smart !== undefined || typed === memory.value.filter) return
    remember({ filter: typed })
  }

  // Remembered once one stops typing. A smart list has a query of its own.
  watch([filter, place] as const, ([typed, at], _before, onCleanup) => {
    if (at.smart !== undefined || typed === memory.value.filter) return
    const timer = setTimeout(keepFilter, rememberAfterMs)
    onCleanup(() => clearTimeout(timer))
  })

  return {
    here,
    /** The entry that the address asks to be opened. */
    asked: computed(() => readTitleKey(route.query.entry)),
    place,
    filter,
    sort,
    layout,
    grouping,
    coverSize,
    columns,
    /** Back to the columns that every list has at first. */
    resetColumns: () => (ownColumns.value = null),
    nextLayout() {
      layout.value = layouts[(layouts.indexOf(layout.value) + 1) % layouts.length] ?? 'table'
    },
    switchKind() {
      const kind = place.value.kind === 'anime' ? 'manga' : 'anime'
      const tab = place.value.tab.type === 'custom' ? { type: 'all' as const } : place.value.tab
      void router.push(pathOf({ kind, tab }))
    },
  }
}

/** What the address wants to be typed into the filter. */
function asksFor({ query }: RouteLocationNormalizedLoaded): string | null {
  return typeof query.q === 'string' ? query.q : null
}
