import type { Page } from '@playwright/test'
import { expect, type Opened } from '../app/fixture'

/** Requests of a service whose name matches. */
export async function asked(
  { admin }: Opened,
  service: 'anilist' | 'anilist-v1',
  name: RegExp,
): Promise<number> {
  const { requests } = await admin.log(service)
  return Object.entries(requests)
    .filter(([route]) => name.test(route))
    .reduce((sum, [, count]) => sum + count, 0)
}

/** Nothing waits to be sent any more. */
export async function allSent(page: Page) {
  await expect(page.getByRole('list', { name: 'Waiting to be sent' })).toHaveCount(0, {
    timeout: 60_000,
  })
}
