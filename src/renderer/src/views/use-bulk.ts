import { computed, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { type BulkChange, previewBulk } from '../../../shared/bulk'
import { entryFields } from '../../../shared/entry'
import type { MediaKind } from '../../../shared/media'
import { serviceNames } from '../../../shared/service'
import { useFieldWords } from '../composables/use-field-words'
import { useAccountsStore } from '../stores/accounts'
import { useEditsStore } from '../stores/edits'
import type { LibrarySelection } from './use-library-selection'

/** A change of all selected titles: asked for, counted, then made. */
export function useBulk(selection: LibrarySelection, kind: () => MediaKind) {
  const { t } = useI18n()
  const { fieldName, valueText } = useFieldWords()
  const accounts = useAccountsStore()
  const edits = useEditsStore()

  const asked = shallowRef<BulkChange | null>(null)
  const done = ref<number | null>(null)

  const preview = computed(() =>
    asked.value ? previewBulk(selection.rows.value, asked.value) : null,
  )

  function nameOf(change: BulkChange): string {
    switch (change.do) {
      case 'list':
        return t(change.on ? 'bulk.addTo' : 'bulk.takeOff', { list: change.name })
      case 'step':
        return t(change.by > 0 ? 'bulk.plus' : 'bulk.minus')
      case 'remove':
        return t('bulk.remove')
      case 'set': {
        const options = accounts.active?.options ?? null
        return entryFields
          .filter((field) => field in change.patch)
          .map(
            (field) =>
              `${fieldName(field, kind())}: ${valueText(field, change.patch[field], kind(), options)}`,
          )
          .join(', ')
      }
    }
  }

  async function confirm() {
    const change = asked.value
    if (!change || done.value !== null) return
    done.value = 0
    await edits.bulk([...selection.titles.value], change, (count) => (done.value = count))
    done.value = null
    asked.value = null
  }

  return {
    asked,
    done,
    preview,
    name: computed(() => (asked.value ? nameOf(asked.value) : '')),
    /** Of a service that tells others about changes: its name. */
    feed: computed(() => {
      const account = accounts.active
      return account?.capabilities.postsToFeed ? serviceNames[account.service] : null
    }),
    ask: (change: BulkChange) => (asked.value = change),
    cancel: () => done.value === null && (asked.value = null),
    confirm,
  }
}

export type Bulk = ReturnType<typeof useBulk>
