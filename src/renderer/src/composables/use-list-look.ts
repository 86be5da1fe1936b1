import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { MediaKind } from '../../../shared/media'
import type { ListLook } from '../library/look'
import { useAccountsStore } from '../stores/accounts'
import { useTicks } from './use-ticks'
import { useTitleChoice } from './use-title-choice'

/** How titles of the account that is shown are to be drawn outside of the library. */
export function useListLook(kind: () => MediaKind) {
  const { locale } = useI18n()
  const accounts = useAccountsStore()
  const titles = useTitleChoice()
  const nowS = useTicks(60_000, () => Math.floor(Date.now() / 1000))

  return computed<ListLook>(() => ({
    accountId: accounts.active?.id ?? 0,
    kind: kind(),
    titles: titles.value,
    scoreFormat: accounts.active?.options.scoreFormat ?? 'point-100',
    scoreTable: accounts.active?.options.scoreTable ?? 'anilist',
    locale: locale.value,
    nowS: nowS.value,
  }))
}
