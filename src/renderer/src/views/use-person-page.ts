import { computed } from 'vue'
import type { Page } from '../../../shared/community/paging'
import type { Look, Looked } from '../../../shared/looked-up'
import { useLookedUpPages } from '../composables/use-looked-up-pages'

/** A page of somebody whose titles come part by part: each part tells the person anew. */
export function useParts<T>(
  key: () => string,
  ask: (look: Look, page: number) => Promise<Looked<T>>,
  hasNext: (part: T) => boolean,
) {
  const found = useLookedUpPages<T>(() => ({
    key: key(),
    ask: async (look, page): Promise<Looked<Page<T>>> => {
      const seen = await ask(look, page)
      return (
        seen && {
          ...seen,
          value: { items: [seen.value], hasNext: hasNext(seen.value), total: null },
        }
      )
    },
  }))
  return {
    first: computed(() => found.items.value[0] ?? null),
    parts: found.items,
    more: found.more,
    again: found.again,
    retry: found.retry,
    note: computed(() => ({
      isFirst: found.isFirst.value,
      isAsking: found.isAsking.value,
      hasNext: found.hasNext.value,
      failure: found.failure.value,
      askedAt: found.askedAt.value,
    })),
  }
}
