import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Account } from '../../../shared/account'
import type { ListRow } from '../../../shared/entry'
import { serviceNames } from '../../../shared/service'
import type { TitleChoice } from '../../../shared/title-choice'
import { titleOf } from '../../../shared/titles'
import { useFailureWords } from '../composables/use-failure-words'
import type { Place } from '../library/place'
import { useSyncStore } from '../stores/sync'

interface Options {
  readonly place: Readonly<Ref<Place>>
  readonly account: Readonly<Ref<Account | null>>
  readonly filter: Readonly<Ref<string>>
  /** The name of the smart list that is shown. */
  readonly smartList: Readonly<Ref<string | null>>
  /** The row that keys act on. */
  readonly row: Readonly<Ref<ListRow | null | undefined>>
  readonly titles: () => TitleChoice
}

/** The words around a list: what it is called, and why it is empty. */
export function useLibraryWords({ place, account, filter, smartList, row, titles }: Options) {
  const { t } = useI18n()
  const { failureText } = useFailureWords()
  const sync = useSyncStore()

  const service = computed(() => (account.value ? serviceNames[account.value.service] : ''))

  const tabName = computed(() => {
    const { kind, tab } = place.value
    if (tab.type === 'custom') return tab.name
    if (smartList.value) return smartList.value
    return tab.type === 'all' ? t('shell.all') : t(`status.${kind}.${tab.status}`)
  })

  const empty = computed(() => {
    const state = account.value && sync.states.get(account.value.id)
    if (filter.value) return { reason: 'filter', text: filter.value } as const
    if (state?.failure && state.syncedAt === null) {
      return { reason: 'failed', text: failureText(state.failure, service.value) } as const
    }
    const { type } = place.value.tab
    return { reason: type === 'status' ? 'current' : type, text: '' } as const
  })

  return {
    service,
    tabName,
    label: computed(() =>
      t('library.list', { kind: t(`shell.${place.value.kind}`), tab: tabName.value }),
    ),
    empty,
    rowName: computed(() => (row.value ? titleOf(row.value.media, titles()) : '')),
  }
}
