import { computed } from 'vue'
import { useAccountsStore } from '../stores/accounts'
import { useSettingsStore } from '../stores/settings'

/** The language that titles are shown in. */
export function useTitleLanguage() {
  const settings = useSettingsStore()
  const accounts = useAccountsStore()
  return computed(() => {
    const wanted = settings.settings.titleLanguage
    return wanted === 'account' ? (accounts.active?.options.titleLanguage ?? 'romaji') : wanted
  })
}
