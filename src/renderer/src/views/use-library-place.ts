import { computed, onActivated, onDeactivated, ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { layouts } from '../library/look'
import { pathOf, placeFrom } from '../library/place'
import { readTitleKey } from '../library/title-key'
import { memoryName, readMemory, sameMemory, type ViewMemory } from '../library/view-memory'
import { useSettingsStore } from '../stores/settings'

/** Which list is shown, and how: what the address says and what the window remembers of it. */
export function useLibraryPlace() {
  const route = useRoute()
  const router = useRouter()
  const settings = useSettingsStore()

  /** False while another view is shown and this one is kept. */
  const here = ref(true)
  onActivated(() => (here.value = true))
  onDeactivated(() => (here.value = false))

  const place = shallowRef(placeFrom(route.params))
  const filter = ref('')
  watch(
    () => route.fullPath,
    () => {
      if (route.name !== 'library' || pathOf(place.value) === route.path) return
      place.value = placeFrom(route.params)
      filter.value = ''
    },
  )
  watch(place, (to) => void settings.remember('place', pathOf(to)))

  // The same object as long as it says the same: other settings must not sort the list anew.
  const memory = computed<ViewMemory>((before) => {
    const now = readMemory(settings.settings.views, place.value)
    return before && sameMemory(before, now) ? before : now
  })
  function remember(change: Partial<ViewMemory>) {
    void settings.remember(memoryName(place.value), { ...memory.value, ...change })
  }
  const sort = computed({
    get: () => memory.value.sort,
    set: (value) => remember({ sort: value }),
  })
  const layout = computed({
    get: () => memory.value.layout,
    set: (value) => remember({ layout: value }),
  })

  return {
    here,
    /** The entry that the address asks to be opened. */
    asked: computed(() => readTitleKey(route.query.entry)),
    place,
    filter,
    sort,
    layout,
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
