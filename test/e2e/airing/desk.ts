import type { ElectronApplication, Page } from '@playwright/test'
import type { AiringState, ScheduledEpisode } from '../../../src/shared/airing'
import type { EntryRef, ListRow } from '../../../src/shared/entry'
import type { Opened } from '../app/fixture'
import { openAccount } from '../app/list-page'

export interface ShownNotification {
  readonly title: string
  readonly body: string
  readonly buttons: readonly string[]
}

/** The desktop around the app, as the stand-in recorded it, and the hand of its user. */
export function deskOf({ launched: { app, page } }: Pick<Opened, 'launched'>) {
  return {
    tray: () =>
      app.evaluate(() => {
        const [tray] = globalThis.standIn?.trays ?? []
        return {
          toolTip: tray?.toolTip ?? '',
          image: typeof tray?.image === 'string' ? tray.image : '',
          items: (tray?.menu?.items ?? []).map(({ id, label, type, enabled }) => ({
            id,
            label: type === 'separator' ? '–' : label,
            enabled,
          })),
        }
      }),
    clickTray: (id: string) =>
      app.evaluate((_electron, wanted) => {
        globalThis.standIn?.trays[0]?.menu?.getMenuItemById(wanted)?.click()
      }, id),
    notifications: (): Promise<readonly ShownNotification[]> =>
      app.evaluate(() =>
        (globalThis.standIn?.notifications ?? []).map(({ title, body, actions }) => ({
          title,
          body,
          buttons: actions.map(({ text }) => text ?? ''),
        })),
      ),
    /** Clicks the n-th notification: itself, or one of its buttons. */
    answer: (nth: number, button: number | null) =>
      app.evaluate(
        (_electron, [place, index]) => {
          const shown = globalThis.standIn?.notifications[place ?? 0]
          if (index == null) shown?.emit('click')
          else shown?.emit('action', { actionIndex: index })
        },
        [nth, button] as const,
      ),
    /** The clock of the machine is set, and its lid was opened: in main and in the page. */
    setClock: (toMs: number) => setClock(app, page, toMs),
    state: () => ask<AiringState>(page, 'airing:state'),
    row: (ref: EntryRef) => ask<ListRow | null>(page, 'library:row', ref),
    async week(fromS: number, untilS: number, whose: 'mine' | 'season' = 'mine') {
      const { id } = await openAccount(page)
      return ask<ScheduledEpisode[]>(page, 'airing:between', id, fromS, untilS, whose)
    },
  }
}

async function setClock(app: ElectronApplication, page: Page, toMs: number) {
  await page.evaluate((to) => {
    const ahead = to - performance.now()
    Date.now = () => Math.round(performance.now() + ahead)
  }, toMs)
  await app.evaluate(({ powerMonitor }, to) => {
    const ahead = to - performance.now()
    Date.now = () => Math.round(performance.now() + ahead)
    powerMonitor.emit('resume')
  }, toMs)
}

async function ask<T>(page: Page, name: string, ...args: readonly unknown[]): Promise<T> {
  return page.evaluate(
    async ([call, values]) => {
      const result = await window.bridge.call(call as 'library:row', ...(values as [EntryRef]))
      if (!result.ok) throw new Error(result.failure.code)
      return result.value as T
    },
    [name, args] as const,
  )
}
