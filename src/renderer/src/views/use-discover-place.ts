import { computed, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { type BrowseQuery, emptyBrowse } from '../../../shared/community/browse'
import { addressOf, type Place, type Wanted, wantedFrom } from '../discover/address'

/** What is looked for stands in the address, so that the way back and the palette lead to it. */
export function useDiscoverPlace() {
  const route = useRoute()
  const router = useRouter()
  const here = computed(() => route.name === 'discover')
  const wanted = shallowRef<Wanted>(wantedFrom(route.query))

  // The view is kept while another is shown, whose address says nothing to it.
  watch(
    () => route.fullPath,
    () => {
      if (here.value) wanted.value = wantedFrom(route.query)
    },
  )

  function goTo(next: Wanted, how: 'push' | 'replace') {
    void router[how]({ name: 'discover', query: addressOf(next) })
  }

  return {
    here,
    wanted,
    goToPlace(place: Place) {
      const { text } = wanted.value.query
      const kind = place === 'manga' ? 'manga' : 'anime'
      goTo({ place, query: { ...emptyBrowse, kind, text } }, 'push')
    },
    change(part: Partial<BrowseQuery>) {
      goTo({ ...wanted.value, query: { ...wanted.value.query, ...part } }, 'replace')
    },
    clear() {
      const { kind, text, sort, descending } = wanted.value.query
      goTo({ ...wanted.value, query: { ...emptyBrowse, kind, text, sort, descending } }, 'replace')
    },
  }
}
