import { useI18n } from 'vue-i18n'
import type { Account } from '../../../shared/account'
import { entryFields, type EntryPatch, type EntryField } from '../../../shared/entry'
import { kindOf } from '../../../shared/media'
import { titleChoiceOf } from '../../../shared/title-choice'
import { titleOf } from '../../../shared/titles'
import type { NoticedChange } from '../stores/notices'
import { useSettingsStore } from '../stores/settings'
import { useFieldWords } from './use-field-words'

/** One changed field, in words. */
export interface ChangeLine {
  readonly field: EntryField
  readonly name: string
  readonly from: string
  readonly to: string
}

/** Changes in words: `Frieren 11 → 12`. */
export function useChangeWords() {
  const { t } = useI18n()
  const settings = useSettingsStore()
  const words = useFieldWords()

  function title(change: Pick<NoticedChange, 'ref' | 'titles'>, account: Account | null): string {
    const named = { key: change.ref.title, titles: change.titles }
    return titleOf(named, titleChoiceOf(settings.settings, account))
  }

  /** Field by field; none for a title that came onto the list or left it. */
  function lines(
    change: Pick<NoticedChange, 'ref' | 'before' | 'after'>,
    account: Account | null,
  ): readonly ChangeLine[] {
    const { before, after } = change
    if (!before || !after) return []
    const kind = kindOf(change.ref.title)
    const text = (field: EntryField, patch: EntryPatch) =>
      words.valueText(field, patch[field], kind, account?.options ?? null)
    return entryFields
      .filter((field) => field in before || field in after)
      .map((field) => ({
        field,
        name: words.fieldName(field, kind),
        from: text(field, before),
        to: text(field, after),
      }))
  }

  function sentence(change: NoticedChange, account: Account | null): string {
    const name = title(change, account)
    if (!change.before) return t('history.addedTitle', { title: name })
    if (!change.after) return t('history.removedTitle', { title: name })
    const all = lines(change, account)
    const main = all.find((line) => line.field === 'progress') ?? all[0]
    if (!main) return name
    const { from, to } = main
    if (main.field === 'progress') return t('history.step', { title: name, from, to })
    if (all.length > 1) return t('history.changedMany', { title: name, n: all.length }, all.length)
    if (main.field === 'notes') return t('history.changedMany', { title: name, n: 1 }, 1)
    return t('history.changedField', { title: name, field: main.name, from, to })
  }

  return { title, lines, sentence }
}
