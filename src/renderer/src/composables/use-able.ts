import { shallowRef, watch } from 'vue'
import type { Discoverable } from '../../../shared/ipc/discover'
import { call } from '../api'
import { useAccountsStore } from '../stores/accounts'

/** What the service of the account that is shown lets one discover; `undefined` until that is known. */
export function useAble() {
  const accounts = useAccountsStore()
  const able = shallowRef<Discoverable | null | undefined>(undefined)
  watch(
    () => accounts.active?.id,
    async (id) => {
      able.value = id === undefined ? null : undefined
      if (id === undefined) return
      const told = await call('discover:able', id).catch(() => null)
      if (accounts.active?.id === id) able.value = told
    },
    { immediate: true },
  )
  return able
}
