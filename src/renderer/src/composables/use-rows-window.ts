import { defaultRangeExtractor, useVirtualizer } from '@tanstack/vue-virtual'
import { computed, type Ref, shallowRef, watch } from 'vue'

interface Options {
  readonly scroller: Readonly<Ref<HTMLElement | null>>
  readonly count: () => number
  /** Height of a row, in px. */
  readonly height: (place: number) => number
  /** Says something else when heights are different from before. */
  readonly heights: () => unknown
  /** Height of what stays above the rows, in px. */
  readonly header: () => number
}

/** A row that is in sight: which one, where, and in which of the slots that are used again and again. */
export interface RowSlot {
  readonly slot: number
  readonly place: number
  readonly top: number
}

/**
 * The part of a long list that is in sight. Rows are drawn into a fixed pool of slots: scrolling by
 * one row draws one row, and a filter fills the same slots with others.
 */
export function useRowsWindow({ scroller, count, height, heights, header }: Options) {
  let isScrolling = false
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>(
    computed(() => ({
      count: count(),
      getScrollElement: () => scroller.value,
      estimateSize: height,
      // Far beyond the edges only while one scrolls: what nobody sees must not hold up a filter. The
      // next row is there for who goes on by keyboard.
      rangeExtractor: (range) => defaultRangeExtractor({ ...range, overscan: isScrolling ? 3 : 1 }),
      onChange: (_, scrolls) => void (isScrolling = scrolls),
      scrollPaddingStart: header(),
      initialRect: { width: window.innerWidth, height: window.innerHeight },
    })),
  )
  watch(heights, () => virtualizer.value.measure())

  const pool = shallowRef(0)
  const slots = computed<readonly RowSlot[]>(() => {
    const items = virtualizer.value.getVirtualItems()
    if (items.length > pool.value) pool.value = items.length + 2
    return items.map(({ index, start }) => ({ slot: index % pool.value, place: index, top: start }))
  })

  return {
    slots,
    total: computed(() => virtualizer.value.getTotalSize()),
    scrollTo: (place: number, align: 'auto' | 'start' = 'auto') =>
      virtualizer.value.scrollToIndex(place, { align }),
  }
}
