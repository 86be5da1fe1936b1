import { computed } from 'vue'
import { type TitleChoice, titleChoiceOf } from '../../../shared/title-choice'
import { useAccountsStore } from '../stores/accounts'
import { useSettingsStore } from '../stores/settings'

/** In which language each title of the account that is shown stands. */
export function useTitleChoice() {
  const settings = useSettingsStore()
  const accounts = useAccountsStore()
  // The same object as long as it says the same: other settings must not sort the list anew.
  return computed<TitleChoice>((before) => {
    const now = titleChoiceOf(settings.settings, accounts.active)
    return before && JSON.stringify(before) === JSON.stringify(now) ? before : now
  })
}
