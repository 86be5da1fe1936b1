import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Account } from '../../../shared/account'
import { serviceNames } from '../../../shared/service'
import type { Notice, NoticedChange } from '../stores/notices'
import { useChangeWords } from './use-change-words'
import { useFailureWords } from './use-failure-words'

export interface NoticeWords {
  readonly text: string
  readonly tone: 'calm' | 'failed'
  readonly detail?: string | undefined
  readonly action?: string | undefined
}

/** What the bar at the bottom says for a notice. */
export function useNoticeWords(
  current: () => Notice | null,
  accountOf: (accountId: number) => Account | null,
) {
  const { t, te } = useI18n()
  const { sentence, title } = useChangeWords()
  const { failureText } = useFailureWords()

  function many(
    count: number,
    changes: readonly NoticedChange[],
    verb: 'undone' | 'redone',
  ): string {
    const [only] = changes
    if (!only)
      return t(
        verb === 'undone' ? 'failures.reasons.nothing-to-undo' : 'failures.reasons.nothing-to-redo',
      )
    if (count > 1) return t(`history.${verb}Many`, { n: count }, count)
    return t(`history.${verb}`, { what: outcome(only) })
  }

  /** Taking back tells what is now: a title that is back, or off the list again. */
  function outcome(change: NoticedChange): string {
    const account = accountOf(change.ref.accountId)
    const named = { title: title(change, account) }
    if (!change.before) return t('history.titleBack', named)
    return change.after ? sentence(change, account) : t('history.titleOff', named)
  }

  function say(notice: Notice): NoticeWords {
    switch (notice.kind) {
      case 'failure': {
        const { failure } = notice
        return { text: failureText(failure), tone: 'failed', detail: failure.detail }
      }
      case 'change': {
        const text = sentence(notice.change, accountOf(notice.change.ref.accountId))
        return { text, tone: 'calm', action: notice.undo === null ? undefined : t('common.undo') }
      }
      case 'undone':
        return { text: many(notice.count, notice.changes, 'undone'), tone: 'calm' }
      case 'redone':
        return { text: many(notice.count, notice.changes, 'redone'), tone: 'calm' }
      case 'bulk': {
        const { changed, undo } = notice
        const action = undo === null ? undefined : t('common.undo')
        return { text: t('bulk.done', { n: changed }, changed), tone: 'calm', action }
      }
      case 'main': {
        const { id, params } = notice.notice
        const key = `notices.${id}`
        return { text: te(key) ? t(key, params) : t('notices.other', { id }), tone: 'calm' }
      }
      case 'refreshed': {
        const { outcome, about } = notice
        const account = accountOf(about.ref.accountId)
        const service = account ? serviceNames[account.service] : ''
        const text = t(`library.refreshed.${outcome}`, { title: title(about, account), service })
        return { text, tone: 'calm' }
      }
      case 'saved-to':
        return { text: t('accounts.savedTo', { path: notice.path }), tone: 'calm' }
      case 'file-saved':
        return { text: t('backup.fileSaved', { path: notice.path }), tone: 'calm' }
      case 'backed-up':
        return { text: t('backup.backedUp', { name: notice.name }), tone: 'calm' }
    }
  }

  return computed(() => {
    const notice = current()
    return notice && say(notice)
  })
}
