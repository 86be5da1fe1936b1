import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { Failure } from '../../../shared/failure'
import type { Seen } from '../../../shared/looked-up'
import { useAccountsStore } from '../stores/accounts'
import { type Ask, lookUp } from './looking'

/** What is looked up; another `key` is another question. */
export interface Lookup<T> {
  readonly key: string
  readonly ask: Ask<T>
}

/**
 * Something at the service of the account that is shown: what is known at once, news when it is past
 * its age. Leaving the view, or asking for something else, cancels what is under way.
 */
export function useLookedUp<T>(source: () => Lookup<T> | null) {
  const accounts = useAccountsStore()
  const seen = shallowRef<Seen<T> | null>(null)
  const failure = shallowRef<Failure | null>(null)
  const isAsking = ref(false)
  let leave = () => undefined as void

  function start(anew: boolean) {
    leave()
    const wanted = source()
    const account = accounts.active
    failure.value = null
    isAsking.value = wanted !== null && account !== null
    if (!wanted || !account) return
    leave = lookUp<T>(
      account.id,
      wanted.ask,
      {
        seen: (told) => (seen.value = told),
        failed: (told) => (failure.value = told),
        done: () => (isAsking.value = false),
      },
      anew,
    )
  }

  watch(
    () => `${accounts.active?.id} ${source()?.key}`,
    () => {
      seen.value = null
      start(false)
    },
    { immediate: true },
  )
  onScopeDispose(() => leave())

  return {
    seen,
    failure,
    isAsking,
    /** Asks again, however new the answer is. */
    again: () => start(true),
    /** Looks whether what is known has changed; asks only where it is past its age. */
    refresh: () => start(false),
  }
}
