import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { serviceNames } from '../../../shared/service'
import type { Settings } from '../../../shared/settings'
import type { Action } from '../actions/action'
import { chooseFile } from '../choose-file'
import { type KeyAction, keyActions } from '../keys'
import { pathOf } from '../library/place'
import { useAccountsStore } from '../stores/accounts'
import { useBackupStore } from '../stores/backup'
import { useHistoryStore } from '../stores/history'
import { useQueueStore } from '../stores/queue'
import { useSettingsStore } from '../stores/settings'
import { useSmartListsStore } from '../stores/smart-lists'
import { useSyncStore } from '../stores/sync'

const themes: readonly Settings['theme'][] = ['system', 'light', 'dark', 'contrast']
const languages: readonly Settings['language'][] = ['system', 'en', 'de']

/** What can be done anywhere in the window: going to views and lists, its look, the queue. */
export function useWindowActions(): () => readonly Action[] {
  const { t, te } = useI18n()
  const router = useRouter()
  const accounts = useAccountsStore()
  const backup = useBackupStore()
  const history = useHistoryStore()
  const queue = useQueueStore()
  const settings = useSettingsStore()
  const smartLists = useSmartListsStore()
  const sync = useSyncStore()

  /** Every view that has a name in the side bar. */
  function views(): readonly Action[] {
    const named = router.getRoutes().filter(({ name, path }) => {
      return typeof name === 'string' && !path.includes(':') && te(`shell.${name}`)
    })
    return named.map(({ name, path }) => {
      const key = keyFor(String(name))
      return {
        id: `go.${String(name)}`,
        name: t('palette.go', { place: t(`shell.${String(name)}`) }),
        icon: 'i-lucide-arrow-right',
        ...(key ? { key } : {}),
        run: () => void router.push(path),
      }
    })
  }

  function lists(): readonly Action[] {
    const account = accounts.active
    if (!account) return []
    const statuses = account.capabilities.statuses.map((status) => ({
      id: `list.${status}`,
      place: t(`status.anime.${status}`),
      path: pathOf({ kind: 'anime', tab: { type: 'status', status } }),
    }))
    const smart = smartLists.lists.map(({ id, name, kind }) => ({
      id: `smart.${id}`,
      place: name || t('finding.ready'),
      path: pathOf({ kind, tab: { type: 'all' }, smart: id }),
    }))
    return [...statuses, ...smart].map(({ id, place, path }) => ({
      id,
      name: t('palette.go', { place }),
      icon: 'i-lucide-list',
      run: () => void router.push(path),
    }))
  }

  function look(): readonly Action[] {
    const { showAdult } = settings.settings
    return [
      ...themes.map((theme) => ({
        id: `theme.${theme}`,
        name: t('palette.theme', { name: t(`settings.themes.${theme}`) }),
        icon: 'i-lucide-palette',
        run: () => void settings.set({ theme }),
      })),
      ...languages.map((language) => ({
        id: `language.${language}`,
        name: t('palette.language', { name: t(`settings.languages.${language}`) }),
        icon: 'i-lucide-languages',
        run: () => void settings.set({ language }),
      })),
      // An account that shows them at its service shows them here, whatever the setting says.
      ...(accounts.active?.options.adult
        ? []
        : [
            {
              id: 'adult',
              name: t(showAdult ? 'palette.hideAdult' : 'palette.showAdult'),
              icon: showAdult ? 'i-lucide-eye-off' : 'i-lucide-eye',
              run: () => void settings.set({ showAdult: !showAdult }),
            },
          ]),
    ]
  }

  function sending(): readonly Action[] {
    const { held } = queue.status
    const id = accounts.active?.id
    const reading: readonly Action[] =
      id === undefined
        ? []
        : (['news', 'whole'] as const).map((extent) => ({
            id: `read.${extent}`,
            name: t(extent === 'news' ? 'palette.readNews' : 'palette.readWhole'),
            icon: 'i-lucide-refresh-cw',
            run: () => void sync.readNow(id, extent),
          }))
    return [
      ...reading,
      {
        id: 'queue.send',
        name: t('queue.sendAll'),
        icon: 'i-lucide-send',
        run: () => void queue.sendNow(null),
      },
      {
        id: 'queue.hold',
        name: t(held ? 'queue.release' : 'queue.hold'),
        icon: held ? 'i-lucide-play' : 'i-lucide-pause',
        run: () => void queue.hold(!held),
      },
      {
        id: 'undo',
        name: t('common.undo'),
        icon: 'i-lucide-undo-2',
        key: 'undo',
        run: () => void history.undo(null),
      },
      {
        id: 'redo',
        name: t('common.redo'),
        icon: 'i-lucide-redo-2',
        key: 'redo',
        run: () => void history.redo(),
      },
    ]
  }

  async function bringFile() {
    const file = await chooseFile()
    if (!file) return
    await router.push('/backup')
    await backup.drop(file)
  }

  /** What is written to files of this computer, and read from them. */
  function saving(): readonly Action[] {
    if (accounts.accounts.length === 0) return []
    return [
      {
        id: 'backup.now',
        name: t('backup.autoNow'),
        icon: 'i-lucide-archive',
        run: () => void backup.backUp(),
      },
      {
        id: 'backup.import',
        name: t('backup.importFile'),
        icon: 'i-lucide-file-up',
        run: () => void bringFile(),
      },
    ]
  }

  function others(): readonly Action[] {
    return accounts.accounts
      .filter(({ id }) => id !== accounts.active?.id)
      .map(({ id, service, userName }) => ({
        id: `account.${id}`,
        name: t('palette.account', { name: `${serviceNames[service]} ${userName}` }),
        icon: 'i-lucide-user',
        run: () => void accounts.open(id),
      }))
  }

  /** What one can write at the service. */
  function writing(): readonly Action[] {
    if (!accounts.active?.capabilities.community) return []
    const { userId } = accounts.active
    return [
      { id: 'write.status', name: t('community.post.status'), path: '/feed' },
      { id: 'write.thread', name: t('forum.write'), path: '/write-thread' },
      { id: 'go.me', name: t('palette.go', { place: t('community.me') }), path: `/user/${userId}` },
    ].map(({ path, ...action }) => ({
      ...action,
      icon: 'i-lucide-pencil',
      run: () => void router.push(path),
    }))
  }

  return () => [
    ...views(),
    ...lists(),
    ...writing(),
    ...sending(),
    ...saving(),
    ...look(),
    ...others(),
  ]
}

/** The key that leads to a view. */
export function keyFor(view: string): KeyAction | undefined {
  return keyActions.find((action) => action === view || action === `go-${view}`)
}
