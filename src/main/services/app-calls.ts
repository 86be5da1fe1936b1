import type { HandlersOf, Push } from '../../shared/ipc'
import type { AppCalls, Notice } from '../../shared/ipc/app'
import type { QueueStatus } from '../../shared/queue'
import type { Settings } from '../../shared/settings'
import type { AppOptions } from '../environment'

interface Options {
  app: AppOptions
  push: Push
  queueStatus: () => QueueStatus
  onSettings: (settings: Settings) => void
}

type OwnCalls = Omit<AppCalls, 'sandbox:state' | 'sandbox:set-online'>

const ownPages = {
  licence: 'https://opensource.org/license/mit',
  'titles-source': 'https://github.com/bangumi-data/bangumi-data',
  'fonts-source': 'https://openfontlicense.org/',
} as const

/** What the window asks about the program itself. */
export function createAppCalls({ app, push, queueStatus, onSettings }: Options) {
  const notices: Notice[] = []
  const { settings, product, desktop, secrets } = app

  /** Homepage and contact: the user's own come before those the program ships with. */
  function identity() {
    const own = settings.read()
    return {
      version: product.version,
      homepage: own.homepage || (product.homepage ?? ''),
      contact: own.contact || (product.contact ?? ''),
    }
  }

  const handlers: HandlersOf<OwnCalls> = {
    'app:info': () => ({
      ...identity(),
      platform: desktop.platform,
      runtime: desktop.runtime,
      keyStore: secrets.protection(),
      systemLanguage: desktop.systemLanguage,
    }),
    'app:notices': () => [...(app.takeNotices?.() ?? []), ...notices.splice(0)],
    'app:open-own': async (page) => {
      const url = page === 'homepage' ? identity().homepage : ownPages[page]
      if (url) await desktop.openExternal(url)
    },
    'app:diagnostics': () => app.log.clean(diagnostics(app, queueStatus())),
    'settings:get': () => settings.read(),
    'settings:set': (patch) => {
      const next = settings.write(patch)
      push('settings:changed', next)
      onSettings(next)
      return next
    },
  }

  return {
    handlers,
    identity,
    notice(notice: Notice) {
      notices.push(notice)
      push('app:notice', notice)
    },
  }
}

/** Versions, queue and limits: nothing of who the user is or what is on the list. */
function diagnostics({ product, desktop, secrets, settings }: AppOptions, queue: QueueStatus) {
  const { language, theme, holdSeconds, syncMinutes } = settings.read()
  const facts = {
    version: product.version,
    platform: desktop.platform,
    runtime: desktop.runtime,
    keyStore: secrets.protection(),
    settings: { language, theme, holdSeconds, syncMinutes },
    queue,
  }
  return JSON.stringify(facts, null, 2)
}
