import { computed, type Ref, shallowRef } from 'vue'
import type { ListRow } from '../../../shared/entry'
import type { TitleKey } from '../../../shared/media'

interface Options {
  readonly count: Readonly<Ref<number>>
  readonly rowAt: (place: number) => ListRow | undefined
  readonly placeOf: (row: ListRow) => number
  readonly find: (title: TitleKey) => ListRow | undefined
  /** Brings a place into sight and the keyboard to the list. */
  readonly goTo: (place: number) => void
}

/** The row that keys act on. It is known by its title, so it survives every new order. */
export function useActiveRow({ count, rowAt, placeOf, find, goTo }: Options) {
  const active = shallowRef<TitleKey | null>(null)
  const row = computed(() => {
    const found = active.value && find(active.value)
    return found && placeOf(found) >= 0 ? found : null
  })

  function moveTo(place: number) {
    const target = Math.max(0, Math.min(place, count.value - 1))
    const next = rowAt(target)
    if (!next) return
    active.value = next.title
    goTo(target)
  }

  /** Moves by some places; from nowhere, to the first. */
  function moveBy(places: number) {
    moveTo(row.value ? placeOf(row.value) + places : 0)
  }

  return { active, row, moveTo, moveBy }
}
