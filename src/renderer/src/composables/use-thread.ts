import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { ThreadPage } from '../../../shared/community/forum'
import type { Failure } from '../../../shared/failure'
import type { Seen } from '../../../shared/looked-up'
import { call } from '../api'
import { useAccountsStore } from '../stores/accounts'
import { lookUp } from './looking'

/** A thread with its comments, page after page. What is asked anew takes the place of its page only. */
export function useThread(id: () => number | null) {
  const accounts = useAccountsStore()
  const pages = shallowRef<readonly Seen<ThreadPage>[]>([])
  const failure = shallowRef<Failure | null>(null)
  const asking = ref(0)
  let leaves: (() => void)[] = []

  function load(page: number, anew = false) {
    const account = accounts.active
    const thread = id()
    if (!account || thread === null) return
    asking.value += 1
    failure.value = null
    const leave = lookUp<ThreadPage>(
      account.id,
      (look) => call('forum:thread', look, thread, page),
      {
        seen: (told) => (pages.value = pages.value.toSpliced(page - 1, 1, told)),
        failed: (told) => (failure.value = told),
        done: () => (asking.value -= 1),
      },
      anew,
    )
    leaves.push(leave)
  }

  function leaveAll() {
    for (const leave of leaves) leave()
    leaves = []
    asking.value = 0
  }

  const last = computed(() => pages.value.at(-1)?.value ?? null)

  watch(
    () => `${accounts.active?.id} ${id()}`,
    () => {
      leaveAll()
      pages.value = []
      load(1)
    },
    { immediate: true },
  )
  onScopeDispose(leaveAll)

  return {
    head: computed(() => pages.value[0]?.value ?? null),
    comments: computed(() => pages.value.flatMap(({ value }) => value.comments.items)),
    askedAt: computed(() =>
      pages.value.length === 0 ? null : Math.min(...pages.value.map(({ askedAt }) => askedAt)),
    ),
    hasNext: computed(() => last.value?.comments.hasNext ?? false),
    isAsking: computed(() => asking.value > 0),
    isFirst: computed(() => pages.value.length === 0 && asking.value > 0),
    failure,
    more() {
      if (asking.value === 0 && !failure.value && last.value?.comments.hasNext) {
        load(pages.value.length + 1)
      }
    },
    /** The page on which a comment stands has changed; `null` is for new ones at the root. */
    changed(comment: number | null) {
      const at = pages.value.findIndex(({ value }) =>
        value.comments.items.some((each) => each.id === comment),
      )
      if (at >= 0) load(at + 1, true)
      else if (!last.value?.comments.hasNext) load(Math.max(1, pages.value.length), true)
    },
    again() {
      leaveAll()
      pages.value = pages.value.slice(0, 1)
      load(1, true)
    },
  }
}
