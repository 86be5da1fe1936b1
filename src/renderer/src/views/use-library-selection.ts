import { computed, type Ref, shallowRef, watch } from 'vue'
import type { ListRow } from '../../../shared/entry'
import type { TitleKey } from '../../../shared/media'
import type { Place } from '../library/place'
import { extend, nothingSelected, toggle, without } from '../library/selection'
import { useLibraryStore } from '../stores/library'

interface Options {
  readonly place: Readonly<Ref<Place>>
  readonly active: Ref<TitleKey | null>
  readonly count: Readonly<Ref<number>>
  readonly placeOf: (row: ListRow) => number
  readonly titlesFrom: (one: number, other: number) => readonly TitleKey[]
}

/** Which titles are selected. They stay so when the filter, the order or the layout changes. */
export function useLibrarySelection({ place, active, count, placeOf, titlesFrom }: Options) {
  const library = useLibraryStore()
  const selection = shallowRef(nothingSelected)

  watch(place, clear)
  watch(
    () => library.moves,
    () => (selection.value = without(selection.value, (title) => Boolean(library.find(title)))),
  )

  function clear() {
    if (selection.value.titles.size > 0) selection.value = nothingSelected
  }

  function between(from: TitleKey, to: TitleKey): readonly TitleKey[] {
    const places = [from, to].map((title) => {
      const row = library.find(title)
      return row ? placeOf(row) : -1
    })
    const [one = -1, other = -1] = places
    return one < 0 || other < 0 ? [to] : titlesFrom(one, other)
  }

  return {
    titles: computed(() => selection.value.titles),
    rows: computed(() => [...selection.value.titles].flatMap((title) => library.find(title) ?? [])),
    clear,
    pick(title: TitleKey, how: 'toggle' | 'range') {
      selection.value =
        how === 'toggle' ? toggle(selection.value, title) : extend(selection.value, title, between)
    },
    /** Everything that the list shows. */
    all() {
      const titles = count.value > 0 ? titlesFrom(0, count.value - 1) : []
      selection.value = { titles: new Set(titles), anchor: active.value }
    },
    /** From the row one is at to where one goes. */
    reach(go: () => void) {
      const from = active.value
      go()
      if (!active.value) return
      const begun =
        from && selection.value.anchor === null
          ? { ...selection.value, anchor: from }
          : selection.value
      selection.value = extend(begun, active.value, between)
    },
  }
}

export type LibrarySelection = ReturnType<typeof useLibrarySelection>
