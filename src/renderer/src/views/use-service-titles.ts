import { onScopeDispose } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { Looked } from '../../../shared/looked-up'
import { type Page, wholePage } from '../../../shared/community/paging'
import { type Media, type MediaKind, mediaKinds } from '../../../shared/media'
import { serviceNames } from '../../../shared/service'
import type { FoundTitle, TitleSource } from '../actions/action'
import { call } from '../api'
import { lookUp } from '../composables/looking'
import { useAble } from '../composables/use-able'
import { useMediaName } from '../composables/use-media-name'
import { pathOfTitle } from '../discover/paths'
import { useAccountsStore } from '../stores/accounts'
import { useActionsStore } from '../stores/actions'
import { useLibraryStore } from '../stores/library'

/** Of each kind, so that what is on the list stays in sight. */
const mostOfAKind = 5

/** Lets the palette find titles at the service of the account, except those on the list: it shows them anyway. */
export function useServiceTitles() {
  const { t } = useI18n()
  const router = useRouter()
  const accounts = useAccountsStore()
  const library = useLibraryStore()
  const able = useAble()
  const nameOf = useMediaName()

  onScopeDispose(useActionsStore().offerTitles(() => source()))

  function source(): TitleSource | null {
    const account = accounts.active
    if (!account || !able.value) return null
    const search = async (text: string, signal: AbortSignal) => {
      const found = await Promise.all(
        mediaKinds.map((kind) => find(account.id, kind, text, signal)),
      )
      return found.flat()
    }
    return { name: t('palette.atService', { service: serviceNames[account.service] }), search }
  }

  async function find(accountId: number, kind: MediaKind, text: string, signal: AbortSignal) {
    const page = await firstAnswer(accountId, kind, text, signal)
    const listed = library.lists[kind]
    return page.items
      .filter(({ key }) => !listed?.get(key))
      .slice(0, mostOfAKind)
      .map(toFound)
  }

  function toFound(media: Media): FoundTitle {
    const format = media.format === 'unknown' ? '' : t(`media.format.${media.format}`)
    return {
      key: media.key,
      name: nameOf(media),
      detail: `${format} ${media.seasonYear ?? ''}`.trim(),
      run: () => void router.push(pathOfTitle(media.key)),
    }
  }
}

/** What the service told last; nothing, once nobody waits for it. */
function firstAnswer(accountId: number, kind: MediaKind, text: string, signal: AbortSignal) {
  return new Promise<Page<Media>>((resolve, reject) => {
    let last = wholePage<Media>([])
    const leave = lookUp<Page<Media>>(
      accountId,
      (look): Promise<Looked<Page<Media>>> => call('discover:find', look, kind, text),
      {
        seen: ({ value }) => (last = value),
        failed: reject,
        done: () => resolve(last),
      },
    )
    signal.addEventListener('abort', () => {
      leave()
      resolve(last)
    })
  })
}
