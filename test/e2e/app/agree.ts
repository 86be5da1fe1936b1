import type { Page } from '@playwright/test'
import { kindOf, type TitleKey } from '../../../src/shared/media'
import { formatScore } from '../../../src/shared/score-text'
import type { ServiceId } from '../../../src/shared/service'
import type { Admin } from '../../support/e2e-admin'
import { listedAt } from '../../support/e2e-listed'
import { expect } from './fixture'
import { type Drawn, drawnIn, listedIn, listPage, openAccount } from './list-page'

/** Waits until the window says that everything has been sent. */
export const untilSaved = (page: Page) => expect(listPage(page).promise).toHaveText(/All saved/)

/** Waits until the whole list has been read from the service. */
export async function untilRead(page: Page) {
  const isRead = () =>
    page.evaluate(async () => {
      const states = await window.bridge.call('sync:states')
      return states.ok && states.value.every((it) => it.phase === 'idle' && it.syncedAt !== null)
    })
  await expect.poll(isRead).toBe(true)
}

/** The side bar counts as many anime as the service has. It may catch up a moment after main has read. */
export async function expectAllCounted(page: Page, admin: Admin, service: ServiceId) {
  const there = [...listedAt(service, await admin.entries(service)).keys()]
  const anime = there.filter((title) => kindOf(title) === 'anime').length
  await expect(listPage(page).link(/^All \d/)).toHaveText(`All${anime}`)
  return anime
}

/**
 * The service has what the window shows, for every title: what main handed out, and every
 * row as it is drawn in the lists of all anime and all manga.
 */
export async function expectAgreement(page: Page, admin: Admin, service: ServiceId) {
  await untilRead(page)
  await untilSaved(page)
  const there = listedAt(service, await admin.entries(service))
  expect(differences(await listedIn(page), there)).toEqual([])

  const { scoreFormat, scoreTable } = (await openAccount(page)).options
  const list = listPage(page)
  for (const kind of ['anime', 'manga'] as const) {
    await list.link(kind === 'anime' ? 'Anime' : 'Manga').click()
    await list.link(/^All \d/).click()
    await list.rows.first().waitFor()
    const wanted = [...there]
      .filter(([title]) => kindOf(title) === kind)
      .map(([title, { progress, score }]): [TitleKey, Drawn] => {
        return [title, { progress, score: formatScore(score, scoreFormat, scoreTable, 'en') }]
      })
    expect(differences(await drawnIn(page), new Map(wanted))).toEqual([])
  }
}

/** Only what differs: hundreds of equal entries tell nobody anything. */
function differences<T>(shown: ReadonlyMap<TitleKey, T>, there: ReadonlyMap<TitleKey, T>) {
  const titles = new Set([...shown.keys(), ...there.keys()])
  return [...titles]
    .map((title) => ({ title, shown: shown.get(title), there: there.get(title) }))
    .filter((each) => JSON.stringify(each.shown) !== JSON.stringify(each.there))
}
