import type { Locator, Page } from '@playwright/test'
import type { Account } from '../../../src/shared/account'
import type { ListRow } from '../../../src/shared/entry'
import type { Result } from '../../../src/shared/failure'
import type { Bridge } from '../../../src/shared/ipc'
import type { RowChunk } from '../../../src/shared/ipc/library'
import type { MediaKind, TitleKey } from '../../../src/shared/media'
import { listedOf, type Listed } from '../../support/e2e-listed'

declare global {
  interface Window {
    readonly bridge: Bridge
  }
}

export type ListPage = ReturnType<typeof listPage>

/** The library as somebody uses it who goes by what is said, not by how it is drawn. English. */
export function listPage(page: Page) {
  const rows = page.locator('[role=row][data-title]')
  const row = (title: TitleKey) => page.locator(`[role=row][data-title="${title}"]`)
  const titleOf = async (at: Locator) => (await at.getAttribute('data-title')) as TitleKey

  return {
    rows,
    row,
    /** The title of the row at a place that is in sight, from 0. */
    titleAt: (place: number) => titleOf(rows.nth(place)),
    name: (title: TitleKey) => row(title).locator('.name').innerText(),
    progress: (title: TitleKey) => row(title).getByRole('gridcell', { name: /^\d+( \/ \d+)?$/ }),
    more: (title: TitleKey) => row(title).getByRole('button', { name: /^One more / }),
    less: (title: TitleKey) => row(title).getByRole('button', { name: /^One less / }),
    score: (title: TitleKey) => row(title).getByRole('button', { name: /^Score / }),
    menu: (title: TitleKey) => row(title).getByRole('button', { name: /^More / }),
    mark: (title: TitleKey, state: string) => row(title).getByRole('img', { name: state }),
    /** The row that keys act on. */
    active: page.locator('[role=row].active'),
    grid: page.getByRole('grid'),
    filter: page.getByRole('combobox', { name: 'Filter by any title' }),
    /** A way of the side bar: a list or a view. */
    link: (name: string | RegExp) =>
      page
        .getByRole('navigation', { name: 'Lists and views' })
        .getByRole('link', { name, exact: true }),
    panel: page.getByRole('complementary', { name: 'Entry' }),
    /** The line at the bottom. */
    promise: page.getByRole('contentinfo').getByRole('link'),
    sandboxSwitch: page.getByRole('contentinfo').getByRole('switch'),
    /** The word in the middle that says what was done. */
    notice: (words: string | RegExp) => page.getByRole('status').filter({ hasText: words }),
    undo: page.getByRole('button', { name: 'Undo', exact: true }),
    dialog: page.getByRole('dialog'),
  }
}

/** Every entry that the window has been handed, by title. */
export async function listedIn(page: Page): Promise<Map<TitleKey, Listed>> {
  const { id } = await openAccount(page)
  const rows = await page.evaluate(async (accountId) => {
    const all: ListRow[] = []
    for (const kind of ['anime', 'manga'] as MediaKind[]) {
      let after: string | null = null
      do {
        const chunk: Result<RowChunk> = await window.bridge.call(
          'library:rows',
          accountId,
          kind,
          after,
        )
        if (!chunk.ok) throw new Error(chunk.failure.code)
        all.push(...chunk.value.rows)
        after = chunk.value.next
      } while (after !== null)
    }
    return all
  }, id)
  return new Map(rows.map(({ title, entry }) => [title, listedOf(entry)]))
}

/** Whose list is shown. */
export async function openAccount(page: Page): Promise<Account> {
  return page.evaluate(async () => {
    const [settings, accounts] = await Promise.all([
      window.bridge.call('settings:get'),
      window.bridge.call('accounts:list'),
    ])
    const open = settings.ok ? settings.value.activeAccount : null
    const found = accounts.ok && accounts.value.find(({ id }) => id === open)
    if (!found) throw new Error('No account is open')
    return found
  })
}

/** A row as it is drawn. */
export interface Drawn {
  readonly progress: number
  /** In words; `–` for none. */
  readonly score: string
}

/** Scrolls through the list that is shown, from its top to its end, and reads each row. */
export async function drawnIn(page: Page): Promise<Map<TitleKey, Drawn>> {
  const drawn = await page.getByRole('grid').evaluate(async (list) => {
    const painted = () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    const found: Record<string, Drawn> = {}
    for (let top = 0; ; top += list.clientHeight / 2) {
      list.scrollTo({ top })
      await painted()
      for (const row of list.querySelectorAll<HTMLElement>('[data-title]')) {
        const text = (cell: string) => row.querySelector<HTMLElement>(cell)?.innerText.trim() ?? ''
        found[row.dataset['title'] ?? ''] = {
          progress: Number.parseInt(text('.progress'), 10),
          score: text('.score'),
        }
      }
      if (list.scrollTop + list.clientHeight >= list.scrollHeight - 1) break
    }
    list.scrollTo({ top: 0 })
    return found
  })
  return new Map(Object.entries(drawn) as [TitleKey, Drawn][])
}
