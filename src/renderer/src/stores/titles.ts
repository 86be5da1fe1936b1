import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { TitleLanguage } from '../../../shared/account'
import type { TitleKey } from '../../../shared/media'
import { ownTitlesName, readOwnTitles } from '../../../shared/title-choice'
import { useAccountsStore } from './accounts'
import { useSettingsStore } from './settings'

/** The languages of titles that the user chose for the account that is shown. */
export const useTitlesStore = defineStore('titles', () => {
  const settings = useSettingsStore()
  const accounts = useAccountsStore()
  const accountId = computed(() => accounts.active?.id ?? 0)
  const own = computed(() => readOwnTitles(settings.settings.views, accountId.value))

  return {
    own,
    /** For all titles of the account; `null` is as the settings say. */
    chooseLanguage: (language: TitleLanguage | null) =>
      settings.remember(ownTitlesName(accountId.value), { ...own.value, language }),
    /** For one title; `null` is as all others. */
    chooseOne(title: TitleKey, language: TitleLanguage | null) {
      const { [title]: _before, ...others } = own.value.titles
      const titles = language === null ? others : { ...others, [title]: language }
      return settings.remember(ownTitlesName(accountId.value), { ...own.value, titles })
    },
  }
})
