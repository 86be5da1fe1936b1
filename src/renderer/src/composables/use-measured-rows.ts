import { useVirtualizer } from '@tanstack/vue-virtual'
import { computed, onScopeDispose, type Ref, ref, shallowRef, watch } from 'vue'
import type { RowSlot } from './use-rows-window'

interface Options {
  /** What holds the rows, each of which says its place in `data-index`. */
  readonly body: Readonly<Ref<HTMLElement | null>>
  readonly scroller: Readonly<Ref<HTMLElement | null>>
  readonly count: () => number
  /** Names a row, so that its height is known again wherever it comes to stand. */
  readonly keyAt: (place: number) => number
  /** The likely height of a row that was not drawn yet, in px. */
  readonly likely: (place: number) => number
}

/**
 * The part of a long list that is in sight, whose rows are as high as what is in them. Rows are
 * drawn into slots that are used again, and measured by an observer after the layout that has to
 * be made anyway: to ask for heights would have it made once more for each frame.
 */
export function useMeasuredRows({ body, scroller, count, keyAt, likely }: Options) {
  /** How far down the scroller the rows begin, in px. */
  const margin = ref(0)
  const virtualizer = useVirtualizer(
    computed(() => ({
      count: count(),
      getScrollElement: () => scroller.value,
      estimateSize: likely,
      // Another function for other rows: else their heights would stay those of the rows before.
      getItemKey: (place) => keyAt(place),
      overscan: 4,
      scrollMargin: margin.value,
      initialRect: { width: window.innerWidth, height: window.innerHeight },
    })),
  )

  const pool = shallowRef(0)
  const slots = computed<readonly RowSlot[]>(() => {
    const items = virtualizer.value.getVirtualItems()
    if (items.length > pool.value) pool.value = items.length + 4
    return items.map(({ index, start }) => ({
      slot: index % pool.value,
      place: index,
      top: start - margin.value,
    }))
  })

  const observer = new ResizeObserver((entries) => {
    for (const { target, borderBoxSize } of entries) {
      const height = borderBoxSize[0]?.blockSize
      const place = placeOf(target)
      if (height && place < count()) virtualizer.value.resizeItem(place, Math.round(height))
    }
  })
  onScopeDispose(() => observer.disconnect())

  const shown = new WeakMap<Element, number>()
  function observeChanged() {
    for (const row of body.value?.querySelectorAll(':scope > [data-index]') ?? []) {
      const key = keyAt(placeOf(row))
      if (shown.get(row) === key) continue
      const before = shown.get(row)
      shown.set(row, key)
      // Nobody shall press a button that has become another one's.
      const focused = document.activeElement
      if (before !== undefined && focused instanceof HTMLElement && row.contains(focused)) {
        focused.blur()
      }
      observer.unobserve(row)
      observer.observe(row)
    }
  }
  watch([slots, count, body], observeChanged, { flush: 'post', immediate: true })

  /** Looks where the rows begin: what stands above them may have grown. */
  function look() {
    if (!body.value || !scroller.value) return
    const top = body.value.getBoundingClientRect().top - scroller.value.getBoundingClientRect().top
    margin.value = top + scroller.value.scrollTop
  }

  return {
    slots,
    total: computed(() => virtualizer.value.getTotalSize()),
    look,
    /** Measures rows that were drawn into other elements. */
    observe: observeChanged,
  }
}

function placeOf(row: Element): number {
  return row instanceof HTMLElement ? Number(row.dataset['index']) : NaN
}
