import { shallowRef, watch } from 'vue'
import type { SocialAbilities } from '../../../shared/ipc/social'
import { call } from '../api'
import { useAccountsStore } from '../stores/accounts'
import { useNoticesStore } from '../stores/notices'

/** What the service of the account that is shown has of all that people do there. */
export function useAbilities() {
  const accounts = useAccountsStore()
  const notices = useNoticesStore()
  const abilities = shallowRef<SocialAbilities | null>(null)
  watch(
    () => accounts.active?.id,
    async (id) => {
      abilities.value = null
      if (id === undefined) return
      const told = await notices.attempt(() => call('social:abilities', id))
      if (accounts.active?.id === id) abilities.value = told ?? null
    },
    { immediate: true },
  )
  return abilities
}
