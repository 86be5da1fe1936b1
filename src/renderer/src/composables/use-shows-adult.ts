import { computed, type ComputedRef } from 'vue'
import { showsAdult } from '../../../shared/adult'
import { useAccountsStore } from '../stores/accounts'
import { useSettingsStore } from '../stores/settings'

/** Titles for adults are shown on the list that is open. */
export function useShowsAdult(): ComputedRef<boolean> {
  const accounts = useAccountsStore()
  const settings = useSettingsStore()
  return computed(() => showsAdult(settings.settings, accounts.active))
}
