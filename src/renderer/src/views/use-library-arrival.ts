import { computed, nextTick, type Ref, watch } from 'vue'
import type { Account } from '../../../shared/account'
import type { Sort } from '../../../shared/library-view'
import { mediaKinds } from '../../../shared/media'
import type { Place } from '../library/place'
import { afterPaint } from '../composables/after-paint'
import { tellReady } from '../ready'
import { useLibraryStore } from '../stores/library'
import { useSyncStore } from '../stores/sync'

const screenful = 60

/** Brings the list in: its first screenful at once, and all of it after that has been painted. */
export function useLibraryArrival(
  account: Readonly<Ref<Account | null>>,
  place: Readonly<Ref<Place>>,
  sort: Readonly<Ref<Sort>>,
) {
  const library = useLibraryStore()
  const sync = useSyncStore()

  /** A list that was never read yet and is still on its way from the service. */
  const expected = computed(() => {
    if (account.value?.signedIn === false) return false
    const id = account.value?.id
    const state = id === undefined ? undefined : sync.states.get(id)
    const known = account.value?.syncedAt !== null || Boolean(state?.syncedAt ?? state?.failure)
    return !known && !library.first?.screen.total && !library.lists[place.value.kind]?.size()
  })

  watch(
    [account, place] as const,
    async ([to], before) => {
      if (!to) return
      const [from] = before ?? []
      const { kind, tab } = place.value
      const query = { accountId: to.id, kind, tab, sort: sort.value, limit: screenful }
      await library.showFirst(query)
      if (to.id === from?.id) return
      await nextTick()
      afterPaint(() => void readAll())
    },
    { immediate: true },
  )

  watch(
    () => library.first !== null && !expected.value,
    async (arrived) => {
      if (!arrived) return
      await nextTick()
      tellReady('library')
    },
    { immediate: true },
  )

  /** The kind that is on screen comes first. */
  async function readAll() {
    const shown = place.value.kind
    await library.read(shown)
    for (const kind of mediaKinds) if (kind !== shown) await library.read(kind)
  }

  return { expected }
}
