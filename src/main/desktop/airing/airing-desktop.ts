import { join } from 'node:path'
import { app, Menu, nativeTheme, Notification, Tray } from 'electron'
import type { Clock } from '../../../shared/clock'
import type { EntryRef } from '../../../shared/entry'
import type { EventName, Events } from '../../../shared/ipc'
import type { Settings } from '../../../shared/settings'
import type { TsuzukiApp } from '../../environment'
import { airingWordsIn } from './airing-words'
import { createNotifications } from './notifications'
import { createTray } from './tray'

interface Options {
  readonly core: Pick<TsuzukiApp, 'airing' | 'handlers'>
  readonly resourcesDir: string
  readonly clock: Clock
  readonly settings: () => Settings
  /** Brings the window forward at a route; `''` where it is. */
  readonly show: (route: string) => void
}

export type AiringDesktop = ReturnType<typeof createAiringDesktop>

/** Tray and notifications of the real desktop. */
export function createAiringDesktop({ core, resourcesDir, clock, settings, show }: Options) {
  const words = () => airingWordsIn(settings().language, app.getLocale())
  const act = core.airing.act

  function open(what: EntryRef | 'queue' | 'notices' | null) {
    if (what === null) show('')
    else if (what === 'queue') show('/queue')
    else if (what === 'notices') show('/notifications')
    else show(`/open/${what.accountId}/${what.title}`)
  }

  const tray = createTray({
    Tray,
    Menu,
    nativeTheme,
    platform: process.platform,
    iconsDir: join(resourcesDir, 'icons'),
    clock,
    words,
    acts: { act, open, quit: () => app.quit() },
  })
  core.airing.connect(
    createNotifications({
      Notification,
      icon: join(resourcesDir, 'icons/tsuzuki-256.png'),
      words,
      isDaily: () => settings().dailyDigest,
      open,
      act,
    }),
  )
  void Promise.all([core.handlers['airing:state'](), core.handlers['queue:status']()]).then(
    ([state, status]) => {
      tray.airing(state)
      tray.queue(status)
    },
  )

  return {
    /** Takes every event that goes to the window, and shows those that concern the tray. */
    hear<E extends EventName>(name: E, payload: Events[E]) {
      if (name === 'airing:changed') tray.airing(payload as Events['airing:changed'])
      if (name === 'queue:changed') tray.queue(payload as Events['queue:changed'])
      if (name === 'settings:changed') tray.redraw()
    },
    stop: tray.stop,
  }
}
