import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { Page } from '../../../shared/community/paging'
import type { Failure } from '../../../shared/failure'
import type { Look, Looked, Seen } from '../../../shared/looked-up'
import { useAccountsStore } from '../stores/accounts'
import { lookUp } from './looking'

/** What is looked up page by page; another `key` is another question. */
export interface PagedLookup<T> {
  readonly key: string
  readonly ask: (look: Look, page: number) => Promise<Looked<Page<T>>>
}

/** Something long at the service of the account that is shown, of which more is asked as it is needed. */
export function useLookedUpPages<T>(source: () => PagedLookup<T> | null) {
  const accounts = useAccountsStore()
  const pages = shallowRef<readonly Seen<Page<T>>[]>([])
  const failure = shallowRef<Failure | null>(null)
  /** The page that is asked for; 0 for none. */
  const asking = ref(0)
  let leaves: (() => void)[] = []

  function load(page: number, anew = false) {
    const wanted = source()
    const account = accounts.active
    if (!wanted || !account) return
    asking.value = page
    failure.value = null
    leaves.push(
      lookUp<Page<T>>(
        account.id,
        (look) => wanted.ask(look, page),
        {
          seen: (told) => (pages.value = [...pages.value.slice(0, page - 1), told]),
          failed: (told) => (failure.value = told),
          done: () => (asking.value = 0),
        },
        anew,
      ),
    )
  }

  function leaveAll() {
    for (const leave of leaves) leave()
    leaves = []
    asking.value = 0
  }

  const hasNext = computed(() => pages.value.at(-1)?.value.hasNext ?? false)

  watch(
    () => `${accounts.active?.id} ${source()?.key}`,
    () => {
      leaveAll()
      pages.value = []
      failure.value = null
      load(1)
    },
    { immediate: true },
  )
  onScopeDispose(leaveAll)

  return {
    items: computed(() => pages.value.flatMap(({ value }) => value.items)),
    hasNext,
    failure,
    isAsking: computed(() => asking.value > 0),
    /** Nothing is known yet, and the first answer is waited for. */
    isFirst: computed(() => pages.value.length === 0 && asking.value > 0),
    /** Unix ms of the oldest part; `null` without any. */
    askedAt: computed(() =>
      pages.value.length === 0 ? null : Math.min(...pages.value.map(({ askedAt }) => askedAt)),
    ),
    /** How many there are in all, where the service tells. */
    total: computed(() => pages.value[0]?.value.total ?? null),
    more() {
      if (asking.value === 0 && failure.value === null && hasNext.value) {
        load(pages.value.length + 1)
      }
    },
    /** Asks anew, from the beginning. */
    again() {
      leaveAll()
      load(1, true)
    },
    /** Tries the page that failed once more. */
    retry() {
      leaveAll()
      load(pages.value.length + 1)
    },
  }
}
