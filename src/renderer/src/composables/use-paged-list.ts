import { reactive } from 'vue'
import { type PagedLookup, useLookedUpPages } from './use-looked-up-pages'
import { useTicks } from './use-ticks'

/** What `PagedList` shows: something looked up page by page, and what it is told with. */
export function usePagedList<T>(source: () => PagedLookup<T> | null) {
  const list = useLookedUpPages(source)
  const now = useTicks(30_000, () => Date.now())
  const { askedAt, isAsking, isFirst, hasNext, failure } = list
  return {
    items: list.items,
    again: list.again,
    now,
    /** For `v-bind`. */
    shown: reactive({ askedAt, isAsking, isFirst, hasNext, failure, now }),
    /** For `v-on`. */
    heard: { again: list.again, more: list.more },
  }
}
